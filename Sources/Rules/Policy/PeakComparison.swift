import Listing
import LocatedJSON

/// What a limit of the platform makes of a declared peak.
enum PeakComparison {
    /// More than the limit, however the peak is spread and whatever a call carries.
    case above
    /// Not more, even if the peak lasts.
    case within
    /// It depends on what is not declared.
    case unknown

    init(_ count: Int, of unit: CountedUnit, per period: RateLimit.Period, against limit: RateLimit) {
        let counted = CountedUnit(limit.unit)
        // A call carries at least one user or event: so many calls are at least, and at most, so many of them.
        let isAtLeast = unit == counted || unit == .calls
        let isAtMost = unit == counted || counted == .calls
        if isAtLeast, Self.least(of: count, per: period, in: limit.period) > limit.count {
            self = .above
        } else if isAtMost, Self.most(of: count, per: period, in: limit.period) <= limit.count {
            self = .within
        } else {
            self = .unknown
        }
    }

    /// In some part of a period there are at least as many as in the average part.
    private static func least(of count: Int, per period: RateLimit.Period, in part: RateLimit.Period) -> Int {
        let parts = max(1, period.seconds / part.seconds)
        return count > 0 ? (count - 1) / parts + 1 : 0
    }

    /// All of it may fall into one part, and a peak may last.
    private static func most(of count: Int, per period: RateLimit.Period, in whole: RateLimit.Period) -> Int {
        let (product, overflows) = count.multipliedReportingOverflow(by: max(1, whole.seconds / period.seconds))
        return overflows ? .max : product
    }
}

/// What a rate counts, by whatever form of the word.
enum CountedUnit: Hashable {
    case calls
    case named(String)

    init(_ unit: String?) {
        let word = unit?.lowercased() ?? "calls"
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        self = ["call", "request", "api call", "api request"].contains(singular) ? .calls : .named(singular)
    }
}

extension UsageStatement {
    /// What is known of the peak under the limits of the platform; nil where there is nothing to compare.
    func comparison(with limits: [RateLimit]) -> PeakComparison? {
        guard let peak, let period, !limits.isEmpty else { return nil }
        let unit = CountedUnit(unit?.value)
        let all = limits.map { PeakComparison(peak.value, of: unit, per: period, against: $0) }
        return all.contains(.above) ? .above : all.contains(.unknown) ? .unknown : .within
    }
}

extension RateLimit.Period {
    /// As a rate is read: "a minute", "an hour".
    var each: String { (self == .hour ? "an " : "a ") + rawValue }
}
