import Diagnostics

/// From bytes to nodes: cmark's tree, read again without the tables that it does not know, then flattened.
struct MarkdownParser {
    let source: [UInt8]
    let lines: SourceLines
    private(set) var tables: [SourceTable] = []
    private(set) var events: [CommonMarkEvent] = []
    private(set) var buffer: [UInt8] = []

    /// A table may come to light, or turn out to be none, only after the one above it is out of the way.
    private static let passLimit = 8

    init(_ source: [UInt8], from bodyStart: Int) {
        self.source = source
        lines = SourceLines(source, from: bodyStart)
        guard !lines.delimiterCandidates.isEmpty else {
            read(source[bodyStart..<lines.sourceEnd])
            return
        }
        var finder = TableFinder(source, lines: lines, lineShift: 0)
        finder.guess()
        tables = finder.tables
        readWithoutTables()
        var pass = 1
        while pass <= Self.passLimit, findTables(isLast: pass == Self.passLimit) {
            readWithoutTables()
            pass += 1
        }
    }

    private mutating func readWithoutTables() {
        read(TableRewriter.text(of: source, lines: lines, without: tables)[...])
    }

    /// Returns whether the tables are others than before.
    private mutating func findTables(isLast: Bool) -> Bool {
        var finder = TableFinder(source, lines: lines, lineShift: cellCount)
        finder.search(events, besides: tables, isLast: isLast)
        let confirmed = tables.filter { finder.htmlLines.contains($0.firstLine) }
        guard !finder.tables.isEmpty || confirmed.count < tables.count else { return false }
        tables = Self.merged(confirmed, with: finder.tables)
        return true
    }

    /// Both in order of lines; a new table pushes out what it overlaps.
    private static func merged(_ known: [SourceTable], with new: [SourceTable]) -> [SourceTable] {
        var result: [SourceTable] = []
        var next = 0
        for table in known {
            while next < new.count, new[next].firstLine <= table.lastLine {
                result.append(new[next])
                next += 1
            }
            if result.last?.lastLine ?? -1 < table.firstLine { result.append(table) }
        }
        return result + new[next...]
    }

    var cellCount: Int { tables.reduce(0) { $0 + $1.cells.count } }

    private mutating func read(_ text: ArraySlice<UInt8>) {
        events.removeAll(keepingCapacity: true)
        buffer.removeAll(keepingCapacity: true)
        events.reserveCapacity(text.count / 8)
        buffer.reserveCapacity(text.count)
        CommonMarkTree(parsing: text)?.flatten(into: &events, buffer: &buffer)
    }
}
