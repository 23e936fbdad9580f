extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }

    /// Visible ASCII, which is all that a request target is made of.
    var isVisible: Bool { self > 0x20 && self < 0x7F }

    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// `tchar` of RFC 9110: what methods and field names are made of.
    var isTokenByte: Bool {
        isDigit || isLetter || "!#$%&'*+-.^_`|~".utf8.contains(self)
    }

    /// What may stand in the value of a field: no NUL, no CR, no other control character.
    var isFieldValueByte: Bool { self >= 0x20 && self != 0x7F || self == UInt8(ascii: "\t") }

    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends, which are no part of a field's value.
    var withoutBlanks: SubSequence {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: isBlank)
        guard let end = start.lastIndex(where: { !isBlank($0) }) else {
            return start[start.startIndex..<start.startIndex]
        }
        return start[...end]
    }
}
