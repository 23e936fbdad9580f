/// Python.
struct PythonScanner: CodeScanner {
    private static let keywords = WordSet(
        "False None True and as assert async await break case class continue def del elif else except finally for from "
            + "global if import in is lambda match nonlocal not or pass raise return try while with yield"
    )
    private static let declaring = WordSet("class def")

    private var isDeclaring = false

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        switch cursor.byte {
        case let byte where byte.isSpace:
            cursor.skip(while: \.isSpace)
            return nil
        case UInt8(ascii: "#"):
            cursor.skipLine()
            return .comment
        case .quote, UInt8(ascii: "'"): return string(&cursor)
        case UInt8(ascii: "@") where cursor.byte(ahead: 1).isWordStart:
            cursor.advance()
            cursor.skip { $0.isWordByte || $0 == .dot }
            return .name
        case let byte where byte.isDigit:
            cursor.skipNumber()
            return .number
        case let byte where byte.isWordStart: return word(&cursor)
        default:
            cursor.advance()
            isDeclaring = false
            return nil
        }
    }

    private func string(_ cursor: inout ByteCursor) -> CodeToken {
        let quote = cursor.byte
        guard cursor.byte(ahead: 1) == quote, cursor.byte(ahead: 2) == quote else {
            cursor.skipString(quote)
            return .string
        }
        cursor.advance(by: 3)
        while !cursor.isAtEnd {
            if cursor.byte == .backslash {
                cursor.advance(by: 2)
            } else if quote == .quote ? cursor.skip("\"\"\"") : cursor.skip("'''") {
                break
            } else {
                cursor.advance()
            }
        }
        return .string
    }

    private mutating func word(_ cursor: inout ByteCursor) -> CodeToken? {
        let word = cursor.take(while: \.isWordByte)
        // A prefix belongs to its string: f"…", rb'…'.
        if word.count <= 2, cursor.byte == .quote || cursor.byte == UInt8(ascii: "'"),
            word.allSatisfy({ "bfrut".utf8.contains($0 | 0x20) })
        {
            return string(&cursor)
        }
        let wasDeclaring = isDeclaring
        isDeclaring = Self.declaring.contains(word)
        if wasDeclaring, !isDeclaring { return .name }
        return Self.keywords.contains(word) ? .keyword : nil
    }
}
