/// The words of a text, in small letters, with the marks that part a sentence as words of their own.
struct SentenceWords {
    static let stop = "."
    static let question = "?"
    static let comma = ","
    static let colon = ":"

    private(set) var words: [String] = []
    /// Where each begins in the text.
    private var starts: [Int] = []
    private let partsElisions: Bool

    /// - Parameter partsElisions: whether `n'a` is `ne a`; in English `isn't` is one word.
    init(of text: some Collection<UInt8>, partingElisions: Bool) {
        partsElisions = partingElisions
        var word = ""
        var start = 0
        var offset = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if Self.isGap(scalar) {
                add(word, at: start)
                word = ""
            } else if !Self.isSilent(scalar) {
                if word.isEmpty { start = offset }
                word.unicodeScalars.append(scalar == "’" ? "'" : scalar)
            }
            offset += UTF8.width(scalar)
        }
        add(word, at: start)
    }

    private mutating func add(_ written: String, at start: Int) {
        var word = written.lowercased()[...]
        var marks: [String] = []
        while let last = word.last, let mark = Self.mark(last) {
            marks.append(mark)
            word.removeLast()
        }
        if !word.isEmpty { addPieces(of: word, at: start) }
        for mark in marks.reversed() { append(mark, at: start) }
    }

    private mutating func addPieces(of word: Substring, at start: Int) {
        guard partsElisions, let mark = word.firstIndex(of: "'") else { return append(String(word), at: start) }
        let (first, rest) = (word[..<mark], word[word.index(after: mark)...])
        guard first.count <= Self.longestElided, !rest.isEmpty else { return append(String(word), at: start) }
        append(first == "n" ? "ne" : "\(first)'", at: start)
        append(String(rest), at: start + first.utf8.count + 1)
    }

    private mutating func append(_ word: String, at start: Int) {
        words.append(word)
        starts.append(start)
    }

    /// As in `lorsqu'il` and `dell'app`.
    private static let longestElided = 6

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "\"", "“", "”", "«", "»", "„": true
        default: scalar.properties.isWhitespace
        }
    }

    /// Short vowels, which Arabic is written with or without.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x652).contains(scalar.value) }

    private static func mark(_ character: Character) -> String? {
        switch character {
        case ".", ";", "!", "؛", "…": stop
        case "?", "؟": question
        case ",", "،": comma
        case ":": colon
        default: nil
        }
    }
}

extension SentenceWords {
    /// What stands around a name in its sentence.
    struct Surroundings {
        let before: ArraySlice<String>
        let after: ArraySlice<String>
        let isQuestion: Bool
    }

    /// Around the word that a place of the text is in; nil where there is no word.
    func surroundings(ofWordAt offset: Int) -> Surroundings? {
        guard let index = starts.lastIndex(where: { $0 <= offset }) else { return nil }
        // The marks behind a word have its place.
        let word = starts[...index].firstIndex(of: starts[index]) ?? index
        let before = words[..<word].split(separator: Self.stop, omittingEmptySubsequences: false).last ?? []
        let end = words[(word + 1)...].firstIndex(where: Self.isEnd) ?? words.endIndex
        let start = before.lastIndex(of: Self.question).map { $0 + 1 } ?? before.startIndex
        return Surroundings(
            before: before[start...],
            after: words[(word + 1)..<end],
            isQuestion: end < words.endIndex && words[end] == Self.question
        )
    }

    private static func isEnd(_ word: String) -> Bool { word == stop || word == question }

    /// Whether a word is written as names of scopes are, or stands for one.
    static func isName(_ word: String) -> Bool {
        word.hasPrefix("`") || word.utf8.dropFirst().dropLast().contains { ":./_".utf8.contains($0) }
    }
}
