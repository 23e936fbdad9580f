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
    /// Requests to hosts that no operation names, and to hosts of the platform beside its interface.
    package let elsewhereCount: Int

    /// Whether every entry of every recording was read.
    package var isWhole: Bool { recordings.allSatisfy { $0.isWhole && $0.unreadableCount == 0 } }
    package var callCount: Int { calls.reduce(0) { $0 + $1.count } }

    /// The scopes that some call can have made use of.
    package var usedScopes: Set<String> {
        calls.filter(\.isUse).reduce(into: []) { $0.formUnion($1.namedScopes) }
    }

    /// The scopes of calls that never came through, of redirects that are no calls, and of what other requests may have been
    /// meant for: nobody can tell whether the integration makes use of them.
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
        doubtfulScopes = (calls.filter { !$0.isUse }.flatMap(\.candidates) + observation.doubtfulOperations)
            .reduce(into: []) { $0.formUnion($1.namedScopes) }
    }
}
