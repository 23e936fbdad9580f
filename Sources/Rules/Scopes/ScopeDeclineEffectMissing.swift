import Diagnostics
import Listing
import LocatedJSON

/// Reports an optional or conditional scope that does not say what happens when it is declined.
struct ScopeDeclineEffectMissing: Rule {
    static let description = RuleDescription(
        id: "scope-decline-effect-missing",
        summary: "A scope that may be declined says what happens then.",
        rationale: "A choice is a choice only when the customer knows what each answer leads to.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:read"⟧, "requirement": "optional"}]}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧, "requirement": "conditional", "when": "Matching is on."}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "requirement": "optional", "ifDeclined": "Members are not matched."}]}
                    """
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "requirement": "required"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? []
        where request.requirement != .required && request.ifDeclined == nil {
            findings.report(
                "scope '\(request.name)' is \(request.requirement.rawValue), but \"ifDeclined\" is missing",
                at: request.id.range
            )
        }
    }
}
