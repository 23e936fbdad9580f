import Listing
import LocatedJSON
import Templates

enum DataView {
    static let view = View<DataStatement>(
        "data",
        [
            .text("object", "The kind of data.") { $0.object.value },
            .text("direction", "Whether it is read, written or both.") { $0.direction?.inWords },
            .text("purpose", "What for.") { $0.purpose?.value },
            .text("stored", "Whether a copy is kept: Yes or No.") { $0.isStored.map { $0 ? "Yes" : "No" } },
            .text("retention", "How long it is kept.") { $0.retention?.value },
            .text("onDisconnect", "What becomes of it when the customer disconnects.") { $0.onDisconnect?.value },
            .text("onUninstall", "What becomes of it when the customer uninstalls.") { $0.onUninstall?.value },
        ]
    )
}

extension DataStatement.Direction {
    fileprivate var inWords: String {
        switch self {
        case .read: "Reads"
        case .write: "Writes"
        case .both: "Reads and writes"
        }
    }
}

struct UsageModel: Sendable {
    let usage: UsageStatement
    let catalogue: Catalogue

    var operation: String {
        catalogue.operation(usage.operation.value).map { "\($0.method) \($0.path)" } ?? usage.operation.value
    }

    var peak: String? {
        guard let peak = usage.peak, let period = usage.period else { return nil }
        return rateText(peak.value, usage.unit?.value ?? "requests", period)
    }

    var limit: String? {
        guard let limits = catalogue.operation(usage.operation.value)?.limits, !limits.isEmpty else { return nil }
        return limits.map { rateText($0.count, $0.unit, $0.period) }.joined(separator: ", ")
    }
}

enum UsageView {
    static let view = View<UsageModel>(
        "usage",
        [
            .text("operation", "The call, as the platform names it.") { $0.operation },
            .text("peak", "How often the integration makes it at most.") { $0.peak },
            .text("limit", "How often the platform allows it; absent when the catalogue does not say.") { $0.limit },
        ]
    )
}

/// `10,000 users a minute`.
private func rateText(_ count: Int, _ unit: String, _ period: RateLimit.Period) -> String {
    "\(grouped(count)) \(unit) \(period == .hour ? "an" : "a") \(period.rawValue)"
}

private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var position = digits.count - 3
    while position > 0 {
        digits.insert(",", at: position)
        position -= 3
    }
    return String(digits)
}
