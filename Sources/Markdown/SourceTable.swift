/// A pipe table in the source, found before cmark sees the text again without it.
struct SourceTable: Sendable {
    struct Row: Sendable {
        let line: Int
        let textStart: Int
        let textEnd: Int
        /// Indices into the table's cells.
        let cells: Range<Int>
    }

    /// Counted from the beginning of the Markdown, like all lines here.
    let firstLine: Int
    let alignments: [MarkdownNode.Alignment]
    /// The markers and indentation that keep the header's replacement in its container.
    let headerPrefix: Range<Int>
    /// Where the delimiter row's text begins.
    let delimiterTextStart: Int
    /// The header's row first; the delimiter row is none of them.
    private(set) var rows: [Row] = []
    /// The texts between the bars, without white space around them.
    private(set) var cells: [Range<Int>] = []

    var lastLine: Int { firstLine + rows.count }

    init(
        firstLine: Int,
        alignments: [MarkdownNode.Alignment],
        headerPrefix: Range<Int>,
        delimiterTextStart: Int
    ) {
        self.firstLine = firstLine
        self.alignments = alignments
        self.headerPrefix = headerPrefix
        self.delimiterTextStart = delimiterTextStart
    }

    /// Cells beyond the header's number are dropped, as GFM says.
    mutating func appendRow(line: Int, from textStart: Int, to textEnd: Int, in source: [UInt8]) {
        let first = cells.count
        TableSyntax.forEachCell(in: source, from: textStart, to: textEnd) { cell in
            if cells.count - first < alignments.count { cells.append(cell) }
        }
        rows.append(Row(line: line, textStart: textStart, textEnd: textEnd, cells: first..<cells.count))
    }
}
