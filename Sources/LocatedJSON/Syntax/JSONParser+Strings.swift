import Diagnostics

extension JSONParser {
    /// Reads from the opening quote to behind the closing one.
    mutating func parseString() -> String {
        let opening = position
        var end = opening + 1
        var allBits: UInt8 = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte == Byte.quote || byte == Byte.backslash || byte.isControl { break }
            allBits |= byte
            end += 1
        }
        guard end < bytes.count, bytes[end] == Byte.quote else {
            return parseEscapedString(opening: opening, plainEnd: end)
        }
        position = end + 1
        if allBits.isNonASCII { reportInvalidUTF8(in: ByteRange(opening, end)) }
        return String(decoding: bytes[(opening + 1)..<end], as: UTF8.self)
    }

    /// The slow way, for a string with an escape or a fault.
    private mutating func parseEscapedString(opening: Int, plainEnd: Int) -> String {
        var text = Array(bytes[(opening + 1)..<plainEnd])
        position = plainEnd
        while let byte, byte != Byte.quote {
            if byte == Byte.backslash {
                parseEscape(into: &text)
            } else if byte.isLineEnd {
                guard skipLineBreakInText() else { break }
            } else if byte.isControl {
                let message = "control character \(codePoint(byte)) must be written as an escape in text"
                report(message, at: ByteRange(position, position + 1))
                position += 1
            } else {
                text.append(byte)
                position += 1
            }
        }
        reportInvalidUTF8(in: ByteRange(opening, position))
        if byte == Byte.quote { position += 1 } else { endUnclosedString(opening: opening) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A closing quote was forgotten if the next line begins as JSON does; otherwise the text itself has two lines.
    private mutating func skipLineBreakInText() -> Bool {
        var next = position
        while next < bytes.count, bytes[next].isSpace { next += 1 }
        guard next < bytes.count, !bytes[next].isDelimiter else { return false }
        let lineEnd = bytes[next...].firstIndex { $0 == Byte.quote || $0.isLineEnd } ?? bytes.count
        guard lineEnd < bytes.count, bytes[lineEnd] == Byte.quote else { return false }
        report("a line break must be written as \"\\n\" in text", at: ByteRange(position, position + 1))
        position = next
        return true
    }

    /// Goes on where the line stops being text: before the commas and brackets at its end.
    private mutating func endUnclosedString(opening: Int) {
        var end = position
        while end > opening + 1, bytes[end - 1].isSpace || bytes[end - 1].isCloser || bytes[end - 1] == Byte.comma {
            end -= 1
        }
        reportOnce("the text has no closing quote on its line", at: ByteRange(opening, end))
        position = end
        unclosedStringEnd = end
    }

    private mutating func parseEscape(into text: inout [UInt8]) {
        guard position + 1 < bytes.count, !bytes[position + 1].isLineEnd else {
            position += 1
            return
        }
        let letter = bytes[position + 1]
        if letter == UInt8(ascii: "u") {
            parseUnicodeEscape(into: &text)
        } else if let byte = Self.meaning(ofEscape: letter) {
            text.append(byte)
            position += 2
        } else {
            skipUnknownEscape()
        }
    }

    private static func meaning(ofEscape letter: UInt8) -> UInt8? {
        switch letter {
        case Byte.quote, Byte.backslash, Byte.slash: letter
        case UInt8(ascii: "n"): Byte.lineFeed
        case UInt8(ascii: "t"): Byte.tab
        case UInt8(ascii: "r"): Byte.carriageReturn
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }

    private mutating func skipUnknownEscape() {
        var end = position + 2
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, bytes[position + 1].isNonASCII { end += 1 }
        let range = ByteRange(position, end)
        let slash = ByteRange(position, position + 1)
        let fix = Fix("Write the backslash twice", safety: .needsReview, edits: [edit(slash, "\\\\")])
        report("\"\(text(of: range))\" is not an escape of JSON", at: range, fixes: [fix])
        position = end
    }

    private mutating func parseUnicodeEscape(into text: inout [UInt8]) {
        let start = position
        guard let unit = hexDigits(at: start + 2) else {
            position = start + 2
            while let byte, byte.isHexDigit { position += 1 }
            let range = ByteRange(start, position)
            reportOnce("\"\(self.text(of: range))\" lacks some of its four hexadecimal digits", at: range)
            return
        }
        position = start + 6
        guard let scalar = Unicode.Scalar(unit) ?? lowerHalf(of: unit), let encoded = UTF8.encode(scalar) else {
            let range = ByteRange(start, start + 6)
            report("\"\(self.text(of: range))\" is half a surrogate pair, which stands for no character", at: range)
            return
        }
        text.append(contentsOf: encoded)
    }

    /// The character that a leading surrogate makes together with the escape that follows it.
    private mutating func lowerHalf(of leading: UInt32) -> Unicode.Scalar? {
        guard (0xD800..<0xDC00).contains(leading), position + 1 < bytes.count,
            bytes[position] == Byte.backslash, bytes[position + 1] == UInt8(ascii: "u"),
            let trailing = hexDigits(at: position + 2), (0xDC00..<0xE000).contains(trailing)
        else { return nil }
        position += 6
        return Unicode.Scalar(0x10000 + (leading - 0xD800) << 10 + (trailing - 0xDC00))
    }

    private func hexDigits(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count, bytes[start..<(start + 4)].allSatisfy(\.isHexDigit) else { return nil }
        return bytes[start..<(start + 4)].reduce(0) { number, digit in
            number << 4 | UInt32(digit.isDigit ? digit - Byte.zero : (digit | 0x20) - UInt8(ascii: "a") + 10)
        }
    }
}
