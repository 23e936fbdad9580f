/// A text as it is compared: words in lower case with one space around each, without punctuation and pictographs.
///
/// `&` is the word "and". Letters beyond ASCII are kept as they are written.
struct FoldedText: Sendable, Equatable {
    private(set) var bytes: [UInt8] = [Self.space]

    init() {}

    private init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(Self.space)
    }

    init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { utf8 in
            let capacity = utf8.count * FoldedBytes.mostBytesPerByte + 2
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
                var folded = FoldedBytes(buffer, isAtStart: false)
                folded.endWord()
                folded.append(utf8)
                folded.endWord()
                return Array(buffer[..<folded.count])
            }
        }
    }

    /// A heading's text, without the number that it may begin with.
    init(heading: String) {
        self.init(heading)
        guard bytes.count > 1, Self.isDigit(bytes[1]) else { return }
        let rest = bytes.dropFirst()
        guard let end = rest.firstIndex(of: Self.space), end + 1 < bytes.count, rest[..<end].allSatisfy(Self.isDigit)
        else { return }
        bytes.removeSubrange(..<end)
    }

    var isEmpty: Bool { bytes.count <= 1 }

    /// Without digits; of letters beyond ASCII, the bytes.
    var letterCount: Int { bytes.count { $0.isLetter || $0 >= 0x80 } }

    var wordCount: Int { bytes.count { $0 == Self.space } - 1 }

    var words: [String] { bytes.split(separator: Self.space).map { String(decoding: $0, as: UTF8.self) } }

    static func + (left: FoldedText, right: FoldedText) -> FoldedText {
        var sum = left
        sum.bytes += right.bytes.dropFirst()
        return sum
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append($0) }
    }

    mutating func endWord() {
        if bytes.last != Self.space { bytes.append(Self.space) }
    }

    /// Whether the words of `phrase` stand here one after another.
    func contains(_ phrase: FoldedText) -> Bool {
        guard !phrase.isEmpty, phrase.bytes.count <= bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { text in
            phrase.bytes.withUnsafeBufferPointer { phrase in
                let initial = phrase[1]
                // No farther than one before the end: a phrase has a letter and two blanks at least.
                for start in 0...(text.count - phrase.count)
                where text[start + 1] == initial && text[start] == Self.space {
                    if Self.stands(phrase, in: text, at: start) { return true }
                }
                return false
            }
        }
    }

    /// Whether the words of `phrase` stand first.
    func starts(with phrase: FoldedText) -> Bool { phrase.bytes.count <= bytes.count && matches(phrase.bytes, at: 0) }

    /// What stands between a text's first words and its last ones; nil where it has not both.
    func between(_ start: FoldedText, _ end: FoldedText) -> FoldedText? {
        let (from, to) = (start.bytes.count - 1, bytes.count - end.bytes.count)
        guard from <= to, starts(with: start), matches(end.bytes, at: to) else { return nil }
        var middle = FoldedText(capacity: to - from + 1)
        if from < to { middle.bytes += bytes[(from + 1)...to] }
        return middle
    }

    /// What stands before, between and after the places where a word stands; nothing where it does not stand.
    func parts(between word: FoldedText) -> [FoldedText] {
        guard contains(word) else { return [] }
        let word = word.bytes.dropFirst().dropLast()
        return bytes.split(separator: Self.space).split { $0.elementsEqual(word) }.map { words in
            words.reduce(into: FoldedText()) { part, word in
                part.bytes += word
                part.endWord()
            }
        }
    }

    private func matches(_ other: [UInt8], at start: Int) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            other.withUnsafeBufferPointer { Self.stands($0, in: text, at: start) }
        }
    }

    private static func stands(
        _ other: UnsafeBufferPointer<UInt8>,
        in text: UnsafeBufferPointer<UInt8>,
        at start: Int
    ) -> Bool {
        for index in other.indices where text[start + index] != other[index] { return false }
        return true
    }

    private static let space = UInt8(ascii: " ")

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension FoldedText: Hashable {
    /// All at once: byte by byte, as an array does it, takes longer than folding the text.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension FoldedText {
    /// Into a buffer of the stack or heap first: byte by byte into the array takes twice as long.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * FoldedBytes.mostBytesPerByte) { buffer in
            var folded = FoldedBytes(buffer, isAtStart: bytes.last == Self.space)
            folded.append(text)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<folded.count]))
        }
    }
}

/// Folds a text into a buffer.
private struct FoldedBytes {
    /// Those of `&` after a letter: a blank, "and", a blank.
    static let mostBytesPerByte = 5

    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    /// Whether a blank stands before what comes next.
    private var isAtStart: Bool

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>, isAtStart: Bool) {
        self.buffer = buffer
        self.isAtStart = isAtStart
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            let lowered = byte | 0x20
            if lowered &- 0x61 < 26 {
                add(lowered)
            } else if byte &- 0x30 < 10 {
                add(byte)
            } else if byte >= 0x80 {
                index = appendScalar(of: text, at: index)
                continue
            } else if byte == UInt8(ascii: "&") {
                endWord()
                for letter in "and".utf8 { add(letter) }
                endWord()
            } else if byte != UInt8(ascii: "'") {
                endWord()
            }
            index += 1
        }
    }

    /// Keeps letters beyond ASCII; gives back where the next scalar begins.
    private mutating func appendScalar(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
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
        default: for byte in text[index..<end] { add(byte) }
        }
        return end
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        buffer[count] = byte
        count &+= 1
        isAtStart = false
    }

    @inline(__always)
    mutating func endWord() {
        guard !isAtStart else { return }
        add(UInt8(ascii: " "))
        isAtStart = true
    }
}

extension FoldedText {
    /// Each word without the ending of a plural, as far as English lets that be told.
    var singular: FoldedText {
        var result = FoldedText(capacity: bytes.count)
        for byte in bytes.dropFirst() {
            if byte == Self.space { result.dropPlural() }
            result.bytes.append(byte)
        }
        return result
    }

    /// Of the last word, which is not ended yet.
    private mutating func dropPlural() {
        let count = bytes.count
        guard count > 3, bytes[count - 1] == UInt8(ascii: "s") else { return }
        let (third, second) = (bytes[count - 3], bytes[count - 2])
        guard second != Self.space, third != Self.space else { return }
        let fourth = bytes[count - 4]
        switch (third, second) {
        case (UInt8(ascii: "s"), UInt8(ascii: "e")) where fourth == UInt8(ascii: "s"): bytes.removeLast(2)
        case (UInt8(ascii: "i"), UInt8(ascii: "e")) where fourth != Self.space:
            bytes.removeLast(3)
            bytes.append(UInt8(ascii: "y"))
        case (_, UInt8(ascii: "s")): break
        default: bytes.removeLast()
        }
    }
}
