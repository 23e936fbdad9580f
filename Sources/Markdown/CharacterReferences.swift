/// Escapes and character references: how much of the source stands for how much text.
extension InlineAligner {
    typealias Decoded = (literal: Int, content: Int)

    /// Whether `&amp;` or one of its other spellings stands at `offset`; any other `&` before an `&` is itself.
    static func isAmpersandReference(in content: [UInt8], at offset: Int) -> Bool {
        guard let end = referenceEnd(in: content, at: offset) else { return false }
        let name = content[offset + 1..<end - 1]
        if name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) { return true }
        guard name.first == UInt8(ascii: "#") else { return false }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let isHexadecimal = digits.utf8.first?.lowercased == UInt8(ascii: "x")
        return (isHexadecimal ? Int(digits.dropFirst(), radix: 16) : Int(digits)) == 0x26
    }

    /// `literals[range]` begins with text that the source at `offset` does not spell as it is.
    static func decodedLength(
        _ literals: [UInt8],
        _ range: Range<Int>,
        in content: [UInt8],
        at offset: Int,
        escapes: Bool
    ) -> Decoded? {
        let byte = content.byte(at: offset)
        if byte == .backslash, escapes, content.byte(at: offset + 1) == literals[range.lowerBound] { return (1, 2) }
        guard byte == UInt8(ascii: "&"), let end = referenceEnd(in: content, at: offset) else { return nil }
        var length = scalarLength(literals[range.lowerBound])
        if let second = secondScalarLength(literals, range, after: length),
            content.byte(at: offset + 1) != UInt8(ascii: "#"),
            !content[end...].starts(with: literals[range.lowerBound + length..<range.lowerBound + length + second])
        {
            length += second
        }
        guard length <= range.count else { return nil }
        return (length, end - offset)
    }

    /// The offset after `&name;`, `&#1;` or `&#x1;`, whether or not the name means something.
    private static func referenceEnd(in content: [UInt8], at start: Int) -> Int? {
        var offset = start + 1
        let limit = min(content.count, start + 34)
        while offset < limit, content[offset].isLetterOrDigit || content[offset] == UInt8(ascii: "#") { offset += 1 }
        guard offset < limit, content[offset] == UInt8(ascii: ";"), offset > start + 1 else { return nil }
        return offset + 1
    }

    private static func scalarLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    /// The few scalars that HTML's two-scalar references end with, and nothing else does in practice.
    private static let secondScalars: [[UInt8]] = [
        [0xCC, 0xB8], [0xCC, 0xB1], [0xCC, 0xB3], [0xE2, 0x83, 0x92], [0xE2, 0x83, 0xA5],
        [0xEF, 0xB8, 0x80], [0xE2, 0x80, 0x8A], [UInt8(ascii: "j")],
    ]

    private static func secondScalarLength(_ literals: [UInt8], _ range: Range<Int>, after length: Int) -> Int? {
        let rest = literals[min(range.upperBound, range.lowerBound + length)..<range.upperBound]
        guard let second = secondScalars.first(where: rest.starts) else { return nil }
        guard second == [UInt8(ascii: "j")] else { return second.count }
        return literals[range.lowerBound] == UInt8(ascii: "f") ? 1 : nil
    }
}
