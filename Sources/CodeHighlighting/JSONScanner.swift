/// JSON, with the comments that configuration files have.
struct JSONScanner: CodeScanner {
    private static let words = WordSet("true false null")

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        switch cursor.byte {
        case .quote:
            cursor.skipString(.quote)
            return Self.isKey(before: cursor) ? .name : .string
        case UInt8(ascii: "/") where cursor.starts(with: "//"):
            cursor.skipLine()
            return .comment
        case UInt8(ascii: "/") where cursor.skip("/*"):
            cursor.skip(past: "*/")
            return .comment
        case .minus where cursor.byte(ahead: 1).isDigit:
            cursor.advance()
            cursor.skipNumber()
            return .number
        case let byte where byte.isDigit:
            cursor.skipNumber()
            return .number
        case let byte where byte.isWordStart:
            return Self.words.contains(cursor.take(while: \.isWordByte)) ? .keyword : nil
        default:
            cursor.advance()
            return nil
        }
    }

    /// The blanks that it looks past are looked at once more, by whoever passes them.
    private static func isKey(before cursor: ByteCursor) -> Bool {
        var ahead = cursor
        ahead.skip(while: \.isSpace)
        return ahead.byte == UInt8(ascii: ":")
    }
}
