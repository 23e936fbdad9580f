package import Markup

/// What a page knows and a document does not: where links lead, what images are, what follows a heading, what code says.
package protocol MarkdownPageHooks {
    func link(_ node: MarkdownNode, in document: MarkdownDocument) -> LinkRendering
    func image(_ node: MarkdownNode, in document: MarkdownDocument) -> ImageRendering
    /// A block to stand right after the heading.
    func afterHeading(_ heading: MarkdownHeading) -> HTMLFragment?
    /// A block of code with marks of its own; nil leaves it plain.
    ///
    /// - Parameter language: what stands first behind the fence; never empty.
    func code(_ code: ArraySlice<UInt8>, in language: String) -> HTMLFragment?
    /// Whether a numbered list is a row of steps to take.
    ///
    /// - Parameters:
    ///   - list: its node.
    ///   - heading: the heading above the list; nil where there is none.
    func isSteps(list: Int, under heading: MarkdownHeading?) -> Bool
    /// What the page says beside the author's text.
    var words: MarkdownWords { get }
}

extension MarkdownPageHooks {
    package func link(_ node: MarkdownNode, in document: MarkdownDocument) -> LinkRendering { .asWritten }
    package func image(_ node: MarkdownNode, in document: MarkdownDocument) -> ImageRendering { .asWritten }
    package func afterHeading(_ heading: MarkdownHeading) -> HTMLFragment? { nil }
    package func code(_ code: ArraySlice<UInt8>, in language: String) -> HTMLFragment? { nil }
    package func isSteps(list: Int, under heading: MarkdownHeading?) -> Bool { false }
    package var words: MarkdownWords { .english }
}

/// Writes every link and image with a safe destination as it is.
package struct PlainPageHooks: MarkdownPageHooks, Sendable {
    package init() {}
}

package struct HTMLAttribute: Sendable, Hashable {
    package let name: String
    package let value: String

    /// The name is written as it is, the value escaped.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

package enum LinkRendering: Sendable, Hashable {
    /// The author's destination, if ``LinkSafety`` lets it through; otherwise as `textOnly`.
    case asWritten
    /// Another destination, held to the same rule.
    case to(String, attributes: [HTMLAttribute] = [])
    case textOnly
}

package enum ImageRendering: Sendable, Hashable {
    /// The author's destination, if ``LinkSafety`` lets it through; otherwise as `textOnly`.
    case asWritten
    /// Another source, held to the same rule; size and loading are attributes.
    case to(String, attributes: [HTMLAttribute] = [])
    /// A finished block in place of the image; no paragraph is around it.
    case block(HTMLFragment)
    /// The alternative text.
    case textOnly
}
