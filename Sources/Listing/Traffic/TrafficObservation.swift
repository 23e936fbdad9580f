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
    /// What other requests may have been for.
    private var doubtful: Set<Int> = []
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
                // Whether the platform did anything before it sent the caller on, nobody can tell.
                doubtful.formUnion(candidates(of: request, at: host))
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
                doubtful.formUnion(near(request, at: host))
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
        guard operations(request.method, request.path, at: host) != nil else { return true }
        if Self.mayBeDone(request, before: redirect) { return false }
        return operations(request.method, redirect.path, at: known(redirect.host)) != nil
    }

    /// Whether a call may have done its work before it sent the caller to where the outcome is shown, as forms do: the next
    /// request asks for a page and does not repeat the call.
    private static func mayBeDone(_ request: RecordedRequest, before redirect: RecordedRequest.Redirect) -> Bool {
        guard request.method != "GET", request.method != "HEAD" else { return false }
        switch request.status {
        case 303: return true
        // Most callers go on by `GET`; to ask for the same address in the same way would never end.
        case 301, 302: return redirect.host == request.host && redirect.path == request.path
        default: return false
        }
    }

    /// What a request was for, or else what it may have been meant for.
    private func candidates(of request: RecordedRequest, at host: OperationMatcher.KnownHost) -> [Int] {
        operations(request.method, request.path, at: host) ?? near(request, at: host)
    }

    private func operations(_ method: String, _ path: String, at host: OperationMatcher.KnownHost) -> [Int]? {
        guard case .operations(let numbers, _) = matcher.operation(method: method, path: path, at: host) else {
            return nil
        }
        return numbers
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

    /// What redirects that are no calls, and requests that are for no operation, may have been for.
    var doubtfulOperations: [Operation] {
        groups.values.reduce(into: doubtful) { $0.formUnion($1.near) }.map { catalogue.operations[$0] }
    }
}
