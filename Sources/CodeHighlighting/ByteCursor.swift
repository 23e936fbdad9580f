/// A place in code that only moves forward.
struct ByteCursor {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position >= bytes.endIndex }

    /// 0 at the end; a zero in the code itself is no part of any token either.
    var byte: UInt8 { byte(ahead: 0) }

    func byte(ahead distance: Int) -> UInt8 {
        let index = position + distance
        return index < bytes.endIndex ? bytes[index] : 0
    }

    mutating func advance(by count: Int = 1) {
        position = min(position + count, bytes.endIndex)
    }

    func starts(with text: String) -> Bool {
        var index = position
        for byte in text.utf8 {
            guard index < bytes.endIndex, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Whether it was there; then it has been passed.
    mutating func skip(_ text: String) -> Bool {
        guard starts(with: text) else { return false }
        advance(by: text.utf8.count)
        return true
    }

    mutating func skip(while belongs: (UInt8) -> Bool) {
        while position < bytes.endIndex, belongs(bytes[position]) { position += 1 }
    }

    /// What ``skip(while:)`` passes.
    mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = position
        skip(while: belongs)
        return bytes[start..<position]
    }

    /// To the line feed, which is not passed.
    mutating func skipLine() {
        skip { $0 != .lineFeed }
    }

    /// Past `end`, or to the end of the code.
    mutating func skip(past end: String) {
        while !isAtEnd, !skip(end) { advance() }
    }

    /// Past a string that begins here with `quote`; a backslash takes what follows it along.
    ///
    /// One that is not closed ends with its line, unless it may run over lines.
    mutating func skipString(_ quote: UInt8, isMultiline: Bool = false) {
        advance()
        while !isAtEnd {
            switch byte {
            case quote: return advance()
            case .backslash: advance(by: 2)
            case .lineFeed where !isMultiline: return
            default: advance()
            }
        }
    }

    /// Past a number that begins here, in the form that most languages share: `0xFF`, `1_000`, `2.5e-3`.
    mutating func skipNumber() {
        while byte.isWordByte || (byte == .dot && byte(ahead: 1).isDigit) {
            let isExponent = byte | 0x20 == UInt8(ascii: "e")
            advance()
            if isExponent, byte == .plus || byte == .minus, byte(ahead: 1).isDigit { advance() }
        }
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let backslash = UInt8(ascii: "\\")
    static let quote = UInt8(ascii: "\"")
    static let dot = UInt8(ascii: ".")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
    /// Letters beyond ASCII are letters too, so that no character is ever cut.
    var isWordStart: Bool { isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
    var isWordByte: Bool { isWordStart || isDigit }
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
    var isSpace: Bool { isBlank || self == .lineFeed }
}
