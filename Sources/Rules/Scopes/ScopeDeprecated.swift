import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that the platform has retired.
struct ScopeDeprecated: Rule {
    static let description = RuleDescription(
        id: "scope-deprecated",
        severity: .warning,
        summary: "No scope is requested that the platform has retired.",
        rationale: "A retired scope stops being granted one day, and the integration with it.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"people:read"⟧}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}, {"id": ⟦"people:read"⟧}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "unheard:of"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] {
            guard let scope = listing.catalogue.scope(request.id.value), scope.isDeprecated else { continue }
            let successor = scope.replacedBy?.value
            findings.report(
                "the platform has retired scope '\(request.id.value)'"
                    + (successor.map { "; '\($0)' takes its place" } ?? ""),
                at: request.id.range,
                notes: [Note("retired here", at: scope.id.range)],
                fixes: renameFix(successor, at: request.id.range)
            )
        }
    }
}
