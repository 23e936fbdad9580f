import Diagnostics

/// Goes over TOML (https://toml.io/en/v1.0.0) from key to key; it keeps nothing.
///
/// It reads what a file of settings consists of, so that it can pass over all that is not asked for. Numbers and dates are
/// passed over unread.
struct TOMLScanner {
    enum Statement {
        /// `[name]`, or `[[name]]` for an item of a list of tables.
        case table([String], isItem: Bool, ByteRange)
        case setting([String], key: ByteRange, TOMLValue)
    }

    private let bytes: [UInt8]
    private var position: Int

    static let deepestNesting = 32

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// nil at the end of the file.
    mutating func next() throws(TOMLFault) -> Statement? {
        skipSpace(andLines: true)
        guard let byte else { return nil }
        let statement: Statement = byte == UInt8(ascii: "[") ? try header() : try setting()
        skipSpace(andLines: false)
        if let byte = self.byte, byte != 0x0A, byte != 0x0D {
            throw TOMLFault("nothing may follow on this line", at: position, count: 1)
        }
        return statement
    }

    private mutating func header() throws(TOMLFault) -> Statement {
        let start = position
        position += 1
        let isList = byte == UInt8(ascii: "[")
        if isList { position += 1 }
        let name = try key()
        for _ in 0..<(isList ? 2 : 1) { try expect(UInt8(ascii: "]"), "the name of a table ends in a bracket") }
        return .table(name, isItem: isList, ByteRange(start, position))
    }

    private mutating func setting() throws(TOMLFault) -> Statement {
        let start = position
        let name = try key()
        let range = ByteRange(start, position)
        skipSpace(andLines: false)
        try expect(UInt8(ascii: "="), "a key is followed by \"=\" and a value")
        skipSpace(andLines: false)
        return .setting(name, key: range, try value(depth: 0))
    }

    /// `a.b."c d"`, without the space behind it.
    private mutating func key() throws(TOMLFault) -> [String] {
        var parts: [String] = []
        while true {
            skipSpace(andLines: false)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard case .string(let text) = try string().kind else { return parts }
                parts.append(text)
            } else {
                let start = position
                while let byte, byte.isManifestName, byte != UInt8(ascii: "."), byte != UInt8(ascii: "\""),
                    byte != UInt8(ascii: "'")
                { position += 1 }
                guard position > start else { throw TOMLFault("there is no key here", at: start) }
                parts.append(text(start, position))
            }
            let end = position
            skipSpace(andLines: false)
            guard byte == UInt8(ascii: ".") else {
                position = end
                return parts
            }
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(TOMLFault) -> TOMLValue {
        guard depth < Self.deepestNesting else {
            throw TOMLFault("lists and tables are nested more than \(Self.deepestNesting) deep", at: position, count: 1)
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string()
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "{"): return try table(depth)
        default: return try word()
        }
    }

    private mutating func array(_ depth: Int) throws(TOMLFault) -> TOMLValue {
        let start = position
        position += 1
        var elements: [TOMLValue] = []
        while true {
            skipSpace(andLines: true)
            if byte == UInt8(ascii: "]") { break }
            elements.append(try value(depth: depth + 1))
            skipSpace(andLines: true)
            if byte == UInt8(ascii: "]") { break }
            guard byte == UInt8(ascii: ",") else { throw unclosed("list", start) }
            position += 1
        }
        position += 1
        return TOMLValue(kind: .array(elements), range: ByteRange(start, position))
    }

    private mutating func table(_ depth: Int) throws(TOMLFault) -> TOMLValue {
        let start = position
        position += 1
        var members: [(key: [String], value: TOMLValue)] = []
        while true {
            skipSpace(andLines: true)
            if byte == UInt8(ascii: "}") { break }
            guard byte != nil else { throw unclosed("table", start) }
            let name = try key()
            skipSpace(andLines: false)
            try expect(UInt8(ascii: "="), "a key is followed by \"=\" and a value")
            skipSpace(andLines: false)
            members.append((name, try value(depth: depth + 1)))
            skipSpace(andLines: true)
            if byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: ",") else { throw unclosed("table", start) }
            position += 1
        }
        position += 1
        return TOMLValue(kind: .table(members), range: ByteRange(start, position))
    }

    /// `true`, `false`, a number or a date.
    private mutating func word() throws(TOMLFault) -> TOMLValue {
        let start = position
        while let byte, !byte.isManifestSpace, !",]}#".utf8.contains(byte) { position += 1 }
        guard position > start else { throw TOMLFault("there is no value here", at: start) }
        let range = ByteRange(start, position)
        switch text(start, position) {
        case "true": return TOMLValue(kind: .bool(true), range: range)
        case "false": return TOMLValue(kind: .bool(false), range: range)
        default: return TOMLValue(kind: .other, range: range)
        }
    }

    private func unclosed(_ what: String, _ start: Int) -> TOMLFault {
        byte == nil
            ? TOMLFault("the \(what) is not closed", at: start, count: 1)
            : TOMLFault("there is no comma here", at: position)
    }

    private mutating func expect(_ wanted: UInt8, _ message: String) throws(TOMLFault) {
        skipSpace(andLines: false)
        guard byte == wanted else { throw TOMLFault(message, at: position) }
        position += 1
    }

    private mutating func skipSpace(andLines: Bool) {
        while let byte {
            if byte == UInt8(ascii: "#") {
                while let byte = self.byte, byte != 0x0A { _ = byte; position += 1 }
            } else if byte == 0x20 || byte == 0x09 || (andLines && byte.isManifestSpace) {
                position += 1
            } else {
                return
            }
        }
    }

    private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}

extension TOMLScanner {
    private mutating func string() throws(TOMLFault) -> TOMLValue {
        let quote = bytes[position]
        let isLong = bytes[position...].starts(with: [quote, quote, quote])
        let start = position
        let mark = isLong ? 3 : 1
        position += mark
        // The line end behind the opening quotes is no part of the text.
        if isLong, byte == 0x0D { position += 1 }
        if isLong, byte == 0x0A { position += 1 }
        let first = position
        var decoded: [UInt8] = []
        var isPlain = true
        while let byte {
            if byte == quote, !isLong || bytes[position...].starts(with: [quote, quote, quote]) {
                let end = closingQuotes(quote, isLong: isLong)
                decoded += bytes[position..<(end - mark)]
                let content = ByteRange(first, end - mark)
                position = end
                return TOMLValue(
                    kind: .string(String(decoding: decoded, as: UTF8.self)),
                    range: ByteRange(start, position),
                    content: isPlain ? content : nil
                )
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                isPlain = false
                decoded += try escape(isLong: isLong)
            } else if !isLong, byte == 0x0A || byte == 0x0D {
                break
            } else if byte < 0x20, !byte.isManifestSpace {
                throw TOMLFault("a control character stands in the text", at: position, count: 1)
            } else {
                decoded.append(byte)
                position += 1
            }
        }
        throw TOMLFault("the text is not closed", at: start, count: mark)
    }

    /// A long text may end in quotes of its own, before the three that close it.
    private func closingQuotes(_ quote: UInt8, isLong: Bool) -> Int {
        guard isLong else { return position + 1 }
        return position + bytes[position...].prefix(5).prefix { $0 == quote }.count
    }

    private mutating func escape(isLong: Bool) throws(TOMLFault) -> [UInt8] {
        let start = position
        position += 1
        guard let byte else { throw TOMLFault("the text is not closed", at: start, count: 1) }
        if isLong, byte.isManifestSpace {
            while let next = self.byte, next.isManifestSpace { position += 1 }
            return []
        }
        position += 1
        switch byte {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
        case UInt8(ascii: "u"): return try scalar(digits: 4, start)
        case UInt8(ascii: "U"): return try scalar(digits: 8, start)
        default: throw TOMLFault("there is no such escape", at: start, count: 2)
        }
    }

    private mutating func scalar(digits: Int, _ start: Int) throws(TOMLFault) -> [UInt8] {
        let end = min(position + digits, bytes.count)
        let code = UInt32(text(position, end), radix: 16).flatMap(Unicode.Scalar.init)
        guard end - position == digits, let code else {
            throw TOMLFault("this escape is no character", at: start, count: 2)
        }
        position = end
        return Array(String(code).utf8)
    }
}
