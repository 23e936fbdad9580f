/// A text as it is compared: words in lower case with one space around each, without punctuation and pictographs.
///
/// `&` is the word "and". Letters beyond ASCII are kept as they are written.
struct FoldedText: Sendable, Hashable {
    private(set) var bytes: [UInt8] = [Self.space]

    init() {}

    init(_ text: String) {
        append(Array(text.utf8)[...])
        endWord()
    }

    /// A heading's text, without the number that it may begin with.
    init(heading: String) {
        self.init(heading)
        let rest = bytes.dropFirst()
        guard let end = rest.firstIndex(of: Self.space), end + 1 < bytes.count,
            rest[..<end].allSatisfy({ (0x30...0x39).contains($0) })
        else { return }
        bytes.removeSubrange(..<end)
    }

    var isEmpty: Bool { bytes.count <= 1 }

    var wordCount: Int { bytes.count { $0 == Self.space } - 1 }

    mutating func append(_ text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case UInt8(ascii: "'"): break
            case UInt8(ascii: "&"):
                endWord()
                bytes.append(contentsOf: "and ".utf8)
            case 0..<0x80: endWord()
            default:
                index = appendScalar(of: text, at: index)
                continue
            }
            index += 1
        }
    }

    mutating func endWord() {
        if bytes.last != Self.space { bytes.append(Self.space) }
    }

    /// Whether the words of `phrase` stand here one after another.
    func contains(_ phrase: FoldedText) -> Bool {
        guard !phrase.isEmpty, phrase.bytes.count <= bytes.count else { return false }
        let last = bytes.count - phrase.bytes.count
        var start = 0
        while start <= last {
            if bytes[start] == Self.space, matches(phrase.bytes, at: start) { return true }
            start += 1
        }
        return false
    }

    private func matches(_ other: [UInt8], at start: Int) -> Bool {
        var index = 0
        while index < other.count {
            guard bytes[start + index] == other[index] else { return false }
            index += 1
        }
        return true
    }

    /// Keeps letters beyond ASCII; gives back where the next scalar begins.
    private mutating func appendScalar(of text: ArraySlice<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let end = min(text.endIndex, index + length)
        switch lead {
        case 0xF0...: endWord()
        // General punctuation, arrows and dingbats; the curly apostrophe and the joiners of pictographs leave no gap.
        case 0xE2:
            let joins = index + 2 < text.endIndex && text[index + 1] == 0x80 && [0x99, 0x8D].contains(text[index + 2])
            if !joins { endWord() }
        case 0xEF where index + 1 < text.endIndex && text[index + 1] == 0xB8: break
        case 0xC2: endWord()
        default: bytes.append(contentsOf: text[index..<end])
        }
        return end
    }

    private static let space = UInt8(ascii: " ")
}

extension FoldedText {
    /// Each word without the ending of a plural, as far as English lets that be told.
    var singular: FoldedText {
        var result = FoldedText()
        for word in bytes.split(separator: Self.space) {
            result.bytes.append(contentsOf: Self.singular(word))
            result.endWord()
        }
        return result
    }

    private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let letters = Array(word.suffix(4))
        if letters.count == 4, letters.suffix(3).elementsEqual("ies".utf8) {
            return word.dropLast(3) + [UInt8(ascii: "y")]
        }
        if letters.elementsEqual("sses".utf8) { return word.dropLast(2) }
        let isPlural =
            letters.count >= 3 && letters.last == UInt8(ascii: "s") && !letters.suffix(2).elementsEqual("ss".utf8)
        return isPlural ? word.dropLast() : word
    }
}
