import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports text that was to be replaced before anybody reads it.
struct PagePlaceholder: Rule {
    static let description = RuleDescription(
        id: "page-placeholder",
        severity: .warning,
        summary: "Pages hold no text that was to be replaced.",
        rationale: """
            A page with "TBD" tells a customer that nobody has read it. Only whole words are meant, and code is never \
            looked at: there "<your-key>" is how a value of the reader's own is written. "Coming soon" is one where a \
            paragraph says nothing else.
            """,
        flagged: [
            RuleExample(page: "⟦TODO⟧: describe the key. The plan is ⟦TBD⟧, see ⟦FIXME⟧.\n"),
            RuleExample(page: "⟦Lorem ipsum⟧ dolor sit amet.\n"),
            RuleExample(page: "Paste ⟦<your-key>⟧ and ⟦<workspace_id>⟧.\n"),
            RuleExample(page: "⟦[insert link here]⟧ and ⟦Insert your screenshot here⟧.\n"),
            RuleExample(page: "⟦Lorem  ipsum⟧, ⟦lorem⟧ *ipsum*, ⟦[YOUR KEY HERE]⟧, ⟦YOUR_API_KEY⟧, ⟦TBC⟧.\n"),
            RuleExample(page: "## Use cases\n\n⟦Coming soon.⟧\n\n## Limits\n\n**⟦N/A⟧**\n"),
            RuleExample(page: "---\ntitle: ⟦TBD⟧\ndescription: ⟦Lorem ipsum dolor⟧\n---\n\nText.\n"),
        ],
        allowed: [
            RuleExample(page: "Add it to your to-do list. TODOs are no task, and `TODO` is code.\n"),
            RuleExample(page: "A TODO in a message becomes a task. It finds \"TODO\" in messages.\n"),
            RuleExample(page: "Paste `<your-key>`:\n\n```\nTODO <your-key>\n```\n"),
            RuleExample(
                page: "Dark mode is coming soon. Press [Enter], then [Replace].\n\n| A | B |\n| - | - |\n| N/A | x |\n"
            ),
            RuleExample(page: "Insert the key here, and press <kbd>Enter</kbd> if 1 < 2 and 3 > 2.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for text in [page.frontMatter.title, page.frontMatter.description].compactMap(\.self) {
                guard let mark = PlaceholderText(text.value).mark else { continue }
                findings.report("'\(mark)' was to be replaced", at: text.range)
            }
            for (index, node) in page.document.nodes.enumerated() {
                switch node.kind {
                case .text where node.isProse: check(node, of: page, &findings)
                case .htmlInline: checkTag(node, of: page, &findings)
                case .paragraph: checkParagraph(index, of: page, &findings)
                default: break
                }
            }
        }
    }

    private func check(_ node: MarkdownNode, of page: Page, _ findings: inout RuleFindings) {
        let bytes = page.document.literalBytes(of: node)
        for found in PlaceholderScan.found(in: bytes) where !PlaceholderText.isSubject(found, in: bytes) {
            report(found, in: bytes, node, of: page, &findings)
        }
    }

    private func report(
        _ found: Range<Int>,
        in bytes: ArraySlice<UInt8>,
        _ node: MarkdownNode,
        of page: Page,
        _ findings: inout RuleFindings
    ) {
        let text = String(decoding: bytes[found], as: UTF8.self)
        let start = node.range.start + found.lowerBound - bytes.startIndex
        let isExact = node.isRangeExact && node.range.count == bytes.count
        let range = isExact ? ByteRange(start, start + found.count) : node.range
        findings.report("'\(text)' was to be replaced", at: page.place(range))
    }

    /// A paragraph of nothing but a short text, with or without emphasis.
    private func checkParagraph(_ index: Int, of page: Page, _ findings: inout RuleFindings) {
        let nodes = page.document.nodes
        let end = nodes[index].subtreeEnd
        guard end - index <= 3, end > index + 1, nodes[end - 1].kind == .text, nodes[end - 1].isProse else { return }
        let bytes = page.document.literalBytes(of: nodes[end - 1])
        guard PlaceholderText.isPromise(bytes), PlaceholderScan.found(in: bytes).isEmpty else { return }
        report(bytes.indices, in: bytes, nodes[end - 1], of: page, &findings)
    }

    /// `<your-key>` is a tag to CommonMark, but no element that there is.
    private func checkTag(_ node: MarkdownNode, of page: Page, _ findings: inout RuleFindings) {
        let tag = page.document.literalBytes(of: node)
        guard PlaceholderScan.isPlaceholder(tag: tag) else { return }
        findings.report("'\(String(decoding: tag, as: UTF8.self))' was to be replaced", at: page.place(node.range))
    }
}
