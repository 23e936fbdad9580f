import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that another requested one already grants.
struct ScopeRedundant: Rule {
    static let description = RuleDescription(
        id: "scope-redundant",
        summary: "No scope is requested that another requested one already grants.",
        rationale: "A consent screen that asks twice for one thing looks as if it asked for more.",
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:read"⟧}, {"id": "users:write"}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "tile:data"}, {"id": ⟦"users:delete"⟧}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}, {"id": "events:send"}]}"#),
            RuleExample(
                manifest: #"{"scopes": [{"id": "chat:write", "actor": "bot"}, {"id": "chat:write", "actor": "user"}]}"#
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}, {"id": "users:write", "requirement": "optional"}]}
                    """
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let requests = listing.manifest?.scopes ?? []
        let widest = requests.filter { listing.catalogue.scopesGranted(by: $0.id.value).count > 1 }
        for request in requests {
            guard let wider = widest.first(where: { makesRedundant($0, request, in: listing.catalogue) }) else {
                continue
            }
            findings.report(
                "scope '\(request.name)' is already granted by '\(wider.name)'",
                at: request.id.range,
                notes: [Note("requested here", at: wider.id.range)]
            )
        }
    }

    /// A scope that may be declined grants nothing for certain, so it makes no required one redundant.
    private func makesRedundant(_ wider: ScopeRequest, _ request: ScopeRequest, in catalogue: Catalogue) -> Bool {
        wider.id.value != request.id.value
            && wider.actor?.value == request.actor?.value
            && (wider.requirement == .required || wider.requirement == request.requirement)
            && catalogue.scopesGranted(by: wider.id.value).contains(request.id.value)
    }
}
