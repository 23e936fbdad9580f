/// Cuts XML into its tokens, one pass over the bytes, without entities of its own.
///
/// It is stricter than XML where that makes no difference to what programs write, so that nothing that a browser would
/// see can hide from it.
struct XMLScanner {
    enum Token {
        /// Ranges are of the bytes; `isEmpty` for `<a/>`.
        case start(name: Range<Int>, attributes: [Attribute], isEmpty: Bool)
        case end(name: Range<Int>)
        /// Between tags, with references as they are written.
        case text(Range<Int>)
        /// The content of a CDATA section.
        case literal(Range<Int>)
        case comment
        /// `<!DOCTYPE …>` up to its first bracket: what follows is not looked at as XML would.
        case declaration(Range<Int>)
        case instruction(Range<Int>)
    }

    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    let bytes: [UInt8]
    /// Where the next token begins.
    private(set) var index: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// nil at the end of the file.
    mutating func next() throws(MediaProblem) -> Token? {
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "<") else { return .text(skip { $0 == UInt8(ascii: "<") }) }
        if holds("<!--") { return try delimited("<!--", "-->") { _ in .comment } }
        if holds("<![CDATA[") { return try delimited("<![CDATA[", "]]>") { .literal($0) } }
        if holds("<?") { return try delimited("<?", "?>") { .instruction($0) } }
        if holds("<!") { return try delimited("<!", ">") { .declaration($0) } }
        return holds("</") ? try endTag() : try startTag()
    }

    private func holds(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard length <= bytes.count - index else { return false }
        return "\(text)".utf8.elementsEqual(bytes[index..<(index + length)])
    }

    private mutating func skip(until isEnd: (UInt8) -> Bool) -> Range<Int> {
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return start..<index
    }

    private mutating func delimited(
        _ opening: StaticString,
        _ closing: StaticString,
        _ token: (Range<Int>) -> Token
    ) throws(MediaProblem) -> Token {
        index += opening.utf8CodeUnitCount
        let start = index
        let first = "\(closing)".utf8.first
        while index < bytes.count {
            if bytes[index] == first, holds(closing) {
                let range = start..<index
                index += closing.utf8CodeUnitCount
                return token(range)
            }
            index += 1
        }
        throw .truncated
    }

    private mutating func endTag() throws(MediaProblem) -> Token {
        index += 2
        let name = skip { isXMLSpace($0) || $0 == UInt8(ascii: ">") }
        _ = skip { !isXMLSpace($0) }
        guard index < bytes.count else { throw .truncated }
        guard bytes[index] == UInt8(ascii: ">") else { throw .malformed("is no well-formed XML") }
        index += 1
        return .end(name: name)
    }

    private mutating func startTag() throws(MediaProblem) -> Token {
        index += 1
        let name = skip(until: Self.endsName)
        var attributes: [Attribute] = []
        while true {
            _ = skip { !isXMLSpace($0) }
            guard index < bytes.count else { throw .truncated }
            switch bytes[index] {
            case UInt8(ascii: ">"):
                index += 1
                return try named(name, attributes, isEmpty: false)
            case UInt8(ascii: "/"):
                index += 1
                guard index < bytes.count else { throw .truncated }
                guard bytes[index] == UInt8(ascii: ">") else { throw .malformed("is no well-formed XML") }
                index += 1
                return try named(name, attributes, isEmpty: true)
            default: attributes.append(try attribute())
            }
        }
    }

    private func named(_ name: Range<Int>, _ attributes: [Attribute], isEmpty: Bool) throws(MediaProblem) -> Token {
        if name.isEmpty { throw .malformed("is no well-formed XML") }
        return .start(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    private mutating func attribute() throws(MediaProblem) -> Attribute {
        let name = skip(until: Self.endsName)
        _ = skip { !isXMLSpace($0) }
        guard index < bytes.count else { throw .truncated }
        guard !name.isEmpty, bytes[index] == UInt8(ascii: "=") else { throw .malformed("is no well-formed XML") }
        index += 1
        _ = skip { !isXMLSpace($0) }
        guard index < bytes.count else { throw .truncated }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw .malformed("is no well-formed XML")
        }
        index += 1
        let value = skip { $0 == quote }
        guard index < bytes.count else { throw .truncated }
        index += 1
        return Attribute(name: name, value: value)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: isXMLSpace(byte)
        }
    }
}

extension XMLScanner {
    /// A name without its prefix.
    func localName(_ range: Range<Int>) -> String {
        let name = bytes[range]
        let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
        return String(decoding: name[start...], as: UTF8.self)
    }

    /// Text with its references resolved; nil when one of them is not XML's own.
    func decoded(_ range: Range<Int>) -> String? {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "&") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            // The longest that is of use is '&#x10FFFF;'; zeros in front of a number are nobody's habit.
            guard let end = bytes[index..<min(range.upperBound, index + 12)].firstIndex(of: UInt8(ascii: ";")),
                let scalar = Self.scalar(bytes[(index + 1)..<end])
            else { return nil }
            text.append(contentsOf: String(Character(scalar)).utf8)
            index = end + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scalar(_ reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let name = String(decoding: reference, as: UTF8.self)
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: return nil
        }
    }
}
