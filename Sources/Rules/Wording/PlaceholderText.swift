/// A text of a manifest or of front matter, as somebody left it who meant to come back.
struct PlaceholderText {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// What in it was to be replaced.
    var mark: String? {
        // Outside Markdown "<b>" is what somebody wrote, but "<your-key>" is not.
        let found = PlaceholderScan.found(in: bytes[...]).first {
            !Self.isSubject($0, in: bytes[...])
                && (bytes[$0.lowerBound] != UInt8(ascii: "<") || PlaceholderScan.isPlaceholder(tag: bytes[$0]))
        }
        if let found { return String(decoding: bytes[found], as: UTF8.self) }
        return Self.isPromise(bytes[...]) ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// `texts such as "TBD"` and `a TODO of Todoist` speak of such marks.
    static func isSubject(_ mark: Range<Int>, in bytes: ArraySlice<UInt8>) -> Bool {
        guard [UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "l")].contains(bytes[mark.lowerBound]) else {
            return false
        }
        let before = bytes[..<mark.lowerBound]
        let isQuoted = quotes.contains {
            before.hasEnding($0.open) && bytes[mark.upperBound...].starts(with: $0.close)
        }
        // Quoted and nothing else, it is still to be replaced.
        if isQuoted { return bytes.count > mark.count + 8 }
        return articles.contains { article in
            before.hasEnding(article) && (before.count == article.count || !before.dropLast(article.count).hasWordEnd)
        }
    }

    private static let quotes: [(open: [UInt8], close: [UInt8])] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"),
    ].map { (Array($0.utf8), Array($1.utf8)) }
    private static let articles = ["a ", "A ", "each ", "Each ", "every ", "Every "].map { Array($0.utf8) }

    /// Whether it is what fingers write where a form wants something.
    var isFiller: Bool { Self.isOne(of: Self.fillers, bytes[...]) || isOfMarks }

    /// Whether it has not even two letters, or is a filler.
    var isWordless: Bool {
        let letters = bytes.lazy.filter { $0.isLetter || $0 >= 0x80 }.prefix(8)
        // A dash is three bytes.
        return (letters.count < 8 && FoldedText(String(decoding: bytes, as: UTF8.self)).letterCount < 2)
            || isFiller
    }

    /// Whether a text says that it will be written, or that there is nothing to say, and nothing else.
    static func isPromise(_ text: ArraySlice<UInt8>) -> Bool { isOne(of: promises, text) }

    private static func isOne(of words: Set<FoldedText>, _ text: ArraySlice<UInt8>) -> Bool {
        // Nearly every text is longer than any of them.
        guard text.count <= 32 else { return false }
        var folded = FoldedText()
        folded.append(text)
        folded.endWord()
        return words.contains(folded)
    }

    private static let promises = folded(
        """
        coming soon|more to come|to be added|to be announced|to be confirmed|to be defined|to be done|to be written
        to follow|tbd|tbc|tba|todo|to do|work in progress|wip|under construction|n/a|not applicable|placeholder
        placeholder text|text here
        """
    )
    /// `...`, `???` and `xxx`.
    private var isOfMarks: Bool { bytes.count > 1 && bytes.allSatisfy { Self.marks.contains($0) } }

    private static let marks = Array(".?xX".utf8)
    private static let fillers = folded("asdf|qwerty|foo|foo bar|test|xx|xxx|blah|blah blah|dummy")

    private static func folded(_ words: String) -> Set<FoldedText> {
        Set(words.split { $0 == "|" || $0 == "\n" }.map { FoldedText(String($0)) })
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasEnding(_ ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
    fileprivate var hasWordEnd: Bool { last?.isInWord == true }
}
