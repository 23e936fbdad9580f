/// The lines of the index in their order, before they are dealt into chunks.
struct SearchLines {
    /// A term of a shard, or a beginning of words.
    enum TermLine {
        case term(shard: Int, number: Int)
        case beginning(number: Int)
    }

    struct WordLine {
        let key: [UInt8]
    }

    let terms: [TermLine]
    let words: [WordLine]
    let commonWords: [[UInt8]]
    private let shards: [SearchShard]
    private let beginnings: [(key: [UInt8], postings: [UInt8])]

    private static let wordLengths = 4...30

    init(_ shards: [SearchShard], _ owners: SearchOwners) {
        let beginnings = Self.beginnings(of: shards, owners)
        let order = { (line: TermLine) -> ArraySlice<UInt8> in
            switch line {
            case .term(let shard, let number): shards[shard].term(shards[shard].terms[number])
            case .beginning(let number): beginnings[number].key[...]
            }
        }
        let terms = shards.indices.flatMap { shard in
            shards[shard].terms.indices.map { TermLine.term(shard: shard, number: $0) }
        }
        self.terms = (terms + beginnings.indices.map { .beginning(number: $0) })
            .sorted { order($0).lexicographicallyPrecedes(order($1)) }
        words = shards.flatMap { shard in shard.terms.compactMap { Self.key(ofWord: shard.term($0)) } }
            .sorted { $0.lexicographicallyPrecedes($1) }.map(WordLine.init)
        commonWords = shards.flatMap(\.commonWords).sorted { $0.lexicographicallyPrecedes($1) }
        self.shards = shards
        self.beginnings = beginnings
    }

    private static func beginnings(
        of shards: [SearchShard],
        _ owners: SearchOwners
    ) -> [(key: [UInt8], postings: [UInt8])] {
        var all: [[UInt8]: [SearchPosting]] = [:]
        for shard in shards {
            for (beginning, postings) in shard.beginnings { all[beginning, default: []] += postings }
        }
        return all.map { beginning, postings in
            var best = postings
            best.keepBest(best.count)
            var packed: [UInt8] = []
            packed.appendPacked(Array(best.onceForEachPage.prefix(SearchShard.mostPostingsOfBeginning)), owners)
            return (beginning + [UInt8(ascii: "*")], packed)
        }
    }

    /// First letter, length and the word itself: what is one letter longer or shorter then stands near.
    ///
    /// nil for what is too short or long to be mistyped, and for what is not all letters.
    private static func key(ofWord word: ArraySlice<UInt8>) -> [UInt8]? {
        var length = 0
        var firstEnd = word.startIndex
        for (offset, byte) in word.enumerated() {
            guard byte >= 0x80 || (0x61...0x7A).contains(byte) else { return nil }
            if byte & 0xC0 != 0x80 { length += 1 }
            if length <= 1 { firstEnd = word.startIndex + offset + 1 }
        }
        guard wordLengths.contains(length) else { return nil }
        return Array(word[..<firstEnd]) + [UInt8(0x40 + length)] + Array(word)
    }

    func write(_ line: TermLine, into text: inout [UInt8], after before: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch line {
        case .term(let shard, let number):
            let term = shards[shard].terms[number]
            let key = shards[shard].term(term)
            Self.write(key, after: before, into: &text)
            text.append(UInt8(ascii: " "))
            text += shards[shard].postings(term)
            return key
        case .beginning(let number):
            let beginning = beginnings[number]
            Self.write(beginning.key[...], after: before, into: &text)
            text.append(UInt8(ascii: " "))
            text += beginning.postings
            return beginning.key[...]
        }
    }

    func write(_ line: WordLine, into text: inout [UInt8], after before: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        Self.write(line.key[...], after: before, into: &text)
        return line.key[...]
    }

    /// How many characters are those of the line before, as a digit, and the rest.
    private static func write(_ key: ArraySlice<UInt8>, after before: ArraySlice<UInt8>, into text: inout [UInt8]) {
        var length = 0
        var shared = 0
        for (own, other) in zip(key, before) {
            guard own == other, shared < 35 else { break }
            length += 1
            if own & 0xC0 != 0x80 { shared += 1 }
        }
        // Never in the middle of a character.
        while length > 0, length < key.count, key[key.startIndex + length] & 0xC0 == 0x80 {
            length -= 1
            if key[key.startIndex + length] & 0xC0 != 0x80 { shared -= 1 }
        }
        text += String(shared, radix: 36).utf8
        text += key.dropFirst(length)
    }
}
