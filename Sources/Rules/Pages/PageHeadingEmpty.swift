import Diagnostics
import Listing
import Markdown

/// Reports a heading without text.
struct PageHeadingEmpty: Rule {
    static let description = RuleDescription(
        id: "page-heading-empty",
        severity: .warning,
        summary: "A heading has text.",
        rationale: "A heading without words is a hole in the contents, and nothing can link to it.",
        flagged: [
            RuleExample(page: "⟦##⟧\n\nText.\n"),
            RuleExample(page: "⟦## ![](media/a.png)⟧\n\nText.\n", files: ["media/a.png"]),
        ],
        allowed: [
            RuleExample(page: "## Set-up\n"),
            RuleExample(page: "## `POST /users`\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for heading in page.document.headings where isBlank(heading.title) {
                findings.report("the heading has no text", at: page.place(heading.range))
            }
        }
    }
}

/// Whether a text has nothing that can be seen.
func isBlank(_ text: String) -> Bool {
    if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
}
