import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing in more or fewer categories than a marketplace has room for.
struct ManifestCategoriesCount: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-categories-count",
        summary: "The listing stands in as many categories as the marketplace allows.",
        rationale: "An integration in every category is found in none.",
        flagged: [
            RuleExample(manifest: #"{"categories": ["Loyalty", "Retail", ⟦"Data"⟧]}"#, pack: pack),
            RuleExample(manifest: #"⟦⟧{"categories": []}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"categories": ["Loyalty"]}"#, pack: pack),
            RuleExample(manifest: #"{"categories": ["Loyalty", "Retail"]}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""listings": [{"leastCategories": 1, "mostCategories": 2, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let categories = manifest.categories
        for limit in pack.listings {
            if let most = limit.mostCategories, categories.count > most {
                findings.report(
                    "there are \(categories.count) categories, and \(most) are the most",
                    at: categories[most].range,
                    under: limit.provenance,
                    of: pack
                )
            } else if let least = limit.leastCategories, categories.count < least {
                findings.report(
                    "there are \(categories.count) categories, and \(least) are the least",
                    at: manifest.start,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
