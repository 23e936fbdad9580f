import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that no feature needs.
struct ScopeUnmapped: Rule {
    static let description = RuleDescription(
        id: "scope-unmapped",
        summary: "Every requested scope is needed by a feature.",
        rationale: """
            A permission without a feature is a permission that the customer gives for nothing; marketplaces send \
            such requests back.
            """,
        isCore: true,
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:read"⟧}], "features": []}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"chat:write"⟧, "actor": "user"}, {"id": "chat:write", "actor": "bot"}],
                     "features": [{"id": "notify", "scopes": ["chat:write@bot"]}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "tile:data"}], "features": [{"id": "sync", "scopes": ["users:write"]}]}"#
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] where listing.features(using: request).isEmpty {
            findings.report(
                "scope '\(request.name)' is requested, but no feature needs it",
                at: request.id.range,
                notes: [Note("name it in the \"scopes\" of the feature that needs it, or do not request it")]
            )
        }
    }
}
