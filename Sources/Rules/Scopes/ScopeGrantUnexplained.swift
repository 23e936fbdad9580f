import Diagnostics
import Listing
import LocatedJSON

/// Reports a bundle that grants more than the features use when no statement says so.
struct ScopeGrantUnexplained: Rule {
    static let description = RuleDescription(
        id: "scope-grant-unexplained",
        summary: "What a bundle grants beyond what is used is said, grant by grant, in \"unusedGrants\".",
        rationale: """
            A key that cannot be narrowed gives the integration more than it needs; the customer has a right to know \
            what else it could do, and that it does not.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"tile:data"⟧, "unusedGrants": [{"grant": "users:write", "statement": "Not used."}]}],
                     "features": [{"id": "track", "scopes": ["tile:data"], "operations": ["send-event"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data", "unusedGrants": [{"grant": ⟦"users:read"⟧, "statement": "Not used."},
                      {"grant": ⟦"events:send"⟧, "statement": "Not used."}, {"grant": ⟦"users:delete"⟧}]}],
                     "features": [{"id": "track", "scopes": ["users:write"], "operations": ["send-event"]}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data", "unusedGrants": [
                      {"grant": "users:delete", "statement": "Candor deletes nobody."}]}],
                     "features": [{"id": "sync", "scopes": ["users:write"], "operations": ["send-event"]}]}
                    """
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "users:write"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for request in manifest.scopes {
            let members = listing.catalogue.members(of: request.id.value)
            let used = members.filter(listing.usesMember)
            let unused = members.filter { !used.contains($0) }
            reportUnexplained(unused, of: request, to: &findings)
            for grant in request.unusedGrants { check(grant, of: request, members, Set(used), &findings) }
        }
    }

    private func reportUnexplained(_ unused: [String], of request: ScopeRequest, to findings: inout RuleFindings) {
        let explained = Set(request.unusedGrants.map(\.grant.value))
        let silent = unused.filter { !explained.contains($0) }
        guard !silent.isEmpty else { return }
        let names = silent.map { "'\($0)'" }.joined(separator: ", ")
        findings.report(
            "bundle '\(request.name)' also grants \(names), which no feature uses and no statement mentions",
            at: request.id.range,
            notes: [Note("add an entry with \"grant\" and \"statement\" to its \"unusedGrants\" for each")]
        )
    }

    private func check(
        _ unused: UnusedGrant,
        of request: ScopeRequest,
        _ members: [String],
        _ used: Set<String>,
        _ findings: inout RuleFindings
    ) {
        let grant = unused.grant
        if !members.contains(grant.value) {
            let guess = closestMatch(to: grant.value, among: members)
            findings.report(
                "'\(request.name)' is no bundle with the member '\(grant.value)'" + didYouMean(guess),
                at: grant.range,
                fixes: renameFix(guess, at: grant.range)
            )
        } else if used.contains(grant.value) {
            findings.report("'\(grant.value)' is said to be unused, but a feature uses it", at: grant.range)
        } else if unused.statement == nil {
            findings.report("the unused grant '\(grant.value)' has no \"statement\"", at: grant.range)
        }
    }
}
