import Synchronization

/// All terms of a site, each with the pages that say it best: what memory holds is bounded by the number of terms.
///
/// Listings are taken in as they are read, on whatever thread and in whatever order; the result is the same.
final class SearchTerms: Sendable {
    private let shards: [TermShard]

    /// So many pages of a term are kept; a reader who needs a further one adds a word.
    static let mostPostings = 512
    static let shardCount = 16

    init() {
        shards = (0..<Self.shardCount).map { _ in TermShard() }
    }

    /// - Parameter owner: the position of the listing among all, by which its pages are told from others.
    func add(_ extract: SearchExtract, owner: Int) {
        extract.forEachTerm { term in
            let hash = Self.hash(of: term.bytes)
            shards[Int(truncatingIfNeeded: hash >> 40) & (Self.shardCount - 1)].add(
                term.bytes,
                hash,
                SearchPosting(owner: owner, page: term.page, weight: term.weight, section: term.section)
            )
        }
    }

    /// Hands out the terms of one shard, in no order that means anything.
    func forEachTerm(ofShard shard: Int, _ visit: (ArraySlice<UInt8>, _ pageCount: Int, [SearchPosting]) -> Void) {
        shards[shard].forEachTerm(visit)
    }

    private static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.reduce(PageTerms.hashSeed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
    }
}

/// A part of the terms, behind a lock of its own.
private final class TermShard: Sendable {
    private struct Entry {
        let start: Int
        let length: Int
        /// Of all pages that say the term, kept or not.
        var pageCount = 0
        var postings: [SearchPosting] = []
    }

    private struct State {
        var numbers: [UInt64: Int] = [:]
        var entries: [Entry] = []
        var text: [UInt8] = []
    }

    private let state = Mutex(State())

    func add(_ term: ArraySlice<UInt8>, _ hash: UInt64, _ posting: SearchPosting) {
        state.withLock { state in
            let number = state.numbers[hash] ?? state.entries.count
            if number == state.entries.count {
                state.numbers[hash] = number
                state.entries.append(Entry(start: state.text.count, length: term.count))
                state.text += term
            }
            state.entries[number].pageCount += 1
            state.entries[number].postings.add(posting, keeping: SearchTerms.mostPostings)
        }
    }

    func forEachTerm(_ visit: (ArraySlice<UInt8>, Int, [SearchPosting]) -> Void) {
        state.withLock { state in
            for entry in state.entries {
                visit(state.text[entry.start..<entry.start + entry.length], entry.pageCount, entry.postings)
            }
        }
    }
}
