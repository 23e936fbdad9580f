import Diagnostics
import Listing
import LocatedJSON

/// Reports a conditional scope that does not say when it is asked for.
struct ScopeConditionMissing: Rule {
    static let description = RuleDescription(
        id: "scope-condition-missing",
        summary: "A conditional scope says when it is asked for.",
        rationale: "A customer who never meets the condition should know that the permission will not be asked for.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:read"⟧, "requirement": "conditional"}]}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"events:send"⟧, "requirement": "conditional", "ifDeclined": "No events."}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read", "requirement": "conditional", "when": "Matching is on."}]}"#
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "requirement": "optional"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] where request.requirement == .conditional && request.when == nil {
            findings.report(
                "scope '\(request.name)' is conditional, but \"when\" does not say on what",
                at: request.id.range
            )
        }
    }
}
