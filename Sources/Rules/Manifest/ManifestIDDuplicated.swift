import Diagnostics
import Listing
import LocatedJSON

/// Reports a scope, feature or medium that the manifest names twice.
struct ManifestIDDuplicated: Rule {
    static let description = RuleDescription(
        id: "manifest-id-duplicated",
        summary: "No two scopes of one actor, no two features and no two media have the same id.",
        rationale: "A page that refers to an id must mean one thing.",
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": "sync"}, {"id": ⟦"sync"⟧}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}, {"id": ⟦"users:read"⟧}]}"#),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo"}, {"id": ⟦"a"⟧, "kind": "video"}]}"#
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "sync"}], "media": [{"id": "sync", "kind": "video"}]}"#),
            RuleExample(
                manifest: #"{"scopes": [{"id": "chat:write", "actor": "bot"}, {"id": "chat:write", "actor": "user"}]}"#
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        check(manifest.scopes.map { ($0.reference, $0.id) }, kind: "scope", &findings)
        check(manifest.features.map { ($0.id.value, $0.id) }, kind: "feature", &findings)
        check(manifest.media.map { ($0.id.value, $0.id) }, kind: "medium", &findings)
    }

    private func check(_ ids: [(name: String, id: Located<String>)], kind: String, _ findings: inout RuleFindings) {
        var first: [String: Located<String>] = [:]
        for (name, id) in ids {
            if let earlier = first[name] {
                findings.report(
                    "\(kind) '\(name)' is named twice",
                    at: id.range,
                    notes: [Note("first named here", at: earlier.range)]
                )
            } else {
                first[name] = id
            }
        }
    }
}
