import Diagnostics
import Evidence
import Listing
import LocatedJSON

/// What recordings tell of a declared peak.
enum TrafficPeak {
    case within
    case above(ObservedTraffic.Peak, isCertain: Bool)
    /// It counts what requests do not tell, or no request for the operation has a time, or they may be for another one.
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

    /// Said where a scope is called unused: what an unknown call needs cannot be told.
    var doubtOfUse: [Note] {
        guard let first = unmatched.first else { return [] }
        let count = unmatched.reduce(0) { $0 + $1.count }
        return [
            Note(
                "\(Self.counted(count, "request")) for no operation of the catalogue may have made use of it",
                at: first.place
            )
        ]
    }

    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension ObservedTraffic.Call {
    /// "'get-user'", or "'get-user' or 'get-member'" where nobody can tell.
    var name: String { candidates.map { "'\($0.id.value)'" }.joined(separator: " or ") }

    /// "12 calls, of which 3 refused and 1 failed".
    var countText: String {
        let others: [(RecordedRequest.Outcome, String)] = [
            (.redirected, "redirected"), (.refused, "refused"), (.failed, "failed"),
        ]
        let parts = others.filter { self.count($0.0) > 0 }
        guard let first = parts.first else { return ObservedTraffic.counted(count, "call") }
        let told =
            self.count(first.0) == count
            ? ", all \(first.1)"
            : ", of which " + parts.map { "\(self.count($0.0)) \($0.1)" }.joined(separator: " and ")
        return ObservedTraffic.counted(count, "call") + told
    }

    /// Where the host is not known, the path may be somebody else's.
    var doubt: [Note] {
        (others.isEmpty ? [] : [Note("the catalogue has them at the same path, so nobody can tell which it is")])
            + (isByPathAlone
                ? [Note("the catalogue does not tell at which domain it is, so it is told by its path alone")] : [])
    }
}
