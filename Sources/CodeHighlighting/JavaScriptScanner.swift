/// JavaScript, with template literals and regular expressions.
struct JavaScriptScanner: CodeScanner {
    private static let keywords = WordSet(
        "async await break case catch class const continue debugger default delete do else export extends false finally "
            + "for from function get if import in instanceof let new null of return set static super switch this throw "
            + "true try typeof undefined var void while with yield"
    )
    /// Words behind which no value has ended, so that `/` begins a regular expression.
    private static let beforeValue = WordSet(
        "await case delete do else in instanceof new of return throw typeof void yield"
    )
    private static let declaring = WordSet("class function")
    private static let deepestTemplate = 64

    /// Of each template literal that code stands in: how many braces are open in that code.
    private var templates: [Int] = []
    private var endedValue = false
    private var isDeclaring = false

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        switch cursor.byte {
        case let byte where byte.isSpace:
            cursor.skip(while: \.isSpace)
            return nil
        case .quote, UInt8(ascii: "'"):
            cursor.skipString(cursor.byte)
            return value(.string)
        case UInt8(ascii: "`"):
            cursor.advance()
            return template(&cursor)
        case UInt8(ascii: "/"): return slash(&cursor)
        case let byte where byte.isDigit:
            cursor.skipNumber()
            return value(.number)
        case let byte where byte.isWordStart || byte == UInt8(ascii: "$"): return word(&cursor)
        default: return punctuation(&cursor)
        }
    }

    private mutating func value(_ token: CodeToken?) -> CodeToken? {
        endedValue = true
        return token
    }

    private mutating func word(_ cursor: inout ByteCursor) -> CodeToken? {
        let word = cursor.take { $0.isWordByte || $0 == UInt8(ascii: "$") }
        let wasDeclaring = isDeclaring
        isDeclaring = Self.declaring.contains(word)
        endedValue = !Self.beforeValue.contains(word)
        if wasDeclaring, !isDeclaring { return .name }
        if cursor.byte == UInt8(ascii: ":"), cursor.byte(ahead: 1) != UInt8(ascii: ":") { return .name }
        return Self.keywords.contains(word) ? .keyword : nil
    }

    private mutating func slash(_ cursor: inout ByteCursor) -> CodeToken? {
        if cursor.starts(with: "//") {
            cursor.skipLine()
            return .comment
        }
        if cursor.skip("/*") {
            cursor.skip(past: "*/")
            return .comment
        }
        guard !endedValue else { return punctuation(&cursor) }
        regularExpression(&cursor)
        return value(.string)
    }

    /// One that is not closed takes the line along: to look for its end twice would not be linear.
    private func regularExpression(_ cursor: inout ByteCursor) {
        cursor.advance()
        var isInClass = false
        while !cursor.isAtEnd, cursor.byte != .lineFeed {
            switch cursor.byte {
            case .backslash where cursor.byte(ahead: 1) != .lineFeed: cursor.advance()
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                cursor.advance()
                return cursor.skip(while: \.isLetter)
            default: break
            }
            cursor.advance()
        }
    }

    /// To the end of the literal, or to code inside it.
    private mutating func template(_ cursor: inout ByteCursor) -> CodeToken? {
        while !cursor.isAtEnd {
            if cursor.byte == .backslash {
                cursor.advance(by: 2)
            } else if cursor.skip("`") {
                return value(.string)
            } else if templates.count < Self.deepestTemplate, cursor.skip("${") {
                templates.append(0)
                endedValue = false
                return .string
            } else {
                cursor.advance()
            }
        }
        return .string
    }

    private mutating func punctuation(_ cursor: inout ByteCursor) -> CodeToken? {
        let byte = cursor.byte
        cursor.advance()
        endedValue = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        isDeclaring = isDeclaring && byte == UInt8(ascii: "*")
        guard let braces = templates.last else { return nil }
        switch byte {
        case UInt8(ascii: "{"): templates[templates.count - 1] += 1
        case UInt8(ascii: "}") where braces == 0:
            templates.removeLast()
            return template(&cursor)
        case UInt8(ascii: "}"): templates[templates.count - 1] -= 1
        default: break
        }
        return nil
    }
}
