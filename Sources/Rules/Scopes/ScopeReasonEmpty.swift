import Diagnostics
import Listing
import LocatedJSON

/// Reports a reason that is there and says nothing.
struct ScopeReasonEmpty: Rule {
    static let description = RuleDescription(
        id: "scope-reason-empty",
        summary: "The reason of a requested scope is more than a letter, a dash or a note to write one.",
        rationale: "Who is asked for access to data and reads \"TBD\" is told that nobody knows what it is wanted for.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"TBD"⟧}]}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "reason": ⟦"x"⟧}, {"id": "events:send", "reason": ⟦"N/A"⟧},
                      {"id": "users:write", "reason": ⟦"Writes the tier. TODO: which fields?"⟧}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": "To match a member to a profile."}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] {
            guard let reason = request.reason else { continue }
            let text = PlaceholderText(reason.value)
            if let mark = text.mark {
                findings.report(
                    "the reason of scope '\(request.name)' has '\(mark)', which was to be replaced",
                    at: reason.range
                )
            } else if text.isWordless {
                findings.report("the reason of scope '\(request.name)' says nothing", at: reason.range)
            }
        }
    }
}
