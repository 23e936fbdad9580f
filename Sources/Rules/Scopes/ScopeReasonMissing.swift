import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope without a reason.
struct ScopeReasonMissing: Rule {
    static let description = RuleDescription(
        id: "scope-reason-missing",
        summary: "Every requested scope says what it is used for.",
        rationale: "The reason is what the customer reads beside the permission before saying yes.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:read"⟧}]}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "reason": "To match members."}, {"id": ⟦"events:send"⟧}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": "To match a member to a profile."}]}"#),
            RuleExample(manifest: #"{"scopes": []}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] where request.reason == nil {
            findings.report("scope '\(request.name)' has no \"reason\"", at: request.id.range)
        }
    }
}
