/// Finds the marks that authors leave where something is still to be written.
struct PlaceholderScan {
    private let text: ArraySlice<UInt8>

    /// The placeholders of a text.
    static func found(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        guard let first = candidate(in: text, from: text.startIndex) else { return [] }
        let scan = PlaceholderScan(text: text)
        var found: [Range<Int>] = []
        var next: Int? = first
        while let start = next {
            let end = scan.placeholderEnd(at: start)
            if let end { found.append(start..<end) }
            next = candidate(in: text, from: end ?? start + 1)
        }
        return found
    }

    /// `<your-key>` and `<API_KEY>`, and not `<kbd>`.
    static func isPlaceholder(tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }
        let isOpening = tag.first == UInt8(ascii: "<") && name.first.map(isLetter) == true
        let marks = [UInt8(ascii: "-"), UInt8(ascii: "_")]
        return isOpening
            && (name.contains { marks.contains($0) }
                || ["your", "my", "insert", "enter"].contains { starts(name, with: $0) && name.count == $0.utf8.count })
    }

    /// Where the next placeholder may begin: every byte of every page comes by here, and few have to be looked at.
    private static func candidate(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            firstBytes.withUnsafeBufferPointer { isFirst in
                var index = start - text.startIndex
                while index < bytes.count {
                    if isFirst[Int(bytes[index])], mayBegin(in: bytes, at: index) { return index + text.startIndex }
                    index &+= 1
                }
                return nil
            }
        }
    }

    /// By byte, whether a placeholder may begin with it.
    private static let firstBytes = (0...UInt8.max).map { "<[TFLlIiY".utf8.contains($0) }

    private static func mayBegin(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        if bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "[") { return true }
        guard index + 2 < bytes.count, isSecond(bytes[index + 1]), isThird(bytes[index + 2]) else { return false }
        return index == 0 || !isWordByte(bytes[index - 1])
    }

    /// The second letters of TODO, TBD, FIXME, lorem, insert and YOUR.
    private static func isSecond(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "o"), UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "n"): true
        default: false
        }
    }

    /// The third letters of the same, and of TBC and TBA.
    private static func isThird(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "d"), UInt8(ascii: "c"), UInt8(ascii: "a"), UInt8(ascii: "x"), UInt8(ascii: "r"),
            UInt8(ascii: "s"), UInt8(ascii: "u"):
            true
        default: false
        }
    }

    private func placeholderEnd(at index: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: "T"): Self.marks.lazy.compactMap { word($0, at: index) }.first
        case UInt8(ascii: "F"): word("FIXME", at: index)
        case UInt8(ascii: "L"), UInt8(ascii: "l"): folded("lorem", at: index).map(loremEnd)
        case UInt8(ascii: "Y"): shoutedEnd(at: index)
        case UInt8(ascii: "["): bracketEnd(at: index)
        case UInt8(ascii: "I"), UInt8(ascii: "i"): folded("insert", at: index).flatMap(insertionEnd)
        case UInt8(ascii: "<"): angleEnd(at: index)
        default: nil
        }
    }

    private static let marks = ["TODO", "TBD", "TBC", "TBA"]

    /// "lorem" is no word of any help page; "ipsum" belongs to it where it follows, however far away.
    private func loremEnd(_ end: Int) -> Int {
        let next = text[end...].firstIndex { !Self.isSpace($0) } ?? text.endIndex
        return folded("ipsum", at: next) ?? end
    }

    /// `YOUR_API_KEY`.
    private func shoutedEnd(at index: Int) -> Int? {
        guard text[index...].starts(with: "YOUR_".utf8) else { return nil }
        return text[index...].firstIndex { !Self.isWordByte($0) } ?? text.endIndex
    }

    /// `[Insert screenshot]` and `[YOUR KEY HERE]`, and not `[Enter]`: a verb or "your", and what it is about.
    private func bracketEnd(at index: Int) -> Int? {
        guard let close = text[index...].prefix(64).firstIndex(of: UInt8(ascii: "]")),
            let blank = text[index..<close].firstIndex(of: UInt8(ascii: " ")), blank + 1 < close
        else { return nil }
        let first = text[(index + 1)..<blank]
        let isMark = Self.bracketWords.contains { $0.utf8.count == first.count && Self.starts(first, with: $0) }
        return isMark ? close + 1 : nil
    }

    private static let bracketWords = ["insert", "your", "placeholder", "replace", "todo", "tbd"]

    private func word(_ word: String, at index: Int) -> Int? {
        let end = index + word.utf8.count
        guard isBoundary(end), text[index...].starts(with: word.utf8) else { return nil }
        return end
    }

    private func folded(_ word: String, at index: Int) -> Int? {
        let end = index + word.utf8.count
        guard isBoundary(end), Self.starts(text[index...], with: word) else { return nil }
        return end
    }

    private func isBoundary(_ index: Int) -> Bool { index >= text.endIndex || !Self.isWordByte(text[index]) }

    /// From "insert" over at most four words to "here"; with an article between them it is an instruction.
    private func insertionEnd(from start: Int) -> Int? {
        var index = start
        for _ in 0..<5 {
            guard index < text.endIndex, text[index] == UInt8(ascii: " ") else { return nil }
            let end = text[(index + 1)...].firstIndex { !Self.isWordByte($0) } ?? text.endIndex
            let word = text[(index + 1)..<end]
            if word.elementsEqual("here".utf8) { return end }
            guard !word.isEmpty, !Self.articles.contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
            index = end
        }
        return nil
    }

    private static let articles = ["the", "a", "an", "it", "them", "this", "that", "these", "those"]

    /// `<workspace_id>`: letters, digits, blanks and joints between brackets that touch them.
    private func angleEnd(at index: Int) -> Int? {
        guard let close = text[index...].prefix(48).firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let name = text[(index + 1)..<close]
        guard let first = name.first, let last = name.last, Self.isLetter(first), Self.isWordByte(last),
            name.allSatisfy({ Self.isWordByte($0) || $0 == UInt8(ascii: " ") })
        else { return nil }
        return close + 1
    }

    private static func starts(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
        guard text.count >= word.utf8.count else { return false }
        return zip(text, word.utf8).allSatisfy { $0 == $1 || (isLetter($0) && $0 | 0x20 == $1) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }
}
