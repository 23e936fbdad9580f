import LocatedJSON
package import Markdown

/// What on a page is a step to take: the same for what is drawn as one and for what rules ask of one.
extension Page {
    /// Whether a numbered list is a row of steps: on a page of set-up, below a heading that speaks of steps in the page's
    /// language, and where its items are shown in pictures.
    ///
    /// - Parameter heading: the heading above the list; nil where there is none.
    package func isSteps(list: Int, under heading: MarkdownHeading?) -> Bool {
        frontMatter.kind?.value == .setup || heading.map { StepWords.speaks($0.title, in: language) } ?? false
            || document.nodes[list..<document.nodes[list].subtreeEnd].contains { $0.kind == .image }
    }

    /// Whether a heading is that of one step, with all that stands below it: "Step 3".
    package func isStep(_ heading: MarkdownHeading) -> Bool {
        StepWords.counts(heading.title, in: language)
    }
}
