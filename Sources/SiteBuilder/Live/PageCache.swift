import Synchronization

/// Pages that were rendered a while ago, the newest of them, up to a number of bytes.
final class PageCache: Sendable {
    struct Entry: Sendable {
        let stamp: LiveSnapshot.Stamp
        let bytes: [UInt8]
        let hash: String
    }

    private struct State {
        var entries: [SiteAddress: Entry] = [:]
        /// From the oldest on.
        var order: [SiteAddress] = []
        var byteCount = 0
    }

    private let state = Mutex(State())
    private let mostBytes: Int

    init(mostBytes: Int) {
        self.mostBytes = mostBytes
    }

    /// Whatever was last rendered for an address, be it outdated.
    subscript(address: SiteAddress) -> Entry? {
        state.withLock { $0.entries[address] }
    }

    func removeAll() {
        state.withLock { $0 = State() }
    }

    func add(_ entry: Entry, at address: SiteAddress) {
        state.withLock { state in
            if let earlier = state.entries.updateValue(entry, forKey: address) {
                state.byteCount -= earlier.bytes.count
            } else {
                state.order.append(address)
            }
            state.byteCount += entry.bytes.count
            var removed = 0
            while state.byteCount > mostBytes, removed + 1 < state.order.count {
                let oldest = state.entries.removeValue(forKey: state.order[removed])
                state.byteCount -= oldest?.bytes.count ?? 0
                removed += 1
            }
            state.order.removeFirst(removed)
        }
    }
}
