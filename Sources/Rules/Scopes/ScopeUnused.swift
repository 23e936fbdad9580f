import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that none of the operations of its features can make use of.
struct ScopeUnused: Rule {
    static let description = RuleDescription(
        id: "scope-unused",
        severity: .warning,
        summary: "A requested scope is good for an operation of the features that list it.",
        rationale: """
            A scope that no call needs can be left out. The rule looks only where every feature that needs the scope names \
            its "operations" and the catalogue has operations that the scope opens; it warns, because a scope may also \
            be needed for what is no call, such as to be told of events.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"events:send"⟧}, {"id": "users:read"}],
                     "features": [{"id": "match", "scopes": ["users:read", "events:send"], "operations": ["get-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"tile:data"⟧}, {"id": "mail"}],
                     "features": [{"id": "send", "scopes": ["tile:data", "mail"], "operations": ["post"]}]}
                    """,
                catalogue: twoServices
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:write"}],
                     "features": [{"id": "match", "scopes": ["users:write"], "operations": ["get-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:delete"}, {"id": "users:read"}],
                     "features": [{"id": "match", "scopes": ["users:read", "users:delete"], "operations": ["get-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "events:send"}],
                     "features": [{"id": "match", "scopes": ["events:send"], "operations": ["get-user"]},
                                  {"id": "track", "scopes": ["events:send"]}]}
                    """
            ),
        ]
    )

    private static let twoServices = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "tile:data", "title": "Data", "description": "A key.", "kind": "bundle", "members": ["users"]},
           {"id": "users", "title": "Users", "description": "Read users.", "kind": "key-permission"},
           {"id": "mail", "title": "Mail", "description": "Send messages.", "kind": "scope"}],
         "operations": [
           {"id": "get", "method": "GET", "path": "/users", "scopes": [["users"]]},
           {"id": "post", "method": "POST", "path": "/messages", "scopes": [["mail"]]}]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let good = OperationalUse.namedOperations(in: listing).reduce(into: Set<String>()) { good, named in
            good.formUnion(named.operation.namedScopes)
        }
        for request in listing.manifest?.scopes ?? [] {
            let granted = listing.catalogue.scopesGranted(by: request.id.value)
            guard good.isDisjoint(with: granted), OperationalUse.canBeTold(of: request, in: listing) else { continue }
            let features = listing.features(using: request).filter { $0.status != .planned }
            findings.report(
                "scope '\(request.name)' is good for none of the operations that features name",
                at: request.id.range,
                notes: features.map { Note("feature '\($0.id.value)' lists it", at: $0.id.range) }
            )
        }
    }
}
