/// Numbers by word: a table with open addressing, at most half full.
///
/// Every word of every page is looked up in it, so it is worth being quicker than a dictionary.
struct WordTable: Sendable {
    private var slots: [(key: WordKey, value: Int32)]
    private let mask: Int
    private static let empty: Int32 = -1

    init(_ values: [WordKey: Int]) {
        var size = 16
        while size < values.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: (WordKey(), Self.empty), count: size)
        for (key, value) in values {
            var slot = key.spread & mask
            while slots[slot].value != Self.empty { slot = (slot + 1) & mask }
            slots[slot] = (key, Int32(clamping: value))
        }
    }

    /// The number of a word, 0 for one that is not in the table.
    func value(of key: WordKey) -> Int {
        var slot = key.spread & mask
        while slots[slot].value != Self.empty {
            if slots[slot].key == key { return Int(slots[slot].value) }
            slot = (slot + 1) & mask
        }
        return 0
    }
}
