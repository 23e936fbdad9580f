import Diagnostics
import Listing
import LocatedJSON

/// Reports a reason that was given for another scope already.
struct ScopeReasonRepeated: Rule {
    static let description = RuleDescription(
        id: "scope-reason-repeated",
        severity: .warning,
        summary: "Each requested scope has a reason of its own.",
        rationale: "One reason for several scopes tells of none of them what it is used for.",
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "reason": "For the sync."},
                      {"id": "users:write", "reason": ⟦"For the sync."⟧}, {"id": "events:send", "reason": ⟦"For the Sync"⟧}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "reason": "Needed to match members, night by night."},
                      {"id": "events:send", "reason": ⟦"Needed to match members night by night"⟧}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read", "reason": "To match members."},
                      {"id": "users:write", "reason": "To store points."}, {"id": "events:send"}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "chat:write", "actor": "bot", "reason": "To answer."},
                      {"id": "chat:write", "actor": "user", "reason": "To answer."}]}
                    """
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var earlier: [FoldedText: ScopeRequest] = [:]
        for request in listing.manifest?.scopes ?? [] {
            guard let reason = request.reason else { continue }
            // Case and marks make no other reason of it.
            let words = FoldedText(reason.value)
            guard let first = earlier[words] else {
                earlier[words] = request
                continue
            }
            guard first.id.value != request.id.value else { continue }
            findings.report(
                "the reason of scope '\(request.name)' is that of '\(first.name)' as well",
                at: reason.range,
                notes: [Note("given first here", at: first.reason?.range)]
            )
        }
    }
}
