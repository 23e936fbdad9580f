import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that only features use which do not exist yet.
struct ScopeForPlannedFeature: Rule {
    static let description = RuleDescription(
        id: "scope-for-planned-feature",
        summary: "No scope is requested for planned features alone.",
        rationale:
            "Permissions are asked for when the feature is there to use them; reviewers refuse scopes in advance.",
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}],
                     "features": [{"id": "sync", "status": "planned", "scopes": ["users:read"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}, {"id": ⟦"events:send"⟧}],
                     "features": [{"id": "sync", "scopes": ["users:read"]},
                                  {"id": "track", "status": "planned", "scopes": ["users:read", "events:send"]}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "status": "beta", "scopes": ["users:read"]},
                                  {"id": "match", "status": "planned", "scopes": ["users:read"]}]}
                    """
            ),
            RuleExample(
                manifest: #"{"scopes": [], "features": [{"id": "track", "status": "planned", "scopes": []}]}"#
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] {
            let features = listing.features(using: request)
            guard !features.isEmpty, features.allSatisfy({ $0.status == .planned }) else { continue }
            findings.report(
                "scope '\(request.name)' is requested, but only planned features need it",
                at: request.id.range,
                notes: features.map { Note("feature '\($0.id.value)' is planned", at: $0.id.range) }
            )
        }
    }
}
