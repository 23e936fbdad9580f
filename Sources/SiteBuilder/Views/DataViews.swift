import Listing
import LocatedJSON
import Templates

struct DataModel: Sendable {
    let statement: DataStatement
    let listing: ParsedListing
}

enum DataView {
    static let view = View<DataModel>(
        "data",
        [
            .text("object", "The kind of data.") { data in
                ContentText(
                    data.statement.shownObject,
                    in: data.listing.language(ofText: data.statement.object)
                )
            },
            .phrase("direction", "Whether it is read, written or both.") { $0.statement.direction?.inWords },
            .text("purpose", "What for.") { $0.listing.shown($0.statement.purpose) },
            .phrase("stored", "Whether a copy is kept: Yes or No.") { $0.statement.isStored?.inWords },
            .text("retention", "How long it is kept.") { $0.listing.shown($0.statement.retention) },
            .text("onDisconnect", "What becomes of it when the customer disconnects.") {
                $0.listing.shown($0.statement.onDisconnect)
            },
            .text("onUninstall", "What becomes of it when the customer uninstalls.") {
                $0.listing.shown($0.statement.onUninstall)
            },
        ]
    )
}

struct UsageModel: Sendable {
    let usage: UsageStatement
    let catalogue: Catalogue

    var operation: String {
        catalogue.operation(usage.operation.value).map { "\($0.method) \($0.path)" } ?? usage.operation.value
    }

    var peak: Phrase? {
        guard let peak = usage.peak, let period = usage.period else { return nil }
        return rate(peak.value, usage.unit?.value, period)
    }

    var limit: Phrase? {
        guard let limits = catalogue.operation(usage.operation.value)?.limits, !limits.isEmpty else { return nil }
        return .list(limits.map { rate($0.count, $0.unit, $0.period) }, .comma)
    }
}

enum UsageView {
    static let view = View<UsageModel>(
        "usage",
        [
            .text("operation", "The call, as the platform names it.") { $0.operation },
            .phrase("peak", "How often the integration makes it at most.") { $0.peak },
            .phrase("limit", "How often the platform allows it; absent when the catalogue does not say.") { $0.limit },
        ]
    )
}

/// `10,000 users a minute`; of calls, that are counted unless something else is, the language has a word.
func rate(_ count: Int, _ unit: String?, _ period: RateLimit.Period) -> Phrase {
    let number = Phrase.number(count)
    let amount =
        unit.map { $0 == "requests" } ?? true
        ? Phrase("rate.requests", ["count": number])
        : Phrase.term(
            "unit.\(unit ?? "")",
            ["count": number],
            otherwise: Phrase("rate.units", ["count": number, "unit": .text(unit ?? "")])
        )
    return switch period {
    case .second: Phrase("rate.second", ["amount": amount])
    case .minute: Phrase("rate.minute", ["amount": amount])
    case .hour: Phrase("rate.hour", ["amount": amount])
    case .day: Phrase("rate.day", ["amount": amount])
    }
}
