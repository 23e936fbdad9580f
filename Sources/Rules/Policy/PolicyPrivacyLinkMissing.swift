import Diagnostics
import Listing
import LocatedJSON

/// Reports an integration that asks for a scope and links no privacy policy.
struct PolicyPrivacyLinkMissing: Rule {
    static let description = RuleDescription(
        id: "policy-privacy-link-missing",
        summary: "An integration that asks for a scope or keeps data links its privacy policy.",
        rationale: "Whoever hands over data has to be able to read who becomes answerable for it, and under which law.",
        flagged: [
            RuleExample(manifest: #"⟦⟧{"scopes": [{"id": "users:read"}]}"#),
            RuleExample(manifest: #"{"data": [{"object": "Users", "stored": true}], "links": ⟦{⟧}}"#),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}], "links": {"privacy": "https://acme.example/privacy"}}"#
            ),
            RuleExample(manifest: #"{"scopes": [], "data": [{"object": "Users", "stored": false}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !manifest.links.contains(where: { $0.kind == .privacy }) else { return }
        if let scope = manifest.scopes.first {
            findings.report(
                "\"links\" has no \"privacy\", although scope '\(scope.id.value)' is asked for",
                at: manifest.linksPlace
            )
        } else if let stored = manifest.data.first(where: { $0.isStored == true }) {
            findings.report(
                "\"links\" has no \"privacy\", although '\(stored.object.value)' is stored",
                at: manifest.linksPlace
            )
        }
    }
}
