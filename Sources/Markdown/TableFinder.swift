/// Finds tables among the paragraphs that cmark made of them.
struct TableFinder {
    private let source: [UInt8]
    private let lines: SourceLines
    /// How many lines of cells stand before the document in the text that cmark has read.
    private let lineShift: Int
    private var containers = ContainerStack()
    private(set) var tables: [SourceTable] = []
    /// The lines on which HTML blocks begin, which is what tables that are known already look like.
    private(set) var htmlLines: Set<Int> = []

    init(_ source: [UInt8], lines: SourceLines, lineShift: Int) {
        self.source = source
        self.lines = lines
        self.lineShift = lineShift
    }

    mutating func search(_ events: [CommonMarkEvent]) {
        var depth = 0
        for event in events where Int(event.line) > lineShift {
            if event.phase == .exit { depth -= 1 }
            if depth < MarkdownDocument.depthLimit { visit(event) }
            if event.phase == .enter { depth += 1 }
        }
    }

    private mutating func visit(_ event: CommonMarkEvent) {
        let line = Int(event.line) - 1 - lineShift
        switch (event.kind, event.phase) {
        case (.blockQuote, .enter): containers.openQuote(onLine: line)
        case (.item, .enter): containers.openItem(onLine: line, of: lines, in: source)
        case (.blockQuote, .exit), (.item, .exit): containers.close()
        case (.htmlBlock, _): htmlLines.insert(line)
        case (.paragraph, .enter), (.heading, .enter):
            // What a table above has taken is read again in the next pass.
            guard event.endLine > event.line, line > tables.last?.lastLine ?? -1 else { return }
            search(event, firstLine: line, lastLine: min(Int(event.endLine) - 1 - lineShift, lines.count - 1))
        default: break
        }
    }

    private mutating func search(_ event: CommonMarkEvent, firstLine: Int, lastLine: Int) {
        let block = BlockLines(
            first: firstLine,
            last: lastLine,
            textStart: lines.start(of: firstLine) + Int(event.column) - 1
        )
        let last =
            event.kind == .heading
            ? block.underline(of: lines, in: source, containers, level: event.number).map { $0 - 1 } ?? firstLine
            : lastLine
        guard last > firstLine else { return }
        for line in firstLine + 1...last where lines.mayBeDelimiterRow(line) {
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            guard !prefix.isLazy, prefix.indentation < 4,
                let alignments = TableSyntax.alignments(in: source, from: prefix.textStart, to: lines.textEnd(of: line))
            else { continue }
            guard let table = table(in: block, delimiterLine: line, prefix, alignments) else { continue }
            tables.append(table)
            return
        }
    }

    private func table(
        in block: BlockLines,
        delimiterLine: Int,
        _ delimiter: ContainerStack.Prefix,
        _ alignments: [MarkdownNode.Alignment]
    ) -> SourceTable? {
        let line = delimiterLine - 1
        let own = containers.prefix(ofLine: line, of: lines, in: source)
        let textStart = line == block.first ? block.textStart : own.textStart
        let textEnd = lines.textEnd(of: line)
        guard TableSyntax.cellCount(in: source, from: textStart, to: textEnd) == alignments.count else { return nil }
        let keepsOwnPrefix = line == block.first || (!own.isLazy && own.indentation < 4)
        var table = SourceTable(
            firstLine: line,
            alignments: alignments,
            headerPrefix: keepsOwnPrefix
                ? lines.start(of: line)..<textStart : lines.start(of: delimiterLine)..<delimiter.textStart,
            delimiterTextStart: delimiter.textStart
        )
        table.appendRow(line: line, from: textStart, to: textEnd, in: source)
        appendRows(to: &table)
        return table
    }

    private func appendRows(to table: inout SourceTable) {
        var line = table.lastLine + 1
        while line < lines.count {
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            let end = lines.trimmedEnd(of: line, from: prefix.textStart)
            guard !prefix.isLazy, prefix.indentation < 4, end > prefix.textStart,
                TableSyntax.cellCount(in: source, from: prefix.textStart, to: end) > 0,
                !startsBlock(from: prefix.textStart, to: end)
            else { return }
            table.appendRow(line: line, from: prefix.textStart, to: end, in: source)
            line += 1
        }
    }

    /// Asks cmark itself, and only about lines that begin like another block.
    private func startsBlock(from start: Int, to end: Int) -> Bool {
        switch source[start] {
        case UInt8(ascii: "<"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            let first = CommonMarkTree(parsing: source[start..<end])?.firstBlock
            return first != nil && first != .paragraph
        default:
            return false
        }
    }
}
