/// Of ASCII.
extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    var isCapitalLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isLetter: Bool { (self | 0x20).isSmallLetter }
    /// The small letter of a capital one, and anything else itself.
    var lowercased: UInt8 { isCapitalLetter ? self | 0x20 : self }
}
