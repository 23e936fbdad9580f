import Diagnostics
import Listing

/// Reports a listing that does not say where to ask.
struct PolicySupportMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "policy-support-missing",
        summary: "The listing says where to ask when something does not work.",
        rationale: "Questions that reach nobody end at the marketplace, which cannot answer them.",
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pack: pack),
            RuleExample(manifest: #"{"support": ⟦{⟧"responseTime": "One day"}}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"support": {"email": "help@acme.example"}}"#, pack: pack),
            RuleExample(manifest: #"{"support": {"url": "https://acme.example/help"}}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsSupport": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, manifest.support?.namesEmail != true, manifest.support?.url == nil
        else { return }
        for limit in pack.listings where limit.needsSupport || limit.needsSupportEmail {
            findings.report(
                "\"support\" has neither \"email\" nor \"url\"",
                at: manifest.support?.place ?? manifest.start,
                under: limit.provenance,
                of: pack
            )
        }
    }
}
