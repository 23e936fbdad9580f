/// The classes of ASCII bytes that CommonMark speaks of.
extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")

    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
    var isSpaceOrTab: Bool { self == .space || self == .tab }
    var isWhitespace: Bool { self == .space || (self >= .tab && self <= .carriageReturn) }
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isLetter: Bool { lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "z") }
    var isLetterOrDigit: Bool { isLetter || isDigit }
    var isHexDigit: Bool { isDigit || (lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "f")) }
    var isPunctuation: Bool { self > .space && self < 0x7F && !isLetterOrDigit }
    /// Of a letter; other bytes may change too.
    var lowercased: UInt8 { self | 0x20 }
}

extension [UInt8] {
    /// The byte at `index`, or 0 past the end: no document holds a NUL.
    func byte(at index: Int) -> UInt8 {
        index >= 0 && index < count ? self[index] : 0
    }

    /// Whether `text`, in lower case, stands at `start` in any case.
    func holds(_ text: String, at start: Int) -> Bool {
        guard start >= 0, start + text.utf8.count <= count else { return false }
        var index = start
        for byte in text.utf8 {
            guard self[index].foldedCase == byte else { return false }
            index += 1
        }
        return true
    }
}

extension UInt8 {
    /// A letter in lower case, any other byte as it is.
    var foldedCase: UInt8 { isLetter ? lowercased : self }
}
