import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation with a published limit whose rate nobody declares.
struct PolicyUsageMissing: Rule {
    static let description = RuleDescription(
        id: "policy-usage-missing",
        severity: .warning,
        summary: "For every operation that features call and the platform limits, the highest rate is declared.",
        rationale: """
            Limits hold for a whole workspace: the customer has to know how much of them an integration takes before it \
            is connected. A feature that is only planned calls nothing.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync", "operations": [⟦"find"⟧, "ping"]}]}"#,
                catalogue: catalogue
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "a", "operations": [⟦"find"⟧]}, {"id": "b", "operations": ["find"]}],
                     "usage": [{"operation": "ping", "peak": {"count": 1, "per": "day"}}]}
                    """,
                catalogue: catalogue
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "operations": ["find"]}],
                     "usage": [{"operation": "find", "peak": {"count": 10, "per": "minute"}}]}
                    """,
                catalogue: catalogue
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync", "status": "planned", "operations": ["find"]}]}"#,
                catalogue: catalogue
            ),
        ]
    )

    private static let catalogue = """
        {"complete": true, "checked": "2026-01-01", "scopes": [], "operations": [
          {"id": "find", "method": "GET", "path": "/users",
           "limit": {"count": 100, "unit": "requests", "per": "minute"}},
          {"id": "ping", "method": "GET", "path": "/ping"}
        ]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        // An operation has several names: its id, and its method and path.
        var declared = Set(
            manifest.usage.map { listing.catalogue.operation($0.operation.value)?.id.value ?? $0.operation.value }
        )
        for feature in manifest.features where feature.status != .planned {
            for name in feature.operations {
                guard let operation = listing.catalogue.operation(name.value), let limit = operation.limits.first,
                    declared.insert(operation.id.value).inserted
                else { continue }
                findings.report(
                    "\"usage\" does not say how often '\(name.value)' is called, which is limited to "
                        + "\(limit.count) \(limit.unit) \(limit.period.each)",
                    at: name.range
                )
            }
        }
    }
}
