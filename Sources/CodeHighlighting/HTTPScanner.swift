/// A request or an answer of HTTP: its first line, its headers, and a body where it is JSON.
struct HTTPScanner: CodeScanner {
    private enum Part {
        case start, target, status, headers, value, body, plainBody
    }

    private static let methods = WordSet("GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE")

    private var part = Part.start
    private var isLineEmpty = true
    private var json = JSONScanner()

    mutating func next(_ cursor: inout ByteCursor) -> CodeToken? {
        if part == .body { return json.next(&cursor) }
        if cursor.byte == .lineFeed { return endLine(&cursor) }
        if cursor.byte.isBlank {
            cursor.skip(while: \.isBlank)
            return nil
        }
        isLineEmpty = false
        switch part {
        case .start: return start(&cursor)
        case .target: return target(&cursor)
        case .status: return status(&cursor)
        case .headers: return header(&cursor)
        case .value: return value(&cursor)
        case .body, .plainBody: return plain(&cursor)
        }
    }

    /// An empty line ends the headers.
    private mutating func endLine(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.advance()
        defer { isLineEmpty = true }
        guard part != .start, part != .plainBody else { return nil }
        part = .headers
        if isLineEmpty { enterBody(&cursor) }
        return nil
    }

    private mutating func enterBody(_ cursor: inout ByteCursor) {
        cursor.skip(while: \.isSpace)
        let isJSON = cursor.byte == UInt8(ascii: "{") || cursor.byte == UInt8(ascii: "[")
        part = isJSON ? .body : .plainBody
    }

    private mutating func start(_ cursor: inout ByteCursor) -> CodeToken? {
        if cursor.starts(with: "HTTP/") {
            part = .status
            cursor.skip { !$0.isSpace }
            return .keyword
        }
        let word = cursor.take { !$0.isSpace && $0 != UInt8(ascii: ":") }
        if Self.methods.contains(word) {
            part = .target
            return .keyword
        }
        guard cursor.byte == UInt8(ascii: ":") else { return plain(&cursor) }
        part = .value
        return .name
    }

    private mutating func target(_ cursor: inout ByteCursor) -> CodeToken? {
        if cursor.starts(with: "HTTP/") {
            cursor.skipLine()
            return .keyword
        }
        cursor.skip { !$0.isSpace }
        return nil
    }

    private mutating func status(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.skipLine()
        return .number
    }

    private mutating func header(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.skip { $0 != UInt8(ascii: ":") && $0 != .lineFeed }
        guard cursor.byte == UInt8(ascii: ":") else { return nil }
        part = .value
        return .name
    }

    private mutating func value(_ cursor: inout ByteCursor) -> CodeToken? {
        guard cursor.byte != UInt8(ascii: ":") else {
            cursor.advance()
            return nil
        }
        cursor.skipLine()
        return .string
    }

    private func plain(_ cursor: inout ByteCursor) -> CodeToken? {
        cursor.skipLine()
        return nil
    }
}
