/// A body that a recording writes in base 64.
enum EncodedBody {
    /// So much of it is looked at: keys stand in small answers, and large ones are pictures.
    static let mostBytes = 64 << 10

    /// In the form in which ``SecretFields`` looks at other bodies.
    static func text(_ decoded: [UInt8]) -> [UInt8] {
        decoded.flatMap { $0 == UInt8(ascii: "\"") ? [UInt8(ascii: "\\"), $0] : [$0] }
    }

    static func decoded(_ encoded: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in encoded.prefix(mostBytes) {
            guard let six = value(of: byte) else {
                // Solidi may be escaped in JSON, and lines may end within.
                if byte == UInt8(ascii: "=") { break }
                continue
            }
            bits = (bits << 6 | six) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return decoded
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
