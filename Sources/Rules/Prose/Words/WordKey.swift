/// A word in lower case as two numbers: compared and hashed without a string.
///
/// Up to 16 bytes are kept as they are; the rest of a longer word is folded in.
struct WordKey: Hashable, Sendable {
    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0
    /// No more than 255 are counted.
    private var byteCount: UInt8 = 0

    var length: Int { Int(byteCount) }

    init() {}

    /// The key of a word of the program's own or of the catalogue.
    init(_ word: some StringProtocol) {
        for byte in word.utf8 { append(byte) }
    }

    /// The key of the ASCII letters that a text begins with at an offset, sixteen at most, read eight at a time.
    ///
    /// nil where there is no letter, or sixteen bytes are not left to be read.
    @inline(__always)
    init?(lettersAt offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        guard offset + 16 <= text.count else { return nil }
        let bytes = UnsafeRawBufferPointer(text)
        let start = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let count = Self.letterCount(start)
        guard count > 0 else { return nil }
        first = Self.lowered(start, count)
        byteCount = UInt8(truncatingIfNeeded: count)
        guard count == 8 else { return }
        let rest = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        let restCount = Self.letterCount(rest)
        if restCount > 0 { second = Self.lowered(rest, restCount) }
        byteCount &+= UInt8(truncatingIfNeeded: restCount)
    }

    /// How many of eight bytes are letters before the first that is none.
    ///
    /// All at once: seven bits of each byte are added to, so that the eighth tells whether it reaches `a`, or goes past `z`.
    @inline(__always)
    private static func letterCount(_ bytes: UInt64) -> Int {
        let lowered = bytes | 0x2020_2020_2020_2020
        let low = lowered & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let pastZ = low &+ 0x0505_0505_0505_0505
        let isLetter = fromA & ~pastZ & ~lowered & 0x8080_8080_8080_8080
        return (isLetter ^ 0x8080_8080_8080_8080).trailingZeroBitCount / 8
    }

    /// The first of eight letters, in lower case.
    @inline(__always)
    private static func lowered(_ bytes: UInt64, _ count: Int) -> UInt64 {
        let kept = UInt64.max &>> UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        return (bytes | 0x2020_2020_2020_2020) & kept
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let folded = UInt64(byte.foldedCase)
        let count = length
        if count < 8 {
            first |= folded &<< UInt64(truncatingIfNeeded: count &* 8)
        } else if count < 16 {
            second |= folded &<< UInt64(truncatingIfNeeded: (count &- 8) &* 8)
        } else {
            second = (second &* 0x100_0000_01B3) ^ folded
        }
        if byteCount < .max { byteCount &+= 1 }
    }

    /// `3x`, `2.5x`.
    var isMultiple: Bool { isFigure(before: [UInt8(ascii: "x")]) }
    /// `10k`.
    var isLargeNumber: Bool { isFigure(before: [UInt8(ascii: "k"), UInt8(ascii: "m")]) }

    /// Whether the word is digits and one of the letters; only the first eight bytes are looked at.
    private func isFigure(before letters: [UInt8]) -> Bool {
        guard length > 1, length <= 8 else { return false }
        for index in 0..<(length - 1) {
            let byte = byte(at: index)
            guard byte.isDigit || (index > 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))) else {
                return false
            }
        }
        return letters.contains(byte(at: length - 1))
    }

    private func byte(at index: Int) -> UInt8 { UInt8(truncatingIfNeeded: first >> UInt64(index * 8)) }

    /// Spreads the bits well enough for a table whose size is a power of two.
    var spread: Int {
        let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
        return Int(truncatingIfNeeded: mixed ^ (mixed >> 32))
    }
}

extension UInt8 {
    var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isUpper: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    /// Part of a word: a letter, a digit, or a byte of a character outside ASCII.
    var isInWord: Bool { isLetter || isDigit || self >= 0x80 }
    var foldedCase: UInt8 { isUpper ? self | 0x20 : self }
}
