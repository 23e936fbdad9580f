import Diagnostics
import Listing
import LocatedJSON

/// Reports a scope for which the marketplace lists no integration.
struct ScopeIneligible: MarketplaceRule {
    static let description = RuleDescription(
        id: "scope-ineligible",
        summary: "No scope is requested for which the marketplace lists no integration.",
        rationale: "Some scopes are open to integrations of one's own, and to none that is listed for everybody.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"identity.basic"⟧}, {"id": ⟦"search:read"⟧}]}"#, pack: pack),
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"identity.team"⟧, "actor": "user"}]}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "search:read.public"}, {"id": "identities"}]}"#, pack: pack),
            RuleExample(
                manifest: #"{"scopes": [{"id": "identity.basic"}]}"#,
                pack: examplePack("listings", #""needsUnique": true"#)
            ),
        ]
    )

    private static let pack = examplePack(
        #""listings": [{"ineligibleScopes": ["identity.*", "search:read"], SOURCE}]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.listings where !limit.ineligibleScopes.isEmpty {
            for request in manifest.scopes where limit.ineligibleScopes.contains(where: { request.id.value.fits($0) }) {
                findings.report(
                    "\(pack.title) lists no integration that asks for '\(request.id.value)'",
                    at: request.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}

extension String {
    /// Whether it is a name, or begins as a family of names does: `identity.*`.
    fileprivate func fits(_ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? hasPrefix(pattern.dropLast()) : self == pattern
    }
}
