import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation of a feature that none of the requested scopes allows.
struct ScopeMissingForOperation: Rule {
    static let description = RuleDescription(
        id: "scope-missing-for-operation",
        summary: "The requested scopes allow every operation that a feature names, unless it is only planned.",
        rationale: "Either the feature does not work, or the integration is given a permission that the listing hides.",
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "scopes": ["users:read"], "operations": ["get-user", ⟦"put-user"⟧]}]}
                    """
            ),
            RuleExample(
                manifest:
                    #"{"scopes": [], "features": [{"id": "track", "scopes": [], "operations": [⟦"send-event"⟧]}]}"#
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [], "features": [{"id": "track", "status": "planned", "scopes": [],
                                                 "operations": ["send-event"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:write"}],
                     "features": [{"id": "sync", "scopes": ["users:write"], "operations": ["get-user", "put-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "track", "scopes": ["tile:data"], "operations": ["send-event"]}]}
                    """
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let granted = listing.grantedScopes
        for feature in listing.manifest?.features ?? [] where feature.status != .planned {
            for name in feature.operations {
                guard let operation = listing.catalogue.operation(name.value), !operation.isAllowed(by: granted) else {
                    continue
                }
                findings.report(
                    "operation '\(name.value)' needs \(operation.formula), and no requested scope grants it",
                    at: name.range,
                    notes: [Note("the catalogue says so here", at: operation.id.range)]
                )
            }
        }
    }
}
