/// Writes the text that cmark reads in place of one with tables.
///
/// Every cell becomes a heading before the document: a heading's text is read as inlines only, and may use the
/// document's reference definitions. The table's own lines become an HTML comment, which ends a paragraph, holds no
/// text, and lets the lines after it be read afresh, just as GFM does after a table.
enum TableRewriter {
    static func text(of source: [UInt8], lines: SourceLines, without tables: [SourceTable]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(source.count * 2)
        for table in tables {
            for cell in table.cells { appendHeading(cell, of: source, to: &text) }
        }
        var line = 0
        for table in tables {
            text.append(contentsOf: source[lines.start(of: line)..<lines.start(of: table.firstLine)])
            appendComment(for: table, of: source, lines: lines, to: &text)
            line = table.lastLine + 1
        }
        text.append(contentsOf: source[lines.start(of: line)..<lines.sourceEnd])
        return text
    }

    private static func appendHeading(_ cell: Range<Int>, of source: [UInt8], to text: inout [UInt8]) {
        text.append(contentsOf: "# ".utf8)
        for offset in cell {
            let isEscapedBar =
                source[offset] == .backslash && offset + 1 < cell.upperBound && source[offset + 1] == UInt8(ascii: "|")
            if !isEscapedBar { text.append(source[offset]) }
        }
        text.append(contentsOf: " #\n".utf8)
    }

    private static func appendComment(
        for table: SourceTable,
        of source: [UInt8],
        lines: SourceLines,
        to text: inout [UInt8]
    ) {
        text.append(contentsOf: source[table.headerPrefix])
        text.append(contentsOf: "<!--\n".utf8)
        text.append(contentsOf: source[lines.start(of: table.firstLine + 1)..<table.delimiterTextStart])
        text.append(contentsOf: table.rows.count > 1 ? "x\n".utf8 : "-->\n".utf8)
        for row in table.rows.dropFirst() {
            text.append(contentsOf: source[lines.start(of: row.line)..<row.textStart])
            text.append(contentsOf: row.line < table.lastLine ? "x\n".utf8 : "-->\n".utf8)
        }
    }
}
