import Diagnostics
import Listing
import Markdown

/// Reports a heading of the first level, which only the page's title has.
struct PageHeadingFirstLevel: Rule {
    static let description = RuleDescription(
        id: "page-heading-first-level",
        severity: .warning,
        summary: "Headings of a page begin with the second level: its title is the first.",
        rationale: "The title of the front matter becomes the page's heading; with a second one it is said twice.",
        flagged: [
            RuleExample(page: "⟦# Set-up⟧\n\nText.\n"),
            RuleExample(page: "## Set-up\n\n⟦More\n====⟧\n"),
        ],
        allowed: [
            RuleExample(page: "## Set-up\n\n### Step 1\n"),
            RuleExample(page: "```sh\n# no heading\n```\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for heading in page.document.headings where heading.level == 1 {
                findings.report("'\(heading.title)' is a heading of the first level", at: page.place(heading.range))
            }
        }
    }
}
