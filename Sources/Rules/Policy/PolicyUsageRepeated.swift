import Diagnostics
import Listing
import LocatedJSON

/// Reports a second peak for the same operation, counted in the same way.
struct PolicyUsageRepeated: Rule {
    static let description = RuleDescription(
        id: "policy-usage-repeated",
        summary: "An operation has one peak for each unit and period.",
        rationale: "Of two highest rates one is wrong, or it is their sum that has to stay within the limit.",
        flagged: [
            example(
                #"{"operation": "find", "peak": {"count": 20, "per": "minute"}}"#,
                #"{"operation": ⟦"find"⟧, "peak": {"count": 90, "per": "minute"}}"#
            ),
            example(
                #"{"operation": "find", "peak": {"count": 20, "per": "minute"}}"#,
                #"{"operation": ⟦"find"⟧, "peak": {"count": 20, "unit": "requests", "per": "minute"}}"#
            ),
        ],
        allowed: [
            example(
                #"{"operation": "find", "peak": {"count": 20, "per": "minute"}}"#,
                #"{"operation": "track", "peak": {"count": 20, "per": "minute"}}"#
            ),
            example(
                #"{"operation": "track", "peak": {"count": 20, "per": "minute"}}"#,
                #"{"operation": "track", "peak": {"count": 900, "per": "hour"}}"#,
                #"{"operation": "track", "peak": {"count": 400, "unit": "users", "per": "minute"}}"#
            ),
        ]
    )

    private static func example(_ usage: String...) -> RuleExample {
        RuleExample(manifest: #"{"usage": [\#(usage.joined(separator: ", "))]}"#)
    }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var first: [Peak: Located<String>] = [:]
        for usage in listing.manifest?.usage ?? [] {
            let peak = Peak(of: usage)
            guard let earlier = first[peak] else {
                first[peak] = usage.operation
                continue
            }
            findings.report(
                "\"usage\" has two peaks of '\(usage.operation.value)'; add them up",
                at: usage.operation.range,
                notes: [Note("the first is here", at: earlier.range)]
            )
        }
    }

    /// What may be declared once.
    private struct Peak: Hashable {
        let operation: String
        let period: RateLimit.Period?
        let unit: CountedUnit

        init(of usage: UsageStatement) {
            operation = usage.operation.value
            period = usage.period
            unit = CountedUnit(usage.unit?.value)
        }
    }
}
