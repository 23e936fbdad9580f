/// Writing text into Markdown, so that it reads there as it was.
package enum MarkdownText {
    /// A text as inline content of a line, or of a cell in a table; line ends become spaces.
    ///
    /// - Parameter isAtStart: whether it begins a block, where some words would begin a list or a heading.
    package static func escaped(_ text: String, isAtStart: Bool = false) -> String {
        if !isAtStart, text.utf8.allSatisfy({ !isSpecial($0) && !$0.isLineEnd }) { return text }
        var bytes: [UInt8] = []
        let line = text.utf8.map { $0.isLineEnd ? .space : $0 }
        append(line[...], isAtLineStart: isAtStart, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A code span, whatever backticks are in it.
    package static func code(_ text: String, isInCell: Bool = false) -> String {
        var bytes: [UInt8] = []
        appendCode(Array(text.utf8)[...], isInCell: isInCell, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: ArraySlice<UInt8>, isAtLineStart: Bool, to output: inout [UInt8]) {
        var index = text.startIndex
        if isAtLineStart { index = appendLineStart(text, to: &output) }
        // Most of a text needs no mark, and is taken over in one piece.
        var start = index
        while index < text.endIndex {
            let byte = text[index]
            if isSpecial(byte) {
                let next = index + 1 < text.endIndex ? text[index + 1] : 0
                let previous = index > text.startIndex ? text[index - 1] : 0
                if needsEscape(byte, after: previous, before: next) {
                    output += text[start..<index]
                    output.append(.backslash)
                    start = index
                }
            }
            index += 1
        }
        output += text[start...]
    }

    /// Whether a byte may need a mark, wherever it stands.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"),
            UInt8(ascii: "[")...UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func needsEscape(_ byte: UInt8, after previous: UInt8, before next: UInt8) -> Bool {
        switch byte {
        case .backslash, UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "~"), UInt8(ascii: "|"):
            true
        // Within a word an underscore is one; names of scopes and fields stay readable.
        case UInt8(ascii: "_"): !previous.isLetterOrDigit || !next.isLetterOrDigit
        case UInt8(ascii: "<"): next != .space
        case UInt8(ascii: "&"): next == 0 || next.isLetter || next == UInt8(ascii: "#")
        // What follows may be a link, which would become a picture; or the end of a heading.
        case UInt8(ascii: "!"): next == 0
        case UInt8(ascii: "#"): previous == .space || previous == 0
        default: false
        }
    }

    /// What would begin a block: a list, a heading, a quote or a line below a heading.
    ///
    /// - Returns: where the rest begins.
    private static func appendLineStart(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) -> Int {
        guard let first = text.first else { return text.startIndex }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: ":"):
            output += [.backslash, first]
            return text.startIndex + 1
        case _ where first.isDigit:
            let digits = text.prefix(while: \.isDigit)
            guard digits.count <= 9, digits.endIndex < text.endIndex,
                text[digits.endIndex] == UInt8(ascii: ".") || text[digits.endIndex] == UInt8(ascii: ")")
            else { return text.startIndex }
            output += digits + [.backslash, text[digits.endIndex]]
            return digits.endIndex + 1
        default: return text.startIndex
        }
    }

    static func appendCode(_ text: ArraySlice<UInt8>, isInCell: Bool, to output: inout [UInt8]) {
        let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longestRun(of: UInt8(ascii: "`"), in: text) + 1)
        let isSpaced = text.first == .space && text.last == .space && !text.allSatisfy { $0 == .space }
        let needsSpace = text.first == UInt8(ascii: "`") || text.last == UInt8(ascii: "`") || isSpaced
        output += fence
        if needsSpace { output.append(.space) }
        for byte in text {
            if byte == UInt8(ascii: "|"), isInCell { output.append(.backslash) }
            output.append(byte.isLineEnd ? .space : byte)
        }
        if needsSpace { output.append(.space) }
        output += fence
    }

    static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
        var (longest, current) = (0, 0)
        for other in text {
            current = other == byte ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }

    /// A destination as it stands between parentheses; what is encoded already stays as it is.
    package static func destination(_ url: String) -> String {
        var bytes: [UInt8] = []
        appendDestination(url.utf8, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func appendDestination(_ destination: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"): output += [.backslash, byte]
            case UInt8(ascii: "<"), UInt8(ascii: ">"), .backslash, UInt8(ascii: "\""), UInt8(ascii: "`"),
                UInt8(ascii: "|"), ...UInt8.space, 0x7F...:
                let digits = Array("0123456789ABCDEF".utf8)
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: output.append(byte)
            }
        }
    }
}
