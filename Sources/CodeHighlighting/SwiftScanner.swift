/// Swift.
struct SwiftScanner: CodeScanner {
    private static let keywords = WordSet(
        "Any Self actor any as associatedtype async await borrowing break case catch class consuming continue default "
            + "defer deinit do else enum extension fallthrough false fileprivate final for func get guard if import in "
            + "indirect init inout internal is isolated lazy let mutating nil nonisolated nonmutating open operator "
            + "override package private protocol public repeat rethrows return self sending set some static struct "
            + "subscript super switch throw throws true try typealias unowned var weak where while"
    )
    private static let declaring = WordSet("actor class enum extension func protocol struct typealias")

    private var isDeclaring = false

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        switch cursor.byte {
        case let byte where byte.isSpace:
            cursor.skip(while: \.isSpace)
            return nil
        case UInt8(ascii: "/") where cursor.starts(with: "//"):
            cursor.skipLine()
            return .comment
        case UInt8(ascii: "/") where cursor.starts(with: "/*"):
            Self.skipComment(&cursor)
            return .comment
        case .quote:
            Self.skipString(&cursor, hashes: 0)
            return .string
        case UInt8(ascii: "#"): return hash(&cursor)
        case UInt8(ascii: "@") where cursor.byte(ahead: 1).isWordStart:
            cursor.advance()
            cursor.skip(while: \.isWordByte)
            return .keyword
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

    private mutating func word(_ cursor: inout ByteCursor) -> CodeToken? {
        let first = cursor.byte
        let word = cursor.take(while: \.isWordByte)
        let wasDeclaring = isDeclaring
        isDeclaring = Self.declaring.contains(word)
        if wasDeclaring, !isDeclaring { return .name }
        if Self.keywords.contains(word) { return .keyword }
        // By convention, types and nothing else begin with a capital.
        return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") ? .name : nil
    }

    /// Comments stand inside comments.
    private static func skipComment(_ cursor: inout ByteCursor) {
        var depth = 0
        repeat {
            if cursor.skip("/*") {
                depth += 1
            } else if cursor.skip("*/") {
                depth -= 1
            } else {
                cursor.advance()
            }
        } while depth > 0 && !cursor.isAtEnd
    }

    /// `#if`, `#"a raw string"#`.
    private func hash(_ cursor: inout ByteCursor) -> CodeToken? {
        let hashes = cursor.take { $0 == UInt8(ascii: "#") }.count
        if cursor.byte == .quote {
            Self.skipString(&cursor, hashes: hashes)
            return .string
        }
        guard cursor.byte.isWordStart else { return nil }
        cursor.skip(while: \.isWordByte)
        return .keyword
    }

    /// From the opening quote on; what is put into a string counts as a part of it.
    private static func skipString(_ cursor: inout ByteCursor, hashes: Int) {
        let isMultiline = cursor.skip("\"\"\"")
        if !isMultiline { cursor.advance() }
        while !cursor.isAtEnd {
            if cursor.byte == .lineFeed, !isMultiline { return }
            if isMultiline ? cursor.skip("\"\"\"") : cursor.skip("\"") {
                if skip(hashes: hashes, &cursor) { return }
            } else if cursor.byte == .backslash {
                cursor.advance()
                if skip(hashes: hashes, &cursor) { skipEscape(&cursor, isMultiline: isMultiline) }
            } else {
                cursor.advance()
            }
        }
    }

    /// Passes as many as there are, up to that number: each is looked at once.
    private static func skip(hashes: Int, _ cursor: inout ByteCursor) -> Bool {
        var found = 0
        while found < hashes, cursor.byte == UInt8(ascii: "#") {
            cursor.advance()
            found += 1
        }
        return found == hashes
    }

    /// Behind a backslash: one byte, or code in parentheses with the short strings in it.
    private static func skipEscape(_ cursor: inout ByteCursor, isMultiline: Bool) {
        guard cursor.byte == UInt8(ascii: "(") else {
            if cursor.byte != .lineFeed || isMultiline { cursor.advance() }
            return
        }
        var depth = 0
        repeat {
            switch cursor.byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case .quote:
                cursor.skipString(.quote)
                continue
            case .lineFeed where !isMultiline: return
            default: break
            }
            cursor.advance()
        } while depth > 0 && !cursor.isAtEnd
    }
}
