/// Where the lines of a file's Markdown begin; a line ends at LF, CR or CRLF, as for cmark.
struct SourceLines: Sendable {
    private var starts: [Int]
    private let source: [UInt8]
    /// The offset after the last byte that is read: before a line that is nested too deeply, or the file's end.
    private(set) var sourceEnd: Int
    private(set) var isTooDeep = false
    /// The lines that look like the row of hyphens under a table's header.
    private(set) var delimiterCandidates: [Int] = []

    init(_ source: [UInt8], from bodyStart: Int) {
        self.source = source
        sourceEnd = source.count
        starts = [bodyStart]
        starts.reserveCapacity((source.count - bodyStart) / 32)
        var offset = bodyStart
        isTooDeep = isTooDeep(at: offset)
        while offset < source.count, !isTooDeep {
            let byte = source[offset]
            offset += 1
            guard byte <= .carriageReturn, byte.isLineEnd else { continue }
            if byte == .carriageReturn, offset < source.count, source[offset] == .lineFeed { offset += 1 }
            starts.append(offset)
            isTooDeep = isTooDeep(at: offset)
        }
        if isTooDeep { sourceEnd = offset }
        for line in starts.indices where mayBeDelimiterRow(line) { delimiterCandidates.append(line) }
    }

    private func isTooDeep(at lineStart: Int) -> Bool {
        NestingLimit.isExceeded(2 * MarkdownDocument.depthLimit, in: source, byLineAt: lineStart)
    }

    var count: Int { starts.count }

    func start(of line: Int) -> Int {
        line < starts.count ? starts[line] : sourceEnd
    }

    /// The offset after the line's end.
    func end(of line: Int) -> Int {
        line + 1 < starts.count ? starts[line + 1] : sourceEnd
    }

    /// The offset of the line's end, which is not part of its text.
    func textEnd(of line: Int) -> Int {
        var end = end(of: line)
        let start = start(of: line)
        while end > start, source[end - 1].isLineEnd { end -= 1 }
        return end
    }

    /// The offset after the last byte of the line that is no white space.
    func trimmedEnd(of line: Int, from start: Int) -> Int {
        var end = end(of: line)
        while end > start, source[end - 1].isWhitespace { end -= 1 }
        return max(start, end)
    }

    /// A superset of delimiter rows that costs one look at most lines.
    private func mayBeDelimiterRow(_ line: Int) -> Bool {
        var hasHyphen = false
        var hasMark = false
        for offset in start(of: line)..<end(of: line) {
            switch source[offset] {
            case UInt8(ascii: "-"): hasHyphen = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
            case UInt8(ascii: ">"), .space, .tab, .carriageReturn, .lineFeed: continue
            default: return false
            }
        }
        return hasHyphen && hasMark
    }
}
