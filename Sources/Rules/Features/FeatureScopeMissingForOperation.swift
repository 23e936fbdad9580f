import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that the scopes of its own feature do not allow, although other requested scopes do.
struct FeatureScopeMissingForOperation: Rule {
    static let description = RuleDescription(
        id: "feature-scope-missing-for-operation",
        summary: "A feature names the scopes that its operations need.",
        rationale: """
            A scope that another feature was granted serves this one as well, and the customer who reads of this one \
            must see it there. What a named scope implies, and what a named bundle holds, counts as named.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "scopes": ["users:read"], "operations": ["get-user"]},
                                  {"id": "match", "scopes": [], "operations": [⟦"get-user"⟧]}]}
                    """,
                page: "## [Match](feature:match)\n\nNo permission is needed for this.\n"
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "track", "scopes": ["events:send"],
                                   "operations": ["send-event", ⟦"put-user"⟧]},
                                  {"id": "sync", "scopes": ["tile:data"]}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:write"}, {"id": "tile:data"}],
                     "features": [{"id": "match", "scopes": ["users:write"], "operations": ["get-user"]},
                                  {"id": "sync", "scopes": ["tile:data"], "operations": ["get-user", "put-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [], "features": [{"id": "sync", "scopes": [], "operations": ["put-user"]}]}
                    """,
                page:
                    "## [Sync](feature:sync)\n\nNo requested scope allows it: 'scope-missing-for-operation' says so.\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for feature in listing.manifest?.features ?? [] where !feature.operations.isEmpty {
            let named = listing.scopesGranted(to: feature)
            for name in feature.operations {
                guard let operation = listing.catalogue.operation(name.value), !operation.isAllowed(by: named),
                    operation.isAllowed(by: listing.grantedScopes)
                else { continue }
                findings.report(
                    "operation '\(name.value)' needs \(operation.formula), and feature '\(feature.id.value)' does not "
                        + "name it",
                    at: name.range,
                    notes: [
                        Note("the feature's scopes are named here", at: feature.scopes.first?.range ?? feature.range),
                        Note("the catalogue says so here", at: operation.id.range),
                    ]
                )
            }
        }
    }
}
