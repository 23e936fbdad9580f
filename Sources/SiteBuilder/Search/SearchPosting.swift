/// A page that says a term, packed so that the best come first when they are sorted as numbers.
///
/// Of equals the overview of a listing is better than its other pages, and an earlier listing better than a later one:
/// the same pages then stay in the shortened lists of all words, so that several words are found together.
struct SearchPosting: Sendable, Comparable {
    private let key: UInt64

    init(owner: Int, page: Int, weight: SearchWeight, section: Int) {
        key =
            UInt64(SearchWeight.title.rawValue - weight.rawValue) << 62
            | (page == 0 ? 0 : 1 << 61)
            | UInt64(owner & 0x3FF_FFFF) << 24
            | UInt64(min(page, 0xFFFF)) << 8
            | UInt64(min(section, 0xFF))
    }

    var owner: Int { Int(key >> 24 & 0x3FF_FFFF) }
    var page: Int { Int(key >> 8 & 0xFFFF) }
    var section: Int { Int(key & 0xFF) }
    var weight: SearchWeight {
        SearchWeight(rawValue: SearchWeight.title.rawValue - UInt8(key >> 62)) ?? .text
    }

    /// The same for two postings of one page.
    var place: Int { owner << 16 | page }

    static func < (left: SearchPosting, right: SearchPosting) -> Bool { left.key < right.key }
}

extension [SearchPosting] {
    /// Adds a posting to a list that keeps the best; which they are does not depend on the order of adding.
    mutating func add(_ posting: SearchPosting, keeping most: Int) {
        append(posting)
        if count >= most * 2 { keepBest(most) }
    }

    mutating func add(contentsOf postings: some Sequence<SearchPosting>, keeping most: Int) {
        self += postings
        if count >= most * 2 { keepBest(most) }
    }

    mutating func keepBest(_ most: Int) {
        sort()
        if count > most { removeLast(count - most) }
    }

    /// Each page once, at its best; the list is sorted.
    var onceForEachPage: [SearchPosting] {
        var seen: Set<Int> = []
        return filter { seen.insert($0.place).inserted }
    }
}
