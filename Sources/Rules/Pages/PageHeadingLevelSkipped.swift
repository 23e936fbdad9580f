import Diagnostics
import Listing
import Markdown

/// Reports a heading more than one level below the heading before it.
struct PageHeadingLevelSkipped: Rule {
    static let description = RuleDescription(
        id: "page-heading-level-skipped",
        severity: .warning,
        summary: "Headings go down one level at a time, from the page's title on.",
        rationale: """
            Those who hear a page instead of seeing it move along its headings, and take a missing level for a missing \
            section. Headings in quotes and lists are no part of the outline.
            """,
        flagged: [
            RuleExample(page: "## Set-up\n\n⟦#### Step 1⟧\n"),
            RuleExample(page: "⟦### Step 1⟧\n\n## Set-up\n"),
        ],
        allowed: [
            RuleExample(page: "## Set-up\n\n### Step 1\n\n#### Detail\n\n## Check\n"),
            RuleExample(page: "## Set-up\n\n> #### Quoted\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            // The title in the front matter.
            var upper = 1
            for heading in page.document.headings where heading.isTopLevel {
                if heading.level > upper + 1 {
                    findings.report(
                        "a heading of level \(heading.level) follows one of level \(upper)",
                        at: page.place(heading.range)
                    )
                }
                upper = heading.level
            }
        }
    }
}
