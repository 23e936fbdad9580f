/// Tells a full stop that ends a sentence from one of an abbreviation.
struct SentenceEnd {
    private let mark: UInt8
    /// The first byte of the next word, and whether white space or a closing mark stands before it.
    private var next: UInt8?
    private var isApart = false
    private var isInRow = false

    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ limit: Int) {
        mark = text[offset]
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else { return }
        // Of a row of dots, the last ends the sentence.
        guard offset + 1 == limit || text[offset + 1] != mark else {
            isInRow = true
            return
        }
        var following = offset + 1
        let limit = min(limit, offset + Self.longestGap)
        while following < limit, !text[following].isInWord, text[following] != SentenceReader.codeMark {
            if text[following] <= UInt8(ascii: " ") { isApart = true }
            following += 1
        }
        next = following < limit ? text[following] : nil
    }

    func isEnd(after word: ProseToken?, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !isInRow else { return false }
        switch mark {
        case UInt8(ascii: "?"), UInt8(ascii: "!"): return next == nil || isApart
        case UInt8(ascii: "."):
            guard let next else { return true }
            guard isApart, !(next.isLetter && !next.isUpper) else { return false }
            return !(word.map { isAbbreviation($0, before: next) } ?? false)
        default: return false
        }
    }

    private func isAbbreviation(_ word: ProseToken, before next: UInt8) -> Bool {
        guard word.kind == .word else { return false }
        return Self.abbreviations.contains(word.key) || (next.isDigit && Self.beforeNumbers.contains(word.key))
    }

    /// Between a full stop and the next sentence stand a few quotation marks and spaces, so a row of dots costs little.
    private static let longestGap = 12
    private static let abbreviations = Set(
        "e.g i.e vs cf approx incl mr mrs ms dr prof".split(separator: " ").map { WordKey($0) }
    )
    private static let beforeNumbers = Set("no nos fig sec p pp v ver vol".split(separator: " ").map { WordKey($0) })
}
