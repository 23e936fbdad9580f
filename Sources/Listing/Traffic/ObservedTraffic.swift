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
        /// How many of them the platform took in which way.
        package let outcomes: [RecordedRequest.Outcome: Int]
        /// Where the first stands.
        package let place: SourceRange
        /// Whether the operation has no host that is known, so that the requests may have been for somebody else.
        package let isByPathAlone: Bool
        /// The largest number of requests in any such time; none where no request has a time.
        package let peaks: [RateLimit.Period: Peak]

        /// All that the requests may have been for.
        package var candidates: [Operation] { [operation] + others }
        package func count(_ outcome: RecordedRequest.Outcome) -> Int { outcomes[outcome] ?? 0 }
        /// Whether the platform did what it was asked for at least once: only then it is certain that the caller may.
        package var isAnswered: Bool { count(.answered) > 0 }
        /// Whether a call came through, as far as anybody can tell: where refused and failed each time, it used nothing.
        package var isUse: Bool { isAnswered || count(.redirected) > 0 }
        package var namedScopes: Set<String> { candidates.reduce(into: []) { $0.formUnion($1.namedScopes) } }
        package var isNeedKnown: Bool { candidates.allSatisfy(\.need.isKnown) }
    }

    package struct Peak: Sendable, Hashable {
        package let count: Int
        /// Of the first request of that time.
        package let place: SourceRange
    }

    /// Requests to a host of the platform that are for no operation of the catalogue.
    package struct Unmatched: Sendable {
        package let method: String
        /// As the catalogue writes it.
        package let host: String
        /// The path, with braces for all that stands in no path of the catalogue.
        package let shape: String
        package let count: Int
        package let place: SourceRange
        /// What the requests may have been meant for, as the catalogue has their path under another method, or with a
        /// parameter at its end that would have to take in slashes.
        package let near: [Operation]
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
    package var usedScopes: Set<String> {
        calls.filter(\.isUse).reduce(into: []) { $0.formUnion($1.namedScopes) }
    }

    /// The scopes of calls that never came through, and of what other requests may have been meant for: nobody can tell
    /// whether the integration makes use of them.
    package let doubtfulScopes: Set<String>

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
            let followed = observation.followedRedirects[$0.path] ?? 0
            return Recording(
                path: $0.path,
                requestCount: $0.requests.count - followed,
                passedOver: $0.passedOver.merging(followed > 0 ? [.redirect: followed] : [:], uniquingKeysWith: +),
                isWhole: $0.isWhole,
                unreadableCount: $0.unreadableCount
            )
        }
        secrets = recordings.flatMap(\.secrets)
        calls = observation.calls
        unmatched = observation.unmatched
        elsewhereCount = observation.elsewhereCount
        doubtfulScopes = (calls.filter { !$0.isUse }.flatMap(\.candidates) + observation.near)
            .reduce(into: []) { $0.formUnion($1.namedScopes) }
    }
}

/// Takes in recordings one after the other.
private struct TrafficObservation {
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
