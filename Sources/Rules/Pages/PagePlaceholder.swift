import Diagnostics
import Listing
import Markdown

/// Reports text that was to be replaced before anybody reads it.
struct PagePlaceholder: Rule {
    static let description = RuleDescription(
        id: "page-placeholder",
        severity: .warning,
        summary: "Pages hold no text that was to be replaced.",
        rationale: """
            A page with "TBD" tells a customer that nobody has read it. Only whole words are meant, and code is never \
            looked at: there "<your-key>" is how a value of the reader's own is written.
            """,
        flagged: [
            RuleExample(page: "⟦TODO⟧: describe the key. The plan is ⟦TBD⟧, see ⟦FIXME⟧.\n"),
            RuleExample(page: "⟦Lorem ipsum⟧ dolor sit amet.\n"),
            RuleExample(page: "Paste ⟦<your-key>⟧ and ⟦<workspace_id>⟧.\n"),
            RuleExample(page: "[⟦insert link here⟧] and ⟦Insert your screenshot here⟧.\n"),
        ],
        allowed: [
            RuleExample(page: "Add it to your to-do list. TODOs are no task, and `TODO` is code.\n"),
            RuleExample(page: "Paste `<your-key>`:\n\n```\nTODO <your-key>\n```\n"),
            RuleExample(page: "Insert the key here, and press <kbd>Enter</kbd> if 1 < 2 and 3 > 2.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for node in page.document.nodes {
                switch node.kind {
                case .text where node.isProse: check(node, of: page, &findings)
                case .htmlInline: checkTag(node, of: page, &findings)
                default: break
                }
            }
        }
    }

    private func check(_ node: MarkdownNode, of page: Page, _ findings: inout RuleFindings) {
        let bytes = page.document.literalBytes(of: node)
        for found in PlaceholderScan(bytes).found {
            let text = String(decoding: bytes[found], as: UTF8.self)
            let start = node.range.start + found.lowerBound - bytes.startIndex
            let isExact = node.isRangeExact && node.range.count == bytes.count
            let range = isExact ? ByteRange(start, start + found.count) : node.range
            findings.report("'\(text)' was to be replaced", at: page.place(range))
        }
    }

    /// `<your-key>` is a tag to CommonMark, but no element that there is.
    private func checkTag(_ node: MarkdownNode, of page: Page, _ findings: inout RuleFindings) {
        let tag = page.document.literalBytes(of: node)
        guard PlaceholderScan.isPlaceholder(tag: tag) else { return }
        findings.report("'\(String(decoding: tag, as: UTF8.self))' was to be replaced", at: page.place(node.range))
    }
}
