package import Diagnostics

/// Goes through a JSON text from the front and keeps nothing of it: for files that are too large, or too secret, to be held
/// as values.
///
/// It is as strict as finding the way needs it to be: what is passed over may have faults that nobody sees.
package struct JSONScanner {
    package enum Fault: Error, Sendable, Hashable {
        /// The text ends before its value does.
        case cutOff
        /// Something else stands where a value, a key, a comma or a bracket should.
        case malformed(at: Int)
    }

    package enum Kind: Sendable {
        case object, array, string, other
    }

    package let bytes: [UInt8]
    package private(set) var position = 0
    /// Whether an item stands before the position in the array or object at hand.
    private var isBehindItem = false

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Whether nothing but white space follows.
    package mutating func isAtEnd() -> Bool {
        skipSpace()
        return position >= bytes.count
    }

    /// What begins here.
    package mutating func kind() throws(Fault) -> Kind {
        switch try next() {
        case Byte.openBrace: return .object
        case Byte.openBracket: return .array
        case Byte.quote: return .string
        case let byte where byte.isWord: return .other
        default: throw .malformed(at: position)
        }
    }

    package mutating func enterObject() throws(Fault) { try enter(Byte.openBrace) }
    package mutating func enterArray() throws(Fault) { try enter(Byte.openBracket) }

    private mutating func enter(_ bracket: UInt8) throws(Fault) {
        guard try next() == bracket else { throw .malformed(at: position) }
        position += 1
        isBehindItem = false
    }

    /// The next key of the object that was entered, with the position at its value; nil behind the object's end.
    package mutating func nextKey() throws(Fault) -> (name: String, range: ByteRange)? {
        guard try moveToItem(before: Byte.closeBrace) else { return nil }
        guard try next() == Byte.quote else { throw .malformed(at: position) }
        let start = position
        let name = text(in: try string())
        let range = ByteRange(start, position)
        guard try next() == Byte.colon else { throw .malformed(at: position) }
        position += 1
        _ = try next()
        return (name, range)
    }

    /// Whether the array that was entered has another element, which begins at the position; false behind the array's end.
    package mutating func nextElement() throws(Fault) -> Bool { try moveToItem(before: Byte.closeBracket) }

    private mutating func moveToItem(before bracket: UInt8) throws(Fault) -> Bool {
        if try next() == bracket {
            position += 1
            isBehindItem = true
            return false
        }
        guard isBehindItem else { return true }
        guard bytes[position] == Byte.comma else { throw .malformed(at: position) }
        position += 1
        _ = try next()
        isBehindItem = false
        return true
    }

    /// Reads the text that begins here and gives the place of what stands between the quotes, as it is written.
    package mutating func string() throws(Fault) -> ByteRange {
        guard try next() == Byte.quote else { throw .malformed(at: position) }
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != Byte.quote { end += bytes[end] == Byte.backslash ? 2 : 1 }
        guard end < bytes.count else {
            position = bytes.count
            throw .cutOff
        }
        position = end + 1
        isBehindItem = true
        return ByteRange(start, end)
    }

    /// A text, or nil after anything else, which is passed over.
    package mutating func stringIfAny() throws(Fault) -> ByteRange? {
        guard try kind() == .string else {
            try skipValue()
            return nil
        }
        return try string()
    }

    /// A whole number that fits, or nil after anything else, which is passed over.
    package mutating func integerIfAny() throws(Fault) -> Int? {
        guard try kind() == .other else {
            try skipValue()
            return nil
        }
        let start = position
        try skipValue()
        return JSONValue(
            .number(String(decoding: bytes[start..<position], as: UTF8.self)),
            range: ByteRange(start, position)
        ).integer
    }

    /// Passes over whatever value begins here, however deep it is.
    package mutating func skipValue() throws(Fault) {
        switch try kind() {
        case .string: _ = try string()
        case .other: try skipWord()
        case .object, .array: try skipContainer()
        }
        isBehindItem = true
    }

    private mutating func skipWord() throws(Fault) {
        while position < bytes.count, bytes[position].isWord { position += 1 }
        // A number at the very end may lack its last digits.
        guard position < bytes.count else { throw .cutOff }
    }

    private mutating func skipContainer() throws(Fault) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case Byte.quote:
                _ = try string()
                continue
            case Byte.openBrace, Byte.openBracket: depth += 1
            case Byte.closeBrace, Byte.closeBracket: depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
        throw .cutOff
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position].isSpace { position += 1 }
    }

    /// The next byte that is no white space.
    private mutating func next() throws(Fault) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw .cutOff }
        return bytes[position]
    }
}

extension JSONScanner {
    /// What is written at a place between quotes, without its escapes.
    package func text(in range: ByteRange) -> String {
        let written = bytes[range.start..<range.end]
        guard written.contains(Byte.backslash) else { return String(decoding: written, as: UTF8.self) }
        var units: [UInt16] = []
        var place = range.start
        var plain = place
        func flush(upTo end: Int) { units += String(decoding: bytes[plain..<end], as: UTF8.self).utf16 }
        while place < range.end {
            guard bytes[place] == Byte.backslash, place + 1 < range.end else {
                place += 1
                continue
            }
            flush(upTo: place)
            if bytes[place + 1] == UInt8(ascii: "u"), let unit = hexadecimal(from: place + 2, to: range.end) {
                units.append(unit)
                place += 6
            } else {
                units.append(UInt16(Self.meaning(ofEscape: bytes[place + 1])))
                place += 2
            }
            plain = place
        }
        flush(upTo: range.end)
        return String(decoding: units, as: UTF16.self)
    }

    private static func meaning(ofEscape letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "n"): Byte.lineFeed
        case UInt8(ascii: "t"): Byte.tab
        case UInt8(ascii: "r"): Byte.carriageReturn
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: letter
        }
    }

    private func hexadecimal(from start: Int, to end: Int) -> UInt16? {
        guard start + 4 <= end, bytes[start..<(start + 4)].allSatisfy(\.isHexDigit) else { return nil }
        return UInt16(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
    }
}
