/// Numbers by word: a table with open addressing, at most half full.
///
/// Every word of every page is looked up in it, so it is worth being quicker than a dictionary. Most words are not in it,
/// and are told by a tag: the tags alone stay in the nearest cache.
struct WordTable: Sendable {
    /// Half of the hash of the word in a slot, never 0; 0 where there is none.
    private var tags: [UInt32]
    private var slots: [(key: WordKey, value: Int32)]
    private let mask: Int

    init(_ values: [WordKey: Int]) {
        var size = 16
        while size < values.count * 2 { size *= 2 }
        mask = size - 1
        tags = Array(repeating: 0, count: size)
        slots = Array(repeating: (WordKey(), 0), count: size)
        for (key, value) in values {
            var slot = key.spread & mask
            while tags[slot] != 0 { slot = (slot + 1) & mask }
            tags[slot] = Self.tag(key.spread)
            slots[slot] = (key, Int32(clamping: value))
        }
    }

    /// The number of a word, 0 for one that is not in the table.
    func value(of key: WordKey) -> Int {
        let spread = key.spread
        let tag = Self.tag(spread)
        var slot = spread & mask
        while tags[slot] != 0 {
            if tags[slot] == tag, slots[slot].key == key { return Int(slots[slot].value) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private static func tag(_ spread: Int) -> UInt32 { UInt32(truncatingIfNeeded: spread >> 32) | 1 }
}
