import Diagnostics
import Listing

/// Reports a listing without `index.md`.
struct PageOverviewMissing: Rule {
    static let description = RuleDescription(
        id: "page-overview-missing",
        summary: "A listing has an overview, 'index.md'.",
        rationale: "A listing without pages documents nothing, and a check that finds no page must not pass for that.",
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#),
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pages: ["setup.md": "Set it up.\n"]),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Acme"}"#, page: "Acme reads members.\n"),
            RuleExample(pages: ["setup.md": "A page of the directory itself.\n"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !listing.shownPages.contains(where: \.isOverview) else { return }
        findings.report("'\(listing.path)' has no 'index.md'", at: manifest.start)
    }
}
