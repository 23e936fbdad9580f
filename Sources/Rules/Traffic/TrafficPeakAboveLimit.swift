import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that was called more often than the platform allows.
struct TrafficPeakAboveLimit: Rule {
    static let description = RuleDescription(
        id: "traffic-peak-above-limit",
        severity: .warning,
        summary: "Recorded traffic stays within the limits of the platform.",
        rationale: """
            Beyond the limit the platform refuses calls, also those of everybody else in the same workspace. The rule warns: \
            requests are counted in any time as long as the limit's, and a platform that begins anew with each minute of \
            the clock may have let them pass. Limits on users or events cannot be counted from requests.
            """,
        flagged: [
            RuleExample(
                manifest: #"⟦⟧{"features": []}"#,
                traffic: recording(seconds: [0, 59, 20]),
                catalogue: catalogue
            ),
            RuleExample(
                manifest: #"{"usage": [⟦{"operation": "find", "peak": {"count": 5, "per": "minute"}}⟧]}"#,
                traffic: recording(seconds: [10, 11, 12]),
                catalogue: catalogue
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: recording(seconds: [0, 59, 61]),
                catalogue: catalogue
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har((0..<3).map { ExampleTraffic.request("POST", "/users", second: $0) }),
                catalogue: catalogue
            ),
        ]
    )

    private static func recording(seconds: [Int]) -> String {
        ExampleTraffic.har(seconds.map { ExampleTraffic.request("GET", "/users", second: $0) })
    }

    private static let catalogue = """
        {"complete": true, "checked": "2026-01-01", "servers": ["https://api-01.example.com"], "scopes": [],
         "operations": [
          {"id": "find", "method": "GET", "path": "/users", "limit": {"count": 2, "unit": "requests", "per": "minute"}},
          {"id": "track", "method": "POST", "path": "/users", "limit": {"count": 2, "unit": "users", "per": "minute"}}
         ]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let traffic = listing.traffic, let manifest = listing.manifest else { return }
        for call in traffic.calls where call.others.isEmpty {
            let operation = call.operation
            guard
                let limit = operation.limits.first(where: { limit in
                    CountedUnit(limit.unit) == .calls && (call.peaks[limit.period]?.count ?? 0) > limit.count
                }), let peak = call.peaks[limit.period]
            else { continue }
            let usage = manifest.usage.first { listing.catalogue.operation($0.operation.value) === operation }
            findings.report(
                "'\(operation.id.value)' was called \(peak.count) times within \(limit.period.each), and the platform "
                    + "allows \(limit.count)",
                at: usage?.range ?? manifest.start,
                notes: [
                    Note("the first of these requests", at: peak.place),
                    Note("the catalogue says so here", at: operation.id.range),
                ] + call.doubt
            )
        }
    }
}
