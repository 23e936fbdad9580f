package import Diagnostics
package import Evidence
import LocatedJSON

/// What recordings show of the calls of an integration: the requests of HAR files as operations of the platform.
package struct ObservedTraffic: Sendable {
    /// All requests for one operation.
    package struct Call: Sendable {
        package let operation: Operation
        /// Further ones of the same method and path: nobody can tell for which of them the requests were.
        package let others: [Operation]
        package let count: Int
        /// How many of them the platform answered with 401 or 403.
        package let refusedCount: Int
        /// Where the first stands.
        package let place: SourceRange
        /// Whether the operation has no host that is known, so that the requests may have been for somebody else.
        package let isByPathAlone: Bool
        /// The largest number of requests in any such time; none where no request has a time.
        package let peaks: [RateLimit.Period: Peak]

        /// All that the requests may have been for.
        package var candidates: [Operation] { [operation] + others }
        /// Whether the platform answered every one of them with 401 or 403.
        package var isRefused: Bool { refusedCount == count }
        package var namedScopes: Set<String> { candidates.reduce(into: []) { $0.formUnion($1.namedScopes) } }
        package var isNeedKnown: Bool { candidates.allSatisfy(\.need.isKnown) }
    }

    package struct Peak: Sendable, Hashable {
        package let count: Int
        /// Of the first request of that time.
        package let place: SourceRange
    }

    /// Requests to a host of the platform that are for no operation of the catalogue.
    package struct Unmatched: Sendable, Hashable {
        package let method: String
        /// As the catalogue writes it.
        package let host: String
        /// The path, with braces for all that stands in no path of the catalogue.
        package let shape: String
        package let count: Int
        package let place: SourceRange
    }

    package struct Recording: Sendable, Hashable {
        package let path: String
        package let requestCount: Int
        package let passedOver: [PassedOver: Int]
        package let isWhole: Bool
        package let unreadableCount: Int
    }

    package let recordings: [Recording]
    package let secrets: [RecordedSecret]
    /// In the order of the catalogue.
    package let calls: [Call]
    /// In the order in which they stand in the recordings.
    package let unmatched: [Unmatched]
    /// Requests to hosts that no operation names.
    package let elsewhereCount: Int

    /// Whether every entry of every recording was read.
    package var isWhole: Bool { recordings.allSatisfy { $0.isWhole && $0.unreadableCount == 0 } }
    package var callCount: Int { calls.reduce(0) { $0 + $1.count } }

    /// The scopes that some call can have made use of.
    package var usedScopes: Set<String> { calls.reduce(into: []) { $0.formUnion($1.namedScopes) } }

    /// The requests that were for this operation and for no other.
    package func call(of operation: Operation) -> Call? {
        calls.first { $0.operation === operation && $0.others.isEmpty }
    }

    /// nil without any recording.
    init?(_ recordings: [RecordedTraffic], _ catalogue: Catalogue) {
        guard !recordings.isEmpty else { return nil }
        var observation = TrafficObservation(catalogue)
        for recording in recordings { observation.add(recording) }
        self.recordings = recordings.map {
            Recording(
                path: $0.path,
                requestCount: $0.requests.count,
                passedOver: $0.passedOver,
                isWhole: $0.isWhole,
                unreadableCount: $0.unreadableCount
            )
        }
        secrets = recordings.flatMap(\.secrets)
        calls = observation.calls
        unmatched = observation.unmatched
        elsewhereCount = observation.elsewhereCount
    }
}

/// Takes in recordings one after the other.
private struct TrafficObservation {
    private struct Calls {
        var count = 0
        var refusedCount = 0
        var place: SourceRange
        var isByPathAlone: Bool
        var peaks: [RateLimit.Period: ObservedTraffic.Peak] = [:]
    }

    private struct Shape: Hashable {
        let method: String
        let host: String
        let path: String
    }

    private struct Group {
        var count: Int
        let place: SourceRange
    }

    private let catalogue: Catalogue
    private let matcher: OperationMatcher
    private var hosts: [String: OperationMatcher.KnownHost] = [:]
    private var byOperations: [[Int]: Calls] = [:]
    private var groups: [Shape: Group] = [:]
    private var order: [Shape] = []
    private(set) var elsewhereCount = 0

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        matcher = catalogue.matcher
    }

    mutating func add(_ recording: RecordedTraffic) {
        var times: [[Int]: [RequestTimes.Moment]] = [:]
        for request in recording.requests {
            let host = known(request.host)
            switch matcher.operation(method: request.method, path: request.path, at: host) {
            case .operations(let numbers, let isByPathAlone):
                add(request, of: recording, to: numbers, isByPathAlone)
                if let time = request.time {
                    times[numbers, default: []].append(RequestTimes.Moment(time: time, entry: request.entry.start))
                }
            case .unmatched: addUnmatched(request, at: host, of: recording)
            case .elsewhere: elsewhereCount += 1
            }
        }
        // Recordings may overlap, so what each shows alone is all that is certain.
        for (numbers, moments) in times {
            let found = RequestTimes(moments, path: recording.path)
            for period in RateLimit.Period.allCases {
                guard let peak = found.peak(per: period) else { continue }
                if let earlier = byOperations[numbers]?.peaks[period], earlier.count >= peak.count { continue }
                byOperations[numbers]?.peaks[period] = peak
            }
        }
    }

    private mutating func known(_ host: String) -> OperationMatcher.KnownHost {
        if let known = hosts[host] { return known }
        let known = matcher.known(host)
        hosts[host] = known
        return known
    }

    private mutating func add(
        _ request: RecordedRequest,
        of recording: RecordedTraffic,
        to numbers: [Int],
        _ isByPathAlone: Bool
    ) {
        let place = recording.place(of: request)
        byOperations[numbers, default: Calls(place: place, isByPathAlone: isByPathAlone)].count += 1
        if request.isRefused { byOperations[numbers]?.refusedCount += 1 }
        if !isByPathAlone { byOperations[numbers]?.isByPathAlone = false }
    }

    private mutating func addUnmatched(
        _ request: RecordedRequest,
        at host: OperationMatcher.KnownHost,
        of recording: RecordedTraffic
    ) {
        let path = RequestShape.of(request.path, matcher)
        let shape = Shape(method: request.method, host: host.template ?? "{}", path: path)
        if groups[shape] == nil {
            order.append(shape)
            groups[shape] = Group(count: 1, place: recording.place(of: request))
        } else {
            groups[shape]?.count += 1
        }
    }

    var calls: [ObservedTraffic.Call] {
        byOperations.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { numbers, calls in
            ObservedTraffic.Call(
                operation: catalogue.operations[numbers[0]],
                others: numbers.dropFirst().map { catalogue.operations[$0] },
                count: calls.count,
                refusedCount: calls.refusedCount,
                place: calls.place,
                isByPathAlone: calls.isByPathAlone,
                peaks: calls.peaks
            )
        }
    }

    var unmatched: [ObservedTraffic.Unmatched] {
        order.compactMap { shape in
            groups[shape].map {
                ObservedTraffic.Unmatched(
                    method: shape.method,
                    host: shape.host,
                    shape: shape.path,
                    count: $0.count,
                    place: $0.place
                )
            }
        }
    }
}
