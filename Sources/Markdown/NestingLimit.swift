/// Finds lines that open so many containers at once that cmark, which asks every open container about every line
/// that follows, would take forever over the rest.
enum NestingLimit {
    /// Whether the line at `lineStart` may open more than `limit` containers, or continue so many and open another.
    static func isExceeded(_ limit: Int, in source: [UInt8], byLineAt lineStart: Int) -> Bool {
        guard lineStart < source.count, !source[lineStart].isLetter else { return false }
        var offset = lineStart
        var levels = 0
        while levels <= limit {
            let start = offset
            while source.byte(at: offset).isSpaceOrTab { offset += 1 }
            guard let width = markerWidth(in: source, at: offset) else { return false }
            // An item inside another is indented by two columns at least.
            levels += 1 + (offset - start) / 2
            offset += width
        }
        return !isThematicBreak(in: source, from: offset)
    }

    private static func markerWidth(in source: [UInt8], at start: Int) -> Int? {
        switch source.byte(at: start) {
        case UInt8(ascii: ">"): return 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            return source.byte(at: start + 1).isSpaceOrTab ? 1 : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var offset = start + 1
            while offset - start < 9, source.byte(at: offset).isDigit { offset += 1 }
            let delimiter = source.byte(at: offset)
            guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"),
                source.byte(at: offset + 1).isSpaceOrTab
            else { return nil }
            return offset + 1 - start
        default: return nil
        }
    }

    /// Whether the line goes on as a rule drawn with more marks than anyone nests lists.
    private static func isThematicBreak(in source: [UInt8], from offset: Int) -> Bool {
        let mark = source[offset - 1]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
        return source[offset...].prefix { !$0.isLineEnd }.allSatisfy { $0 == mark || $0.isSpaceOrTab }
    }
}
