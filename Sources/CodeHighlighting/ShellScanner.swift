/// What is typed into a shell: POSIX, Bash and Zsh as far as guides use them.
struct ShellScanner: CodeScanner {
    private static let keywords = WordSet(
        "if then elif else fi for while until do done case esac in function select time return exit break continue "
            + "export local readonly declare unset set source alias eval exec trap shift"
    )

    /// Whether a word may begin here, and so a comment or an option.
    private var isAtWordStart = true
    /// The word that ends the text which the next line begins.
    private var heredocEnd: [UInt8] = []

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        let wasAtWordStart = isAtWordStart
        isAtWordStart = false
        switch cursor.byte {
        case .lineFeed where !heredocEnd.isEmpty: return heredoc(&cursor)
        case let byte where byte.isSpace || Self.isOperator(byte): return separator(&cursor)
        case UInt8(ascii: "#") where wasAtWordStart:
            cursor.skipLine()
            return .comment
        case .quote:
            cursor.skipString(.quote, isMultiline: true)
            return .string
        case UInt8(ascii: "'"):
            cursor.advance()
            cursor.skip(past: "'")
            return .string
        case UInt8(ascii: "$"): return variable(&cursor)
        case .minus where wasAtWordStart && (cursor.byte(ahead: 1).isLetter || cursor.byte(ahead: 1) == .minus):
            cursor.skip { $0.isWordByte || $0 == .minus }
            return .name
        case .backslash:
            cursor.advance(by: cursor.byte(ahead: 1) < 0x80 ? 2 : 1)
            return nil
        default: return word(&cursor, isFirst: wasAtWordStart)
        }
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="):
            true
        default: false
        }
    }

    private mutating func separator(_ cursor: inout ByteCursor) -> CodeToken? {
        isAtWordStart = cursor.byte != UInt8(ascii: "=")
        guard cursor.starts(with: "<<"), !cursor.starts(with: "<<<") else {
            cursor.advance()
            return nil
        }
        cursor.advance(by: 2)
        cursor.skip { $0 == .minus || $0.isBlank || $0 == .quote || $0 == UInt8(ascii: "'") }
        heredocEnd = Array(cursor.take(while: \.isWordByte))
        cursor.skip { $0 == .quote || $0 == UInt8(ascii: "'") }
        return nil
    }

    /// From the end of the line with `<<` to the line that is the word.
    private mutating func heredoc(_ cursor: inout ByteCursor) -> CodeToken? {
        defer { heredocEnd = [] }
        while !cursor.isAtEnd {
            cursor.advance()
            cursor.skip { $0 == 0x09 }
            if cursor.take(while: { $0 != .lineFeed }).elementsEqual(heredocEnd) { break }
        }
        return .string
    }

    private func variable(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.advance()
        switch cursor.byte {
        case UInt8(ascii: "{"):
            cursor.skip { $0 != UInt8(ascii: "}") && $0 != .lineFeed }
            _ = cursor.skip("}")
        case let byte where byte.isWordByte: cursor.skip(while: \.isWordByte)
        default: return nil
        }
        return .name
    }

    private func word(_ cursor: inout ByteCursor, isFirst: Bool) -> CodeToken? {
        let word = cursor.take { byte in
            !byte.isSpace && !Self.isOperator(byte) && byte != .quote && byte != UInt8(ascii: "'")
                && byte != UInt8(ascii: "$") && byte != .backslash
        }
        guard isFirst else { return nil }
        if Self.keywords.contains(word) { return .keyword }
        return word.allSatisfy { $0.isDigit } && !word.isEmpty ? .number : nil
    }
}
