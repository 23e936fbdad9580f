import Diagnostics
import Listing

/// Reports a link with a scheme that no page may have.
struct LinkSchemeRefused: Rule {
    static let description = RuleDescription(
        id: "link-scheme-refused",
        summary: "Links have the schemes https, http or mailto, or are relative.",
        rationale: "A 'javascript:' or 'data:' link runs in the reader's browser with the site's rights.",
        flagged: [
            RuleExample(page: "[Click](⟦javascript:alert(1)⟧)\n"),
            RuleExample(page: "![Pixel](⟦data:image/png;base64,AAAA⟧)\n"),
        ],
        allowed: [
            RuleExample(page: "[Site](https://example.com) and [mail](mailto:help@example.com)\n"),
            RuleExample(page: "The address `javascript:void` is only code.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                guard case .refused(let scheme) = link.destination else { continue }
                findings.report("a link cannot have the scheme '\(scheme):'", at: page.place(link.range))
            }
        }
    }
}
