/// How GFM reads one line of a table.
enum TableSyntax {
    private static let bar = UInt8(ascii: "|")

    /// A bar after a backslash never ends a cell; a bar at either end of the line is decoration.
    static func forEachCell(in source: [UInt8], from start: Int, to end: Int, _ body: (Range<Int>) -> Void) {
        var offset = start
        if offset < end, source[offset] == bar { offset = skipSpaces(in: source, from: offset + 1, to: end) }
        while offset < end {
            let cellEnd = self.cellEnd(in: source, from: offset, to: end)
            body(trimmed(source, from: offset, to: cellEnd))
            offset = cellEnd < end ? skipSpaces(in: source, from: cellEnd + 1, to: end) : end
        }
    }

    static func cellCount(in source: [UInt8], from start: Int, to end: Int) -> Int {
        var count = 0
        forEachCell(in: source, from: start, to: end) { _ in count += 1 }
        return count
    }

    /// The alignments that a delimiter row asks for; nil when the line is none.
    static func alignments(in source: [UInt8], from start: Int, to end: Int) -> [MarkdownNode.Alignment]? {
        var alignments: [MarkdownNode.Alignment] = []
        var isDelimiterRow = true
        forEachCell(in: source, from: start, to: end) { cell in
            guard isDelimiterRow, let alignment = alignment(in: source, cell) else {
                isDelimiterRow = false
                return
            }
            alignments.append(alignment)
        }
        return isDelimiterRow && !alignments.isEmpty ? alignments : nil
    }

    private static func alignment(in source: [UInt8], _ cell: Range<Int>) -> MarkdownNode.Alignment? {
        guard !cell.isEmpty else { return nil }
        let colon = UInt8(ascii: ":")
        let isLeft = source[cell.lowerBound] == colon
        let isRight = source[cell.upperBound - 1] == colon
        let hyphens = cell.lowerBound + (isLeft ? 1 : 0)..<max(cell.lowerBound + 1, cell.upperBound - (isRight ? 1 : 0))
        guard !hyphens.isEmpty, hyphens.allSatisfy({ source[$0] == UInt8(ascii: "-") }) else { return nil }
        switch (isLeft, isRight) {
        case (true, true): return .center
        case (true, false): return .left
        case (false, true): return .right
        case (false, false): return MarkdownNode.Alignment.none
        }
    }

    private static func cellEnd(in source: [UInt8], from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, source[offset] != bar {
            offset += source[offset] == .backslash && offset + 1 < end && source[offset + 1] == bar ? 2 : 1
        }
        return offset
    }

    private static func skipSpaces(in source: [UInt8], from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, source[offset].isWhitespace { offset += 1 }
        return offset
    }

    private static func trimmed(_ source: [UInt8], from start: Int, to end: Int) -> Range<Int> {
        let first = skipSpaces(in: source, from: start, to: end)
        var last = end
        while last > first, source[last - 1].isWhitespace { last -= 1 }
        return first..<last
    }
}
