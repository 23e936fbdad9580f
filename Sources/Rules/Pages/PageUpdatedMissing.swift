import Diagnostics
import Listing

/// Reports a page that does not say when it was last changed, where the marketplace wants that.
struct PageUpdatedMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "page-updated-missing",
        summary: "The front matter of a listing's page says in \"updated\" when it was last changed.",
        rationale:
            "A reader who does not find what a page describes has to know whether the page or the product is old.",
        flagged: [
            RuleExample(manifest: "{}", page: "⟦---⟧\ntitle: Set-up\n---\n\nText.\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "⟦---⟧\ntitle: A\n---\n", "b.md": "---\ntitle: B\nupdated: 2026-11-20\n---\n"],
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "---\ntitle: Set-up\nupdated: 2026-11-20\n---\n\nText.\n", pack: pack),
            RuleExample(page: "---\ntitle: A page of the directory itself\n---\n\nText.\n", pack: pack),
        ]
    )

    private static let pack = examplePack(#""pages": [{"needsUpdated": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard listing.manifest != nil else { return }
        for template in pack.pages where template.needsUpdated {
            for page in listing.pages where page.frontMatter.updated == nil {
                findings.report(
                    "the front matter has no 'updated'",
                    at: page.frontMatter.opening,
                    under: template.provenance,
                    of: pack
                )
            }
        }
    }
}
