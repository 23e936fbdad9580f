import Diagnostics
import Listing
import Markdown

/// Reports a link that has nothing to press.
struct LinkTextEmpty: Rule {
    static let description = RuleDescription(
        id: "link-text-empty",
        severity: .warning,
        summary: "A link has a text, or a picture with one.",
        rationale: "Nobody can press a link without text, and whoever hears the page is told an address.",
        flagged: [
            RuleExample(page: "See ⟦[](https://acme.example)⟧.\n"),
            RuleExample(page: "⟦[ ![](media/a.png) ](https://acme.example)⟧\n", files: ["media/a.png"]),
        ],
        allowed: [
            RuleExample(page: "See [the site](https://acme.example) or <https://acme.example>.\n"),
            RuleExample(page: "[![The chart](media/a.png)](https://acme.example)\n", files: ["media/a.png"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            let nodes = page.document.nodes
            for index in nodes.indices where nodes[index].kind == .link && !nodes[index].isAddress {
                guard !hasText(nodes[(index + 1)..<nodes[index].subtreeEnd], page.document) else { continue }
                findings.report(
                    "the link to '\(page.document.destination(of: nodes[index]))' has no text",
                    at: page.place(nodes[index].range)
                )
            }
        }
    }

    private func hasText(_ nodes: ArraySlice<MarkdownNode>, _ document: MarkdownDocument) -> Bool {
        nodes.contains { node in
            (node.kind == .text || node.kind == .code)
                && document.literalBytes(of: node).contains { $0 > 0x20 && $0 != 0x7F }
        }
    }
}
