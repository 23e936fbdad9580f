/// How many sentences a paragraph has: after "Inc." or an initial, nobody can tell whether the next word begins one.
struct SentenceCount {
    private(set) var least = 0
    private(set) var most = 0

    /// A mark before a blank and a capital ends a sentence, and so does the end of a paragraph with words in it.
    init(_ text: [UInt8]) {
        guard text.contains(where: \.isInWord) else { return }
        (least, most) = (1, 1)
        var index = 0
        while index < text.count {
            let length = Self.fullWidthMark(in: text, at: index)
            if length > 0 {
                index = Self.endOfMarks(in: text, from: index + length)
                if index < text.count { add(isCertain: true) }
            } else {
                if ".!?".utf8.contains(text[index]), Self.isFollowed(in: text, at: index) {
                    addEnd(in: text, at: index)
                }
                index += 1
            }
        }
    }

    private mutating func add(isCertain: Bool) {
        if isCertain { least += 1 }
        most += 1
    }

    private mutating func addEnd(in text: [UInt8], at index: Int) {
        guard text[index] == UInt8(ascii: ".") else { return add(isCertain: true) }
        let word = text[..<index].reversed().prefix { $0.isLetter }.reversed().map { $0 | 0x20 }
        let name = String(decoding: word, as: UTF8.self)
        if Self.titles.contains(name) { return }
        add(isCertain: word.count != 1 && !Self.abbreviations.contains(name))
    }

    /// By a blank and the beginning of a sentence.
    private static func isFollowed(in text: [UInt8], at index: Int) -> Bool {
        guard index + 2 < text.count, text[index + 1] == 0x20 else { return false }
        let next = text[(index + 2)...].first { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "\"") } ?? 0
        return next.isUpper || next >= 0x80 || next &- 0x30 < 10
    }

    /// The length of a full stop, exclamation or question mark of scripts that set no blank after it, or of a danda.
    private static func fullWidthMark(in text: [UInt8], at index: Int) -> Int {
        guard text[index] >= 0xE0, index + 2 < text.count else { return 0 }
        return marks.contains([text[index], text[index + 1], text[index + 2]]) ? 3 : 0
    }

    /// Where the next words begin: after blanks, further marks and closing brackets.
    private static func endOfMarks(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count {
            if text[index] < 0x80, !text[index].isInWord {
                index += 1
            } else if index + 2 < text.count,
                marksAndClosing.contains([text[index], text[index + 1], text[index + 2]])
            {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    private static let marks = Set("。！？．।".unicodeScalars.map { Array(String($0).utf8) })
    private static let marksAndClosing = marks.union("」』）】”’".unicodeScalars.map { Array(String($0).utf8) })
    /// A name follows these.
    private static let titles: Set = ["dr", "mr", "mrs", "ms", "prof", "st"]
    private static let abbreviations: Set = [
        "inc", "ltd", "co", "corp", "llc", "gmbh", "al", "etc", "vs", "no", "approx", "jr", "sr",
    ]
}
