import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a topic on which the questions and answers are silent.
struct PageFAQTopicMissing: TemplateRule {
    static let description = RuleDescription(
        id: "page-faq-topic-missing",
        severity: .warning,
        summary: "The questions and answers speak of every topic that the marketplace asks for.",
        rationale: """
            How often data is synchronised, whether older data comes along, what it costs in data points and whom to \
            ask: everybody wants to know, and support answers it again and again. The topic has to be named, in a \
            sentence or in a heading with an answer below it.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "## Overview\n\nSync frequency.\n\n⟦## FAQ⟧\n\nNo.\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "Hello.\n", "faq.md": "⟦---⟧\ntitle: Q\nkind: faq\n---\n\n`sync frequency`\n"],
                pack: pack
            ),
            RuleExample(
                manifest: "{}",
                page: "⟦## FAQ⟧\n\n### Sync frequency\n\n### Other\n\nYes.\n",
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "## FAQ\n\n### Sync frequency\n\n![Daily](media/a.png)\n", pack: pack),
            RuleExample(manifest: "{}", page: "## FAQ\n\n### What is the *sync* frequency?\n\nDaily.\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "Hi.\n", "faq.md": "---\ntitle: Q\nkind: faq\n---\n\nHow often data syncs: daily.\n",
                ],
                pack: pack
            ),
            RuleExample(manifest: "{}", page: "## Overview\n", pack: pack),
        ]
    )

    private static let pack = examplePack(
        """
        "pages": [{"sections": [{"title": "FAQ", "pageKind": "faq"}],
         "faqTopics": [{"title": "Sync frequency", "alsoCalled": ["How often data syncs"]}], SOURCE}]
        """
    )

    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    ) {
        guard listing.manifest != nil, !template.faqTopics.isEmpty,
            let section = template.sections.first(where: { $0.pageKind == .faq }),
            let place = sections.place(of: section)
        else { return }
        let text = text(of: sections, at: place)
        for topic in template.faqTopics where !topic.foldedWordings.contains(where: text.contains) {
            findings.report(
                "the questions and answers do not speak of '\(topic.title)'",
                at: place.range,
                under: template.provenance,
                of: pack
            )
        }
    }

    /// The words of the section, and of every page that is for questions and answers as a whole.
    private func text(of sections: TemplateSections, at place: TemplateSections.Place) -> FoldedText {
        var text = sections.questions
        if let heading = place.heading, place.page.frontMatter.kind?.value != .faq,
            let index = place.page.document.headings.firstIndex(where: { $0.node == heading.node })
        {
            text.append(place.page.document, place.page.document.section(ofHeading: index))
        }
        return text
    }
}

extension FoldedText {
    /// Adds the words of text, not of code; marks within a word or between words make no difference.
    mutating func append(_ document: MarkdownDocument, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = document.nodes[index]
            switch node.kind {
            case .heading where !document.isAnswered(index):
                index = node.subtreeEnd
                continue
            case .text: if node.isProse { append(document.literalBytes(of: node)) }
            case .emphasis, .strong, .strikethrough, .link: break
            default: endWord()
            }
            index += 1
        }
        endWord()
    }
}

extension MarkdownDocument {
    /// Whether anything stands below a heading before the next of its level.
    fileprivate func isAnswered(_ heading: Int) -> Bool {
        let level = nodes[heading].number
        let start = nodes[heading].subtreeEnd
        let end = nodes[start...].firstIndex { $0.kind == .heading && $0.number <= level } ?? nodes.count
        return hasContent(in: start..<end)
    }
}
