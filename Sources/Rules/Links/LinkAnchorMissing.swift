import Diagnostics
import Listing
import Markdown

/// Reports a link to a heading that is not there.
struct LinkAnchorMissing: Rule {
    static let description = RuleDescription(
        id: "link-anchor-missing",
        summary: "The part of a link after '#' is the id of a heading on the page that it leads to.",
        rationale: "The reader lands at the top of a long page and has to search.",
        flagged: [
            RuleExample(manifest: "{}", page: "## Set-up\n\nSee [above](⟦#setup⟧).\n"),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "See [step 3](⟦setup.md#step-3⟧).\n", "setup.md": "## Step 2\n"]
            ),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "## Set-up\n\nSee [above](#set-up).\n"),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "See [step 2](setup.md#step-2).\n", "setup.md": "## Step 2\n"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                guard case .content(let path, let anchor?) = link.destination, !anchor.isEmpty,
                    let target = listing.page(at: path), !target.hasAnchor(anchor)
                else { continue }
                let guess = closestMatch(to: anchor, among: target.document.headings.map(\.anchor))
                findings.report(
                    "'\(target.fileContentPath)' has no heading '#\(anchor)'" + didYouMean(guess.map { "#\($0)" }),
                    at: page.place(link.range)
                )
            }
        }
    }
}
