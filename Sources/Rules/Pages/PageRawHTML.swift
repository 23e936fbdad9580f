import Diagnostics
import Listing

/// Reports HTML in a page: it is not published.
struct PageRawHTML: Rule {
    static let description = RuleDescription(
        id: "page-raw-html",
        severity: .warning,
        summary: "Pages are written in Markdown alone.",
        rationale: """
            Partners write the pages, so no HTML of theirs reaches the site; what it was to show would be missing there. \
            Comments are allowed: they are for authors only.
            """,
        flagged: [
            RuleExample(page: "Press ⟦<kbd>⟧Enter⟦</kbd>⟧.\n"),
            RuleExample(page: "⟦<div>\nText\n</div>⟧\n\nMore.\n"),
        ],
        allowed: [
            RuleExample(page: "<!-- Mend this before spring. -->\n\nText.\n"),
            RuleExample(page: "Write `<kbd>` so.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for range in page.rawHTML {
                findings.report("HTML is not published: write it in Markdown", at: page.place(range))
            }
        }
    }
}
