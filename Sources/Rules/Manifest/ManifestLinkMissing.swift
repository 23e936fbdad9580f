import Diagnostics
import Listing
import LocatedJSON

/// Reports a link that a marketplace asks for and the manifest does not have.
struct ManifestLinkMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-link-missing",
        summary: "The manifest has every link that the marketplace asks for.",
        rationale: """
            A marketplace does not publish a listing whose website or documentation cannot be reached. The privacy \
            policy is a matter of 'policy-privacy-link-missing' where the integration asks for a scope.
            """,
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pack: pack),
            RuleExample(manifest: #"{"links": ⟦{⟧"terms": "https://acme.example/terms"}}"#, pack: pack),
            RuleExample(
                manifest: #"{"links": ⟦{⟧"website": "https://acme.example/"}}"#,
                pack: examplePack(#""listings": [{"requiredLinks": ["website", "privacy"], SOURCE}]"#)
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"links": {"website": "https://acme.example/"}}"#, pack: pack),
            RuleExample(manifest: "{}", pack: examplePack(#""listings": [{"mostCategories": 2, SOURCE}]"#)),
        ]
    )

    private static let pack = examplePack(#""listings": [{"requiredLinks": ["website"], SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.listings {
            for kind in limit.requiredLinks where !manifest.links.contains(where: { $0.kind == kind }) {
                if kind == .privacy, !manifest.scopes.isEmpty { continue }
                findings.report(
                    "\"links\" has no \"\(kind.rawValue)\"",
                    at: manifest.linksPlace,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
