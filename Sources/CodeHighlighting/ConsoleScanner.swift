/// A session at a terminal: commands behind a prompt, and what came of them.
struct ConsoleScanner: CodeScanner {
    private var isAtLineStart = true
    private var isInCommand = false
    private var shell = ShellScanner()

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        if isAtLineStart { return startLine(&cursor) }
        guard isInCommand else { return rest(&cursor) }
        if cursor.byte == .lineFeed {
            cursor.advance()
            isAtLineStart = true
            isInCommand = false
            shell = ShellScanner()
            return nil
        }
        // A line that ends with a backslash goes on in the next one: the shell passes both bytes.
        return shell.next(&cursor)
    }

    private mutating func startLine(_ cursor: inout ByteCursor) -> CodeToken? {
        isAtLineStart = false
        switch cursor.byte {
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: ">"), UInt8(ascii: "#"):
            guard cursor.byte(ahead: 1) == 0x20 else { return rest(&cursor) }
            cursor.advance(by: 2)
            isInCommand = true
            return .prompt
        default: return rest(&cursor)
        }
    }

    /// The line feed belongs to the answer, so that a copy without answers has no empty lines.
    private mutating func rest(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.skipLine()
        cursor.advance()
        isAtLineStart = true
        return .output
    }
}
