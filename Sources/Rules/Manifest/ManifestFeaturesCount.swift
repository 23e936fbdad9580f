import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing with more or fewer features than a marketplace has room for.
struct ManifestFeaturesCount: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-features-count",
        summary: "The listing has as many features as the marketplace shows; planned ones do not count.",
        rationale: "What the form has no room for is left out of the listing, be it the best of all.",
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": "a"}, {"id": "b"}, {"id": ⟦"c"⟧}]}"#, pack: pack),
            RuleExample(manifest: #"⟦⟧{"features": [{"id": "a", "status": "planned"}]}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "a"}, {"id": "b"}]}"#, pack: pack),
            RuleExample(
                manifest: #"{"features": [{"id": "a"}, {"id": "b"}, {"id": "c", "status": "planned"}]}"#,
                pack: pack
            ),
        ]
    )

    private static let pack = examplePack(#""listings": [{"leastFeatures": 1, "mostFeatures": 2, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let features = manifest.features.filter { $0.status != .planned }
        for limit in pack.listings {
            if let most = limit.mostFeatures, features.count > most {
                findings.report(
                    "there are \(features.count) features, and \(most) are the most",
                    at: features[most].id.range,
                    under: limit.provenance,
                    of: pack
                )
            } else if let least = limit.leastFeatures, features.count < least {
                findings.report(
                    "there are \(features.count) features, and \(least) are the least",
                    at: manifest.start,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
