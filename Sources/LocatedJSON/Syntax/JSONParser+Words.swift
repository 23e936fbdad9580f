import Diagnostics

extension JSONParser {
    mutating func parseNumber() -> JSONValue? {
        let start = position
        if skipNumber(), byte?.isWord != true {
            let range = ByteRange(start, position)
            return JSONValue(.number(text(of: range)), range: range)
        }
        position = start
        while let byte, byte.isWord { position += 1 }
        let range = ByteRange(start, position)
        reportOnce(
            "\(excerpt(of: range)) is not a number of JSON\(Self.fault(ofNumber: bytes[start..<position]))",
            at: range
        )
        return nil
    }

    /// Whether a number of JSON begins here; goes to its end.
    private mutating func skipNumber() -> Bool {
        if byte == Byte.minus { position += 1 }
        if byte == Byte.zero {
            position += 1
        } else {
            guard skipDigits() else { return false }
        }
        if byte == Byte.dot {
            position += 1
            guard skipDigits() else { return false }
        }
        guard let letter = byte, letter | 0x20 == UInt8(ascii: "e") else { return true }
        position += 1
        if byte == Byte.minus || byte == Byte.plus { position += 1 }
        return skipDigits()
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while let byte, byte.isDigit { position += 1 }
        return position > start
    }

    private static func fault(ofNumber text: ArraySlice<UInt8>) -> String {
        let digits = text.first == Byte.minus ? text.dropFirst() : text
        switch digits.first {
        case Byte.plus: return ", which has no plus sign"
        case Byte.dot: return ", which has a digit before its point"
        case Byte.zero where digits.dropFirst().first?.isDigit == true: return ", which has no leading zero"
        default: return digits.last == Byte.dot ? ", which has a digit after its point" : ""
        }
    }

    /// Reads `true`, `false` or `null`, or reports the words that stand where a value should.
    mutating func parseWord() -> JSONValue? {
        let start = position
        while let byte, byte.isWord { position += 1 }
        let word = bytes[start..<position]
        let range = ByteRange(start, position)
        if word.elementsEqual("true".utf8) { return JSONValue(.bool(true), range: range) }
        if word.elementsEqual("false".utf8) { return JSONValue(.bool(false), range: range) }
        if word.elementsEqual("null".utf8) { return JSONValue(.null, range: range) }
        skipToDelimiter()
        reportWord(at: ByteRange(start, position))
        return nil
    }

    private mutating func reportWord(at range: ByteRange) {
        guard !reportInvalidUTF8(in: range) else { return }
        let word = text(of: range)
        guard let meant = Self.literal(meantBy: word) else {
            reportOnce("\(excerpt(of: range)) is neither text in quotes nor another value of JSON", at: range)
            return
        }
        let fix = Fix("Write \(meant)", safety: .needsReview, edits: [edit(range, meant)])
        reportOnce("\(excerpt(of: range)) is written \(meant) in JSON", at: range, fixes: [fix])
    }

    private static func literal(meantBy word: String) -> String? {
        switch word.lowercased() {
        case "true", "yes": "true"
        case "false", "no": "false"
        case "null", "none", "nil", "undefined", "nan": "null"
        default: nil
        }
    }

    /// Words behind one that is wrong belong to it: `built by hand` is one mistake, not three.
    private mutating func skipToDelimiter() {
        while let byte, !byte.isDelimiter { position += 1 }
        while bytes[position - 1] == Byte.space || bytes[position - 1] == Byte.tab { position -= 1 }
    }

    /// Skips at least one byte that begins nothing.
    mutating func skipStrayBytes() {
        let start = position
        position += 1
        while let byte, !byte.isDelimiter, !byte.isSpace { position += 1 }
        let range = ByteRange(start, position)
        guard !reportInvalidUTF8(in: range) else { return }
        reportOnce("\(excerpt(of: range)) has no meaning here", at: range)
    }

    /// Whether an apostrophe or a typographic quotation mark stands where JSON wants a plain one.
    var isAtForeignQuote: Bool { lengthOfForeignQuote(at: position) > 0 }

    private func lengthOfForeignQuote(at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        if bytes[offset] == Byte.apostrophe || bytes[offset] == UInt8(ascii: "`") { return 1 }
        guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else { return 0 }
        return (0x98...0x9F).contains(bytes[offset + 2]) ? 3 : 0
    }

    /// Reads text in the wrong quotes to the closing one, or else to what seems to follow it on its line.
    mutating func parseForeignQuotes() -> JSONValue? {
        let start = position
        let contentStart = start + lengthOfForeignQuote(at: start)
        position = contentStart
        while let byte, !byte.isLineEnd, !isAtForeignQuote { position += 1 }
        let content = ByteRange(contentStart, position)
        let closingLength = lengthOfForeignQuote(at: position)
        position += closingLength
        let range = ByteRange(start, position)
        guard !reportInvalidUTF8(in: content) else { return nil }
        let text = text(of: content)
        let fix = Fix("Write double quotes", safety: .needsReview, edits: [edit(range, jsonText(text))])
        reportOnce(
            "\(excerpt(of: range)) is not in double quotes",
            at: range,
            fixes: closingLength > 0 ? [fix] : []
        )
        return JSONValue(.string(text), range: range)
    }
}
