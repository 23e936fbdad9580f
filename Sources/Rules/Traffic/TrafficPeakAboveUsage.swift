import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that was called more often than the listing declares.
struct TrafficPeakAboveUsage: Rule {
    static let description = RuleDescription(
        id: "traffic-peak-above-usage",
        summary: "Recorded traffic stays within the peaks that the listing declares.",
        rationale: """
            Customers plan their own calls beside those that an integration declares. What counts is the largest number of \
            requests in any time as long as the one of the declared peak, wherever it begins. A peak of users or events \
            cannot be counted from requests; that line of what was proved says that it was not checked. Of several \
            recordings, which may overlap, each counts alone.
            """,
        flagged: [
            example(
                #"{"operation": "get-user", "peak": {"count": ⟦2⟧, "per": "minute"}}"#,
                seconds: [0, 30, 59]
            ),
            example(
                #"{"operation": "get-user", "peak": {"count": ⟦1⟧, "unit": "requests", "per": "second"}}"#,
                seconds: [7, 3, 7]
            ),
        ],
        allowed: [
            example(#"{"operation": "get-user", "peak": {"count": 2, "per": "minute"}}"#, seconds: [0, 30, 60]),
            example(
                #"{"operation": "get-user", "peak": {"count": 1, "unit": "users", "per": "minute"}}"#,
                seconds: [0, 1]
            ),
            example(#"{"operation": "send-event", "peak": {"count": 1, "per": "minute"}}"#, seconds: [0, 1]),
        ]
    )

    private static func example(_ usage: String, seconds: [Int]) -> RuleExample {
        RuleExample(
            manifest: #"{"usage": [\#(usage)]}"#,
            traffic: ExampleTraffic.har(seconds.map { ExampleTraffic.request("GET", "/users/17", second: $0) })
        )
    }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let traffic = listing.traffic else { return }
        for usage in listing.manifest?.usage ?? [] {
            guard let peak = usage.peak, let period = usage.period,
                case .above(let observed, let isCertain) = TrafficPeak(of: usage, in: listing, traffic)
            else { continue }
            findings.report(
                "'\(usage.operation.value)' was called \(observed.count) times within \(period.each), and its declared peak "
                    + "is \(peak.value)",
                at: peak.range,
                isCertain: isCertain,
                notes: [Note("the first of these requests", at: observed.place)]
            )
        }
    }
}
