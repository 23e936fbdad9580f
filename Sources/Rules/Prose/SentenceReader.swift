/// Splits units of text into sentences, and these into tokens, in one pass over the bytes.
struct SentenceReader {
    /// Stands before and after a piece of code: a byte that no text holds.
    static let codeMark: UInt8 = 0

    private(set) var tokens: [ProseToken] = []
    private(set) var sentences: [Sentence] = []
    private let text: UnsafeBufferPointer<UInt8>
    private let vocabulary: Vocabulary
    private let claimMarks: [WordKey]
    private var start = 0
    private var marks: SentenceMarks = []
    private var asked = SentenceMarks.all

    /// - Parameter text: read in place, since every byte of every page comes by here.
    init(_ text: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) {
        self.text = text
        self.vocabulary = vocabulary
        claimMarks = vocabulary.claimMarks
        tokens.reserveCapacity(text.count / 4)
    }

    mutating func read(_ unit: ProseCollector.Unit) {
        start = tokens.count
        asked = unit.isAside ? .claim : .all
        read(unit.text)
        endSentence()
    }

    private mutating func read(_ unit: Range<Int>) {
        var offset = unit.lowerBound
        while offset < unit.upperBound {
            let byte = text[offset]
            if byte == UInt8(ascii: " ") {
                offset &+= 1
            } else if let word = WordKey(lettersAt: offset, in: text), case let end = offset &+ word.length,
                end < unit.upperBound, text[end] == UInt8(ascii: " ")
            {
                // Nothing but letters, with a blank behind them: so are most.
                addWord(word, false, offset..<end)
                offset = end &+ 1
            } else if byte == Self.codeMark {
                offset = addCode(at: offset, unit.upperBound)
            } else if byte.isInWord && foreignMarkLength(at: offset, unit.upperBound) == 0 {
                offset = addWord(at: offset, unit.upperBound)
            } else {
                offset = addMark(at: offset, unit.upperBound)
            }
        }
    }

    private mutating func endSentence() {
        if tokens.count > start {
            sentences.append(Sentence(tokens: start..<tokens.count, marks: marks.intersection(asked)))
        }
        start = tokens.count
        marks = []
    }

    private mutating func addCode(at offset: Int, _ limit: Int) -> Int {
        let end = text[(offset + 1)..<limit].firstIndex(of: Self.codeMark).map { $0 + 1 } ?? limit
        tokens.append(ProseToken(kind: .code, start: Int32(clamping: offset), end: Int32(clamping: end)))
        return end
    }

    /// A run of letters and digits, with apostrophes and hyphens between letters, and points and commas between digits.
    private mutating func addWord(at offset: Int, _ limit: Int) -> Int {
        var key = WordKey()
        var end = offset
        var isNumber = true
        while end < limit {
            let byte = text[end]
            if byte.isLetter {
                isNumber = false
            } else if byte >= 0x80 {
                if foreignMarkLength(at: end, limit) > 0 {
                    guard isApostrophe(at: end, limit), end + 3 < limit, text[end + 3].isLetter else { break }
                    key.append(UInt8(ascii: "'"))
                    end += 3
                    continue
                }
                isNumber = false
            } else if !byte.isDigit, !joins(at: end, limit, isNumber) {
                break
            }
            key.append(byte)
            end += 1
        }
        addWord(key, isNumber, offset..<end)
        return end
    }

    private mutating func addWord(_ key: WordKey, _ isNumber: Bool, _ place: Range<Int>) {
        let meaning = isNumber ? 0 : vocabulary.meaning(of: key)
        tokens.append(
            ProseToken(
                key: key,
                kind: isNumber ? .number : .word,
                isCapitalised: text[place.lowerBound].isUpper,
                meaning: Int32(truncatingIfNeeded: meaning),
                start: Int32(truncatingIfNeeded: place.lowerBound),
                end: Int32(truncatingIfNeeded: place.upperBound)
            )
        )
        if meaning > 0 { marks.formUnion(vocabulary.marks(meaning)) }
        if isNumber, vocabulary.hasNumberClaims { marks.insert(.claim) }
    }

    /// Whether a mark between two letters or digits belongs to the word: `e-mail`, `don't`, `1.4.0`, `i.e`.
    private func joins(at offset: Int, _ limit: Int, _ isNumber: Bool) -> Bool {
        // Nearly always it is the blank that ends the word.
        guard text[offset] != UInt8(ascii: " "), offset + 1 < limit, text[offset + 1].isInWord,
            text[offset - 1].isInWord
        else { return false }
        switch text[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "_"): return text[offset + 1] < 0x80
        case UInt8(ascii: "."): return text[offset + 1].isDigit || text[offset + 1].isLetter
        case UInt8(ascii: ","): return isNumber && text[offset + 1].isDigit
        default: return false
        }
    }

    private mutating func addMark(at offset: Int, _ limit: Int) -> Int {
        let length = max(1, foreignMarkLength(at: offset, limit))
        guard text[offset] > UInt8(ascii: " "), !isSpace(at: offset, length) else { return offset + length }
        var key = WordKey()
        for index in offset..<(offset + length) { key.append(text[index]) }
        tokens.append(
            ProseToken(
                key: key,
                kind: .mark,
                start: Int32(clamping: offset),
                end: Int32(clamping: offset + length)
            )
        )
        if claimMarks.contains(key) { marks.insert(.claim) }
        let before = tokens.count > 1 ? tokens[tokens.count - 2] : nil
        if SentenceEnd(text, at: offset, limit).isEnd(after: before, in: text) { endSentence() }
        return offset + length
    }

    private func foreignMarkLength(at offset: Int, _ limit: Int) -> Int {
        Self.foreignMarkLength(in: text, at: offset, limit)
    }

    /// The length of a mark outside ASCII, 0 for anything else: dashes, quotation marks, currencies, foreign spaces.
    @inline(__always)
    static func foreignMarkLength(in text: UnsafeBufferPointer<UInt8>, at offset: Int, _ limit: Int) -> Int {
        switch text[offset] {
        case 0xC2 where offset + 1 < limit: 2
        case 0xE2 where offset + 2 < limit && text[offset + 1] <= 0x8F: 3
        default: 0
        }
    }

    private func isSpace(at offset: Int, _ length: Int) -> Bool {
        (length == 2 && text[offset + 1] == 0xA0)
            || (length == 3 && text[offset + 1] == 0x80 && (text[offset + 2] <= 0x8D || text[offset + 2] == 0xAF))
    }

    private func isApostrophe(at offset: Int, _ limit: Int) -> Bool {
        foreignMarkLength(at: offset, limit) == 3 && text[offset + 1] == 0x80 && text[offset + 2] == 0x99
    }
}
