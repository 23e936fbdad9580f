import Diagnostics

/// From bytes to nodes: cmark's tree, read again without the tables that it does not know, then flattened.
struct MarkdownParser {
    let source: [UInt8]
    let lines: SourceLines
    private(set) var tables: [SourceTable] = []
    private(set) var events: [CommonMarkEvent] = []
    private(set) var buffer: [UInt8] = []

    /// A table may come to light only after the one above it is out of the way; nobody writes more in a row.
    private static let passLimit = 8

    init(_ source: [UInt8], from bodyStart: Int) {
        self.source = source
        lines = SourceLines(source, from: bodyStart)
        read(source[bodyStart...])
        guard lines.mayHoldTables else { return }
        for _ in 0..<Self.passLimit {
            var finder = TableFinder(source, lines: lines, lineShift: cellCount)
            let found = finder.tables(in: events)
            guard !found.isEmpty else { return }
            tables = (tables + found).sorted { $0.firstLine < $1.firstLine }
            read(TableRewriter.text(of: source, lines: lines, without: tables)[...])
        }
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
