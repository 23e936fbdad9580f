import Diagnostics

/// When the requests for one operation were made.
struct RequestTimes {
    struct Moment {
        /// Milliseconds since 1970.
        let time: Int
        /// Where its entry begins.
        let entry: Int
    }

    /// In the order of their times, which recordings need not have.
    private let moments: [Moment]
    private let path: String

    init(_ moments: [Moment], path: String) {
        self.moments = moments.sorted { ($0.time, $0.entry) < ($1.time, $1.entry) }
        self.path = path
    }

    /// The largest number of requests in any such time, wherever it begins.
    func peak(per period: RateLimit.Period) -> ObservedTraffic.Peak? {
        guard !moments.isEmpty else { return nil }
        var most = 0
        var first = 0
        var start = 0
        for end in moments.indices {
            while moments[end].time - moments[start].time >= period.seconds * 1000 { start += 1 }
            if end - start + 1 > most {
                most = end - start + 1
                first = start
            }
        }
        let entry = moments[first].entry
        return ObservedTraffic.Peak(
            count: most,
            place: SourceRange(path: path, bytes: ByteRange(entry, entry + 1))
        )
    }
}
