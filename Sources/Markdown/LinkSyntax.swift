/// The parts of links that cmark reads without telling where they stood.
enum LinkSyntax {
    /// What follows the `]` of a link's text.
    struct Tail {
        let end: Int
        /// The destination as written, without angle brackets; only of inline links.
        let destination: Range<Int>?
    }

    /// `start` is the offset after the `]` of something that is known to be a link.
    static func tail(in bytes: [UInt8], at start: Int) -> Tail {
        if bytes.byte(at: start) == UInt8(ascii: "("), let tail = inlineTail(in: bytes, at: start) { return tail }
        if let end = labelEnd(in: bytes, at: start) { return Tail(end: end, destination: nil) }
        return Tail(end: start, destination: nil)
    }

    /// The offset after a definition `[label]: destination "title"` and its line, if one begins at `start`.
    static func definitionEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard let label = labelEnd(in: bytes, at: start), label > start + 2, bytes.byte(at: label) == UInt8(ascii: ":")
        else { return nil }
        let beforeDestination = skipSpacesAndOneLineEnd(in: bytes, at: label + 1)
        guard let destination = destination(in: bytes, at: beforeDestination) else { return nil }
        let beforeTitle = destination.end
        let titleStart = skipSpacesAndOneLineEnd(in: bytes, at: beforeTitle)
        if titleStart > beforeTitle, let titleEnd = titleEnd(in: bytes, at: titleStart),
            let lineEnd = lineEnd(in: bytes, at: titleEnd)
        {
            return lineEnd
        }
        return lineEnd(in: bytes, at: beforeTitle)
    }

    private static func inlineTail(in bytes: [UInt8], at start: Int) -> Tail? {
        let destinationStart = skipWhitespace(in: bytes, at: start + 1)
        guard let destination = destination(in: bytes, at: destinationStart) else { return nil }
        var end = skipWhitespace(in: bytes, at: destination.end)
        if end > destination.end, let titleEnd = titleEnd(in: bytes, at: end) { end = titleEnd }
        end = skipWhitespace(in: bytes, at: end)
        guard bytes.byte(at: end) == UInt8(ascii: ")") else { return nil }
        return Tail(end: end + 1, destination: destination.text)
    }

    private static func destination(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        bytes.byte(at: start) == UInt8(ascii: "<")
            ? pointyDestination(in: bytes, at: start) : plainDestination(in: bytes, at: start)
    }

    private static func pointyDestination(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        var offset = start + 1
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: ">"): return (start + 1..<offset, offset + 1)
            case UInt8(ascii: "<"), .lineFeed, .carriageReturn: return nil
            case .backslash: offset += 2
            default: offset += 1
            }
        }
        return nil
    }

    private static func plainDestination(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        var offset = start
        var depth = 0
        scan: while offset < bytes.count {
            switch bytes[offset] {
            case .backslash where bytes.byte(at: offset + 1).isPunctuation: offset += 1
            case UInt8(ascii: "("):
                depth += 1
                guard depth <= 32 else { return nil }
            case UInt8(ascii: ")"):
                guard depth > 0 else { break scan }
                depth -= 1
            case 0...0x20, 0x7F: break scan
            default: break
            }
            offset += 1
        }
        guard depth == 0, offset > start || bytes.byte(at: offset) == UInt8(ascii: ")") else { return nil }
        return (start..<offset, offset)
    }

    private static func titleEnd(in bytes: [UInt8], at start: Int) -> Int? {
        let opening = bytes.byte(at: start)
        let closing: UInt8
        switch opening {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        default: return nil
        }
        var offset = start + 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == closing { return offset + 1 }
            if byte == opening { return nil }
            offset += byte == .backslash ? 2 : 1
        }
        return nil
    }

    /// The offset after `[label]`.
    private static func labelEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes.byte(at: start) == UInt8(ascii: "[") else { return nil }
        var offset = start + 1
        while offset < bytes.count, offset - start <= 1001 {
            switch bytes[offset] {
            case UInt8(ascii: "]"): return offset + 1
            case UInt8(ascii: "["): return nil
            case .backslash where bytes.byte(at: offset + 1).isPunctuation: offset += 2
            default: offset += 1
            }
        }
        return nil
    }

    private static func skipWhitespace(in bytes: [UInt8], at start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset].isWhitespace { offset += 1 }
        return offset
    }

    private static func skipSpaces(in bytes: [UInt8], at start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset].isSpaceOrTab { offset += 1 }
        return offset
    }

    private static func skipSpacesAndOneLineEnd(in bytes: [UInt8], at start: Int) -> Int {
        let end = skipSpaces(in: bytes, at: start)
        return skipSpaces(in: bytes, at: afterLineEnd(in: bytes, at: end))
    }

    private static func afterLineEnd(in bytes: [UInt8], at offset: Int) -> Int {
        switch bytes.byte(at: offset) {
        case .carriageReturn: offset + (bytes.byte(at: offset + 1) == .lineFeed ? 2 : 1)
        case .lineFeed: offset + 1
        default: offset
        }
    }

    private static func lineEnd(in bytes: [UInt8], at start: Int) -> Int? {
        let end = skipSpaces(in: bytes, at: start)
        let next = afterLineEnd(in: bytes, at: end)
        return next > end || end == bytes.count ? next : nil
    }
}
