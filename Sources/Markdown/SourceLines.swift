/// Where the lines of a file's Markdown begin; a line ends at LF, CR or CRLF, as for cmark.
struct SourceLines: Sendable {
    private var starts: [Int]
    private let source: [UInt8]
    /// The lines that look like the row of hyphens under a table's header.
    private(set) var delimiterCandidates: [Int] = []

    init(_ source: [UInt8], from bodyStart: Int) {
        self.source = source
        starts = [bodyStart]
        var offset = bodyStart
        while offset < source.count {
            let byte = source[offset]
            offset += 1
            guard byte <= UInt8(ascii: "\r") else { continue }
            if byte == .carriageReturn, offset < source.count, source[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(offset) }
        }
        for line in starts.indices where mayBeDelimiterRow(line) { delimiterCandidates.append(line) }
    }

    var count: Int { starts.count }

    func start(of line: Int) -> Int {
        line < starts.count ? starts[line] : source.count
    }

    /// The offset after the line's end.
    func end(of line: Int) -> Int {
        line + 1 < starts.count ? starts[line + 1] : source.count
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
