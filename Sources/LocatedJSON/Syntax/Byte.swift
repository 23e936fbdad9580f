/// The bytes that have a meaning in JSON.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
    static let slash = UInt8(ascii: "/")
    static let asterisk = UInt8(ascii: "*")
    static let hash = UInt8(ascii: "#")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let dot = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
    var isSpace: Bool { self == Byte.space || self == Byte.tab || isLineEnd }
    var isLineEnd: Bool { self == Byte.lineFeed || self == Byte.carriageReturn }
    var isControl: Bool { self < 0x20 }
    var isNonASCII: Bool { self >= 0x80 }
    var isCloser: Bool { self == Byte.closeBracket || self == Byte.closeBrace }

    /// Whether the byte belongs to a number, to `true`, or to what an author took for a value or a key.
    var isWord: Bool {
        isLetter || isDigit || isNonASCII || self == Byte.minus || self == Byte.plus || self == Byte.dot
            || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
    }

    /// Whether the byte ends a run of text that stands outside of quotes.
    var isDelimiter: Bool {
        isCloser || isLineEnd || self == Byte.comma || self == Byte.colon || self == Byte.quote
            || self == Byte.openBracket || self == Byte.openBrace
    }
}
