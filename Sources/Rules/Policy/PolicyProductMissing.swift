import Diagnostics
import Listing
import LocatedJSON

/// Reports an integration that complements no product of the platform.
struct PolicyProductMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "policy-product-missing",
        summary: "The integration names at least one product of the platform that it complements.",
        rationale:
            "A marketplace has room for what makes its own products better, and not for what stands beside them.",
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pack: pack),
            RuleExample(manifest: #"⟦⟧{"complements": []}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"complements": ["segments"]}"#, pack: pack),
            RuleExample(manifest: "{}", pack: examplePack(#""listings": [{"needsProduct": false, SOURCE}]"#)),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsProduct": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, manifest.complements.isEmpty else { return }
        for limit in pack.listings where limit.needsProduct {
            findings.report(
                "\"complements\" names no product of the platform",
                at: manifest.start,
                under: limit.provenance,
                of: pack
            )
        }
    }
}
