import Diagnostics
import Listing
import LocatedJSON

/// Reports a title of a page that is longer than a marketplace shows.
struct PageTitleTooLong: MarketplaceRule {
    static let description = RuleDescription(
        id: "page-title-too-long",
        summary: "The titles of pages are no longer than the marketplace shows.",
        rationale: "Search results cut a longer title off, most often before the word that mattered.",
        flagged: [
            RuleExample(page: "---\ntitle: ⟦Set up Acme Points⟧\n---\n\nText.\n", pack: pack),
            RuleExample(page: "---\ntitle: ⟦Elevenchars⟧\nkind: setup\n---\n\nText.\n", pack: pack),
        ],
        allowed: [
            RuleExample(page: "---\ntitle: Set-up\n---\n\nText.\n", pack: pack),
            RuleExample(page: "---\ntitle: Ten charäc\n---\n\nText.\n", pack: pack),
        ]
    )

    private static let pack = examplePack(#""pages": [{"titleMostCharacters": 10, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for template in pack.pages {
            guard let most = template.titleMostCharacters else { continue }
            for title in listing.pages.compactMap(\.frontMatter.title) where title.value.count > most {
                findings.report(
                    "the title has \(title.value.count) characters, and \(most) are the most",
                    at: title.range,
                    under: template.provenance,
                    of: pack
                )
            }
        }
    }
}
