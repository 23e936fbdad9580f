import Diagnostics
import Listing

/// Reports a link to a page or file that is not there.
struct LinkTargetMissing: Rule {
    static let description = RuleDescription(
        id: "link-target-missing",
        summary: "A link inside the content leads to a page or file that exists.",
        rationale: "A dead link in a help page is a question without an answer. Capitals are a matter of 'link-case'.",
        flagged: [
            RuleExample(manifest: "{}", page: "See [set-up](⟦setpu.md⟧).\n"),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "See [set-up](⟦set-up.md⟧), [a](⟦media/b.png⟧) and [b](⟦/index.md⟧).\n",
                    "setup.md": "Do.\n",
                ],
                files: ["media/a.png"]
            ),
            RuleExample(manifest: "{}", page: "![Outside](⟦../../../secret.png⟧)\n"),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "See [set-up](setup.md) and [a](media/a.png).\n", "setup.md": "Do.\n"],
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: "{}",
                page: "See [the site](https://example.com/x.md) or [us](mailto:a@b.example).\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                switch link.destination {
                case .outside:
                    findings.report("'\(link.written)' leads out of the content folder", at: page.place(link.range))
                case .content(let path, _)
                where listing.owns(path) && !listing.has(path) && listing.pathInOtherCase(of: path) == nil:
                    let guess = closestMatch(to: path, among: listing.contentPaths)
                    findings.report(
                        "there is no '\(path)'" + didYouMean(guess.map { listing.name(of: $0) }),
                        at: page.place(link.range)
                    )
                default: break
                }
            }
        }
    }
}
