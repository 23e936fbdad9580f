import Diagnostics
import Listing
import LocatedJSON

/// Reports a description of a page that is longer than a marketplace shows.
struct PageDescriptionTooLong: MarketplaceRule {
    static let description = RuleDescription(
        id: "page-description-too-long",
        summary: "The descriptions of pages are no longer than the marketplace shows.",
        rationale: "Search results cut a longer description off.",
        flagged: [
            RuleExample(page: "---\ntitle: A\ndescription: ⟦How to set it up⟧\n---\n\nText.\n", pack: pack),
            RuleExample(page: "---\ntitle: A\ndescription: ⟦Elevenchars⟧\n---\n\nText.\n", pack: pack),
        ],
        allowed: [
            RuleExample(page: "---\ntitle: A\ndescription: Set it up\n---\n\nText.\n", pack: pack),
            RuleExample(page: "---\ntitle: A very long title\n---\n\nText.\n", pack: pack),
        ]
    )

    private static let pack = examplePack(#""pages": [{"descriptionMostCharacters": 10, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for template in pack.pages {
            guard let most = template.descriptionMostCharacters else { continue }
            for text in listing.pages.compactMap(\.frontMatter.description) where text.value.count > most {
                findings.report(
                    "the description has \(text.value.count) characters, and \(most) are the most",
                    at: text.range,
                    under: template.provenance,
                    of: pack
                )
            }
        }
    }
}
