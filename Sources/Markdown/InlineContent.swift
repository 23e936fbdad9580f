/// The text of one block as cmark read it, without the markers of quotes and lists, and where each byte came from.
struct InlineContent {
    private(set) var bytes: [UInt8] = []
    private var segments: [(content: Int, source: Int)] = []
    /// Places are asked for in rising order, mostly; so the search begins where the last one ended.
    private var current = 0

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
        current = 0
    }

    mutating func append(_ source: [UInt8], from start: Int, to end: Int) {
        guard start < end else { return }
        segments.append((bytes.count, start))
        bytes.append(contentsOf: source[start..<end])
    }

    /// Appends a table cell; `\|` is a bar, whatever stands around it.
    mutating func appendCell(_ source: [UInt8], from start: Int, to end: Int) {
        var begin = start
        var offset = start
        while offset < end {
            if source[offset] == .backslash, offset + 1 < end, source[offset + 1] == UInt8(ascii: "|") {
                append(source, from: begin, to: offset)
                begin = offset + 1
                offset += 1
            }
            offset += 1
        }
        append(source, from: begin, to: end)
    }

    /// The source offset of the byte at `offset`.
    mutating func sourceStart(of offset: Int) -> Int {
        guard !segments.isEmpty else { return 0 }
        while current + 1 < segments.count, segments[current + 1].content <= offset { current += 1 }
        while current > 0, segments[current].content > offset { current -= 1 }
        return segments[current].source + offset - segments[current].content
    }

    /// The source offset after the byte before `offset`.
    mutating func sourceEnd(of offset: Int) -> Int {
        offset > 0 ? sourceStart(of: offset - 1) + 1 : sourceStart(of: 0)
    }
}
