import Diagnostics
import Listing

/// Reports a page that does not say in a line what it is about.
struct PageDescriptionMissing: Rule {
    static let description = RuleDescription(
        id: "page-description-missing",
        severity: .warning,
        summary: "The front matter of a listing's page has a \"description\".",
        rationale: """
            It is what search engines and the list of pages show below the title; without it they show the first words \
            that come along.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "⟦---⟧\ntitle: Set-up\n---\n\nText.\n"),
            RuleExample(manifest: "{}", pages: ["index.md": "⟦---⟧\ntitle: Acme\nkind: overview\n---\n"]),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "---\ntitle: Set-up\ndescription: How to connect.\n---\n\nText.\n"),
            RuleExample(page: "---\ntitle: A page of the directory itself\n---\n\nText.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard listing.manifest != nil else { return }
        for page in listing.pages where page.frontMatter.title != nil && page.frontMatter.description == nil {
            findings.report("the front matter has no 'description'", at: page.frontMatter.opening)
        }
    }
}
