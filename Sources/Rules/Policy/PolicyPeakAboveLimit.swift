import Diagnostics
import Listing
import LocatedJSON

/// Reports a declared peak that the platform's limit does not allow.
struct PolicyPeakAboveLimit: Rule {
    static let description = RuleDescription(
        id: "policy-peak-above-limit",
        summary: "The highest rate at which an operation is called stays within the limits of the platform.",
        rationale: """
            Beyond the limit the platform refuses calls, also those of everybody else in the same workspace. Only what \
            follows for certain is reported. A limit for the same or a longer time is exceeded when the peak alone has \
            more than the limit: 200 a minute break a limit of 6,000 an hour only if they go on, 7,000 a minute do at \
            once. A limit for a shorter time is exceeded when even calls that are spread evenly are too many: 12,000 an \
            hour are 200 in some minute. A peak counts calls unless its "unit" says of what it is; since a call carries \
            at least one user or event, too many calls are too many users. Where a peak cannot be compared, the line \
            that tells what was proved says so.
            """,
        flagged: [
            example(#"{"operation": "find", "peak": {"count": ⟦101⟧, "per": "minute"}}"#),
            example(#"{"operation": "find", "peak": {"count": ⟦6001⟧, "per": "hour"}}"#),
            example(#"{"operation": "find", "peak": {"count": ⟦200⟧, "per": "second"}}"#),
            example(#"{"operation": "track", "peak": {"count": ⟦101⟧, "per": "minute"}}"#),
            example(#"{"operation": "track", "peak": {"count": ⟦6001⟧, "unit": "users", "per": "hour"}}"#),
        ],
        allowed: [
            example(#"{"operation": "find", "peak": {"count": 100, "per": "minute"}}"#),
            example(#"{"operation": "find", "peak": {"count": 6000, "per": "hour"}}"#),
            example(#"{"operation": "track", "peak": {"count": 100, "unit": "users", "per": "minute"}}"#),
            example(#"{"operation": "track", "peak": {"count": 500, "unit": "events", "per": "minute"}}"#),
            example(#"{"operation": "unknown", "peak": {"count": 500, "per": "minute"}}"#),
        ]
    )

    private static func example(_ usage: String) -> RuleExample {
        RuleExample(manifest: #"{"usage": [\#(usage)]}"#, catalogue: catalogue)
    }

    private static let catalogue = """
        {"complete": true, "checked": "2026-01-01", "scopes": [], "operations": [
          {"id": "find", "method": "GET", "path": "/users", "limit": [
            {"count": 100, "unit": "requests", "per": "minute"}, {"count": 7000, "unit": "requests", "per": "hour"}]},
          {"id": "track", "method": "POST", "path": "/users", "limit": {"count": 100, "unit": "users", "per": "minute"}}
        ]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for usage in listing.manifest?.usage ?? [] {
            guard let peak = usage.peak, let period = usage.period,
                let operation = listing.catalogue.operation(usage.operation.value),
                let limit = operation.limits.first(where: { usage.comparison(with: [$0]) == .above })
            else { continue }
            let unit = usage.unit?.value ?? "calls"
            let carried = CountedUnit(unit) == CountedUnit(limit.unit)
            findings.report(
                "\(peak.value) \(unit) \(period.each) of '\(operation.id.value)' exceed the limit of "
                    + "\(limit.count) \(limit.unit) \(limit.period.each)",
                at: peak.range,
                notes: carried ? [] : [Note("a call carries at least one of them; \"unit\" says what a peak counts")]
            )
        }
    }
}
