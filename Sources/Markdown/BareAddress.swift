/// A web or mail address that stands in the text without any marks, as GFM recognises it.
struct BareAddress {
    enum Prefix: String {
        case none = ""
        case web = "http://"
        case mail = "mailto:"
    }

    let range: Range<Int>
    /// What the destination has before the text.
    let prefix: Prefix

    /// Longer names do not exist, and would make a hostile text slow to read.
    private static let longestDomain = 253

    /// Looks at the byte at `offset`, which may be part of an address inside `bounds`.
    static func find(around offset: Int, in content: [UInt8], bounds: Range<Int>) -> BareAddress? {
        switch content[offset] {
        case UInt8(ascii: "w"), UInt8(ascii: "W"): web(at: offset, in: content, bounds: bounds)
        case UInt8(ascii: ":"): url(around: offset, in: content, bounds: bounds)
        case UInt8(ascii: "@"): mail(around: offset, in: content, bounds: bounds)
        default: nil
        }
    }

    private static func web(at start: Int, in content: [UInt8], bounds: Range<Int>) -> BareAddress? {
        guard content.holds("www.", at: start), start == 0 || mayPrecede(content[start - 1]),
            domainEnd(in: content, from: start + 4, to: bounds.upperBound) != nil
        else { return nil }
        let end = addressEnd(in: content, from: start + 4, to: bounds.upperBound)
        return end > start + 4 ? BareAddress(range: start..<end, prefix: .web) : nil
    }

    private static func mayPrecede(_ byte: UInt8) -> Bool {
        byte.isWhitespace || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
            || byte == UInt8(ascii: "(")
    }

    private static func url(around colon: Int, in content: [UInt8], bounds: Range<Int>) -> BareAddress? {
        guard content.holds("://", at: colon) else { return nil }
        var start = colon
        while start > bounds.lowerBound, colon - start < 6, content[start - 1].isLetter { start -= 1 }
        guard
            (colon - start == 4 && content.holds("http", at: start))
                || (colon - start == 5 && content.holds("https", at: start)),
            domainEnd(in: content, from: colon + 3, to: bounds.upperBound) != nil
        else { return nil }
        let end = addressEnd(in: content, from: colon + 3, to: bounds.upperBound)
        return end > colon + 3 ? BareAddress(range: start..<end, prefix: .none) : nil
    }

    private static func mail(around sign: Int, in content: [UInt8], bounds: Range<Int>) -> BareAddress? {
        var start = sign
        while start > bounds.lowerBound, isLocal(content[start - 1]) { start -= 1 }
        guard start < sign, let end = mailDomainEnd(in: content, from: sign + 1, to: bounds.upperBound) else {
            return nil
        }
        let scheme = start - "mailto:".utf8.count
        if scheme >= bounds.lowerBound, content.holds("mailto:", at: scheme) {
            return BareAddress(range: scheme..<end, prefix: .none)
        }
        return BareAddress(range: start..<end, prefix: .mail)
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func mailDomainEnd(in content: [UInt8], from start: Int, to limit: Int) -> Int? {
        var offset = start
        var dots = 0
        scan: while offset < limit, offset - start <= longestDomain {
            switch content[offset] {
            case UInt8(ascii: "@"): return nil
            case UInt8(ascii: "."):
                guard offset > start, offset + 1 < limit, content[offset + 1].isLetterOrDigit else { break scan }
                dots += 1
            case let byte where byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"): break
            default: break scan
            }
            offset += 1
        }
        guard dots > 0, offset - start <= longestDomain, content[offset - 1].isLetterOrDigit else { return nil }
        return offset
    }

    /// The end of a domain without an underscore in its last two parts; punctuation after it is no part of it.
    private static func domainEnd(in content: [UInt8], from start: Int, to limit: Int) -> Int? {
        var end = start
        while end < limit, end - start <= longestDomain, let width = domainByteCount(in: content, at: end) {
            end += width
        }
        // What is cut off inside a character counts for a whole one.
        end = min(end, limit)
        guard end - start <= longestDomain else { return nil }
        while end > start, content[end - 1] == UInt8(ascii: "_") || content[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end > start, content[start] != UInt8(ascii: "-"), content[start] != UInt8(ascii: ".") else { return nil }
        let parts = content[start..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.suffix(2).contains { $0.contains(UInt8(ascii: "_")) } ? nil : end
    }

    /// How many bytes the character at `offset` has, if a domain may hold it.
    private static func domainByteCount(in content: [UInt8], at offset: Int) -> Int? {
        switch content[offset] {
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): return 1
        case let byte where byte.isLetterOrDigit: return 1
        case 0x80...:
            let scalar = Flanking.scalar(at: offset, in: content)
            return Flanking.isSpace(scalar) || Flanking.isPunctuation(scalar) ? nil : scalar.utf8.count
        default: return nil
        }
    }

    /// The end of an address: white space or `<`, less the punctuation that belongs to the sentence.
    private static func addressEnd(in content: [UInt8], from start: Int, to limit: Int) -> Int {
        var end = start
        var surplus = 0
        while end < limit, !content[end].isWhitespace, content[end] != UInt8(ascii: "<") {
            if content[end] == UInt8(ascii: ")") { surplus += 1 }
            if content[end] == UInt8(ascii: "(") { surplus -= 1 }
            end += 1
        }
        trim: while end > start {
            switch content[end - 1] {
            case UInt8(ascii: ")"):
                guard surplus > 0 else { break trim }
                surplus -= 1
                end -= 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"): end = referenceStart(in: content, from: start, to: end) ?? end - 1
            default: break trim
            }
        }
        return end
    }

    /// The beginning of something like `&copy;` that ends at `end`.
    private static func referenceStart(in content: [UInt8], from start: Int, to end: Int) -> Int? {
        var offset = end - 2
        while offset > start, end - offset < 34, content[offset].isLetterOrDigit { offset -= 1 }
        return offset < end - 2 && offset > start && content[offset] == UInt8(ascii: "&") ? offset : nil
    }
}
