import Diagnostics
import Evidence
import Listing
import LocatedJSON

/// What recordings tell of a requested scope.
enum TrafficUse {
    case used
    case unused
    /// Nothing can be told: the recording is not whole, or has no calls, or one of which nobody says what it needs; or no
    /// operation and no feature that can be used needs the scope.
    case unknown

    init(of request: ScopeRequest, in listing: ParsedListing, _ traffic: ObservedTraffic) {
        let granted = listing.catalogue.scopesGranted(by: request.id.value)
        if !traffic.usedScopes.isDisjoint(with: granted) {
            self = .used
            return
        }
        let features = listing.features(using: request)
        let isPlanned = !features.isEmpty && features.allSatisfy { $0.status == .planned }
        let isTold =
            traffic.isWhole && !traffic.calls.isEmpty && !isPlanned
            && traffic.calls.allSatisfy(\.operation.need.isKnown)
            && listing.catalogue.hasOperation(using: request.id.value)
        self = isTold ? .unused : .unknown
    }
}

/// What recordings tell of a declared peak.
enum TrafficPeak {
    case within
    case above(ObservedTraffic.Peak, isCertain: Bool)
    /// It counts what requests do not tell, or no request for the operation has a time.
    case unknown

    init(of usage: UsageStatement, in listing: ParsedListing, _ traffic: ObservedTraffic) {
        guard let peak = usage.peak, let period = usage.period, CountedUnit(usage.unit?.value) == .calls,
            let operation = listing.catalogue.operation(usage.operation.value),
            let call = traffic.call(of: operation), let observed = call.peaks[period]
        else {
            self = .unknown
            return
        }
        self = observed.count > peak.value ? .above(observed, isCertain: !call.isByPathAlone) : .within
    }
}

extension ObservedTraffic {
    /// Says where what was recorded stands, for a note.
    var extent: Note {
        let files = recordings.map { "'\($0.path)'" }
        let shown = files.prefix(3).joined(separator: ", ") + (files.count > 3 ? " and \(files.count - 3) more" : "")
        return Note("traffic shows only what was recorded: \(Self.counted(callCount, "call")) in \(shown)")
    }

    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension ObservedTraffic.Call {
    /// "12 calls, of which 3 were refused".
    var countText: String {
        ObservedTraffic.counted(count, "call")
            + (refusedCount == 0 ? "" : refusedCount == count ? ", all refused" : ", of which \(refusedCount) refused")
    }

    /// Where the host is not known, the path may be somebody else's.
    var doubt: [Note] {
        isByPathAlone ? [Note("the catalogue names no server, so it is told by its path alone")] : []
    }
}
