import SiteBuilder
import Synchronization

/// Changes that were told and not taken in yet: whatever comes while the site is being read again is taken in at once.
final class ChangeQueue: Sendable {
    struct Batch: Sendable {
        var changes = ContentChanges()
        var paths: Set<String> = []
    }

    private let waiting = Mutex(Batch())
    private let arrivals: AsyncStream<Void>
    private let arrival: AsyncStream<Void>.Continuation

    init() {
        // One arrival stands for any number of changes.
        (arrivals, arrival) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ changes: ContentChanges, at paths: Set<String>) {
        guard !changes.isEmpty else { return }
        waiting.withLock { batch in
            batch.changes.formUnion(changes)
            batch.paths.formUnion(paths)
        }
        arrival.yield()
    }

    func end() { arrival.finish() }

    /// Calls `take` with all that has come, again and again until the end.
    func forEach(_ take: (Batch) async -> Void) async {
        for await _ in arrivals {
            let batch = waiting.withLock { waiting in
                defer { waiting = Batch() }
                return waiting
            }
            if !batch.changes.isEmpty { await take(batch) }
        }
    }
}
