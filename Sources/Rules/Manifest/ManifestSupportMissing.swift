import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing that cannot be asked in the way that a marketplace wants.
struct ManifestSupportMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-support-missing",
        summary: "Questions can be sent in the way that the marketplace asks for.",
        rationale: """
            A marketplace that writes to an e-mail address has no use for a form. A listing that names no support at all \
            is a matter of 'policy-support-missing'.
            """,
        flagged: [
            RuleExample(manifest: #"{"support": ⟦{⟧"url": "https://acme.example/help"}}"#, pack: pack),
            RuleExample(
                manifest: #"{"support": ⟦{⟧"responseTime": "a day", "url": "https://acme.example/help"}}"#,
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"support": {"email": "help@acme.example"}}"#, pack: pack),
            RuleExample(
                manifest: #"{"support": {"url": "https://acme.example/help"}}"#,
                pack: examplePack(#""listings": [{"needsSupport": true, SOURCE}]"#)
            ),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsSupportEmail": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let support = listing.manifest?.support, support.url != nil, !support.namesEmail else { return }
        for limit in pack.listings where limit.needsSupportEmail {
            findings.report("\"support\" has no \"email\"", at: support.place, under: limit.provenance, of: pack)
        }
    }
}
