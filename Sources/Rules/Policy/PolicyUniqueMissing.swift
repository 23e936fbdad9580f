import Diagnostics
import Listing
import LocatedJSON

/// Reports an integration that does not say what it adds.
struct PolicyUniqueMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "policy-unique-missing",
        summary: "The manifest says in \"unique\" what the integration adds that the platform does not do itself.",
        rationale:
            "An integration that rebuilds a product of the platform is turned down; the reviewer looks for this line.",
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pack: pack),
            RuleExample(manifest: #"⟦⟧{"unique": ""}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"unique": "It keeps a ledger of points."}"#, pack: pack),
            RuleExample(manifest: "{}", pack: examplePack(#""listings": [{"needsUnique": false, SOURCE}]"#)),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsUnique": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, manifest.unique == nil else { return }
        for limit in pack.listings where limit.needsUnique {
            findings.report(
                "\"unique\" does not say what the integration adds",
                at: manifest.start,
                under: limit.provenance,
                of: pack
            )
        }
    }
}
