/// What happened and was not told yet: it is told when nothing happened for a while, or when it has waited long enough.
struct Gathering: Sendable {
    private let quiet: Duration
    private let longestWait: Duration
    private var paths: Set<String> = []
    private var isEverything = false
    private var first: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant?

    init(_ settings: FolderWatch.Settings) {
        quiet = settings.quiet
        longestWait = settings.longestWait
    }

    /// More than so many places are as good as everything, and cost no memory.
    private static let mostPaths = 10_000

    mutating func add(_ found: Set<String>, at now: ContinuousClock.Instant) {
        guard !found.isEmpty else { return }
        paths.formUnion(found)
        if paths.count > Self.mostPaths { addEverything(at: now) }
        note(now)
    }

    mutating func addEverything(at now: ContinuousClock.Instant) {
        isEverything = true
        paths = []
        note(now)
    }

    private mutating func note(_ now: ContinuousClock.Instant) {
        first = first ?? now
        last = now
    }

    private var dueTime: ContinuousClock.Instant? {
        guard let first, let last else { return nil }
        return min(last + quiet, first + longestWait)
    }

    /// Until there is something to tell; nil while nothing happens.
    func timeLeft(from now: ContinuousClock.Instant) -> Duration? {
        dueTime.map { max(.zero, $0 - now) }
    }

    /// What is to be told now, after which it is forgotten.
    mutating func due(at now: ContinuousClock.Instant) -> FolderWatch.Event? {
        guard let dueTime, dueTime <= now else { return nil }
        let event = isEverything ? FolderWatch.Event.everything : .changes(paths)
        paths = []
        isEverything = false
        first = nil
        last = nil
        return event
    }
}
