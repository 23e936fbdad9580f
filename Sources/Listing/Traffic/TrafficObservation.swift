import Diagnostics
import Evidence

/// Takes in recordings one after the other.
struct TrafficObservation {
    private struct Calls {
        var count = 0
        var outcomes: [RecordedRequest.Outcome: Int] = [:]
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
        /// Positions in the catalogue.
        let near: [Int]
    }

    private let catalogue: Catalogue
    private let matcher: OperationMatcher
    private var hosts: [String: OperationMatcher.KnownHost] = [:]
    private var byOperations: [[Int]: Calls] = [:]
    private var groups: [Shape: Group] = [:]
    private var order: [Shape] = []
    private var nearElsewhere: Set<Int> = []
    private(set) var elsewhereCount = 0
    /// Redirects that are no calls, by recording.
    private(set) var followedRedirects: [String: Int] = [:]

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        matcher = catalogue.matcher
    }

    mutating func add(_ recording: RecordedTraffic) {
        var times: [[Int]: [RequestTimes.Moment]] = [:]
        for request in recording.requests {
            let host = known(request.host)
            guard !isFollowed(request, at: host) else {
                followedRedirects[recording.path, default: 0] += 1
                continue
            }
            switch matcher.operation(method: request.method, path: request.path, at: host) {
            case .operations(let numbers, let isByPathAlone):
                add(request, of: recording, to: numbers, isByPathAlone)
                if let time = request.time {
                    times[numbers, default: []].append(RequestTimes.Moment(time: time, entry: request.entry.start))
                }
            case .unmatched: addUnmatched(request, at: host, of: recording)
            case .elsewhere:
                elsewhereCount += 1
                nearElsewhere.formUnion(near(request, at: host))
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

    /// Whether a redirect leads to another call, or is none itself.
    private mutating func isFollowed(_ request: RecordedRequest, at host: OperationMatcher.KnownHost) -> Bool {
        guard let redirect = request.redirect else { return false }
        func isCall(_ method: String, _ path: String, _ host: OperationMatcher.KnownHost) -> Bool {
            guard case .operations = matcher.operation(method: method, path: path, at: host) else { return false }
            return true
        }
        guard isCall(request.method, request.path, host) else { return true }
        let target = known(redirect.host)
        // Most of what is redirected is asked for by `GET` from then on.
        return isCall(request.method, redirect.path, target) || isCall("GET", redirect.path, target)
    }

    private func near(_ request: RecordedRequest, at host: OperationMatcher.KnownHost) -> [Int] {
        matcher.operationsNear(method: request.method, path: request.path, at: host)
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
        byOperations[numbers]?.outcomes[request.outcome, default: 0] += 1
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
            // Those of one shape differ in what parameters take alone.
            groups[shape] = Group(count: 1, place: recording.place(of: request), near: near(request, at: host))
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
                outcomes: calls.outcomes,
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
                    place: $0.place,
                    near: $0.near.map { catalogue.operations[$0] }
                )
            }
        }
    }

    /// What requests that are for no operation may have been meant for.
    var near: [Operation] {
        groups.values.reduce(into: nearElsewhere) { $0.formUnion($1.near) }.map { catalogue.operations[$0] }
    }
}
