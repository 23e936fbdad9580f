import Diagnostics

/// Turns cmark's events into the flat nodes of a document.
struct DocumentBuilder {
    let source: [UInt8]
    let lines: SourceLines
    let tables: [SourceTable]
    let lineShift: Int
    let events: [CommonMarkEvent]
    var buffer: [UInt8]
    var nodes: [MarkdownNode] = []
    /// The nodes that are not finished, the document first.
    var open: [Int] = []
    var containers = ContainerStack()
    var content = InlineContent()
    var aligner = InlineAligner()
    /// Where nesting first went past the limit.
    private(set) var tooDeep: ByteRange?
    /// How many cells tables may still have that nobody wrote: a bound on what a few bytes can ask for.
    var missingCellBudget = 65_536
    /// The inline events of each cell, in the order in which they were handed to cmark.
    private var cellEvents: [Range<Int>] = []
    private var nextTable = 0
    private var nextCell = 0

    init(_ parser: MarkdownParser) {
        source = parser.source
        lines = parser.lines
        tables = parser.tables
        lineShift = parser.cellCount
        events = parser.events
        buffer = parser.buffer
        if lines.isTooDeep { tooDeep = ByteRange(lines.sourceEnd, min(lines.sourceEnd + 1, source.count)) }
        nodes.reserveCapacity(parser.events.count + parser.events.count / 4)
    }

    mutating func build() {
        var index = 0
        while index < events.count {
            index = build(at: index)
        }
    }

    /// Returns the index of the next event to look at.
    private mutating func build(at index: Int) -> Int {
        let event = events[index]
        switch event.kind {
        case .paragraph, .heading:
            let exit = exit(of: index)
            if Int(event.line) <= lineShift { cellEvents.append(index + 1..<exit) } else { buildLeaf(index, exit) }
            return exit + 1
        case .document, .blockQuote, .bulletList, .orderedList, .item:
            guard event.phase == .enter else {
                closeContainer(event)
                return index + 1
            }
            guard hasRoom(at: start(of: event)) else { return exit(of: index) + 1 }
            openContainer(event)
        case .codeBlock: buildCodeBlock(event)
        case .htmlBlock: buildHTMLBlock(event)
        case .thematicBreak: buildThematicBreak(event)
        default: break
        }
        return index + 1
    }

    private func exit(of index: Int) -> Int {
        var depth = 0
        var probe = index
        while probe < events.count {
            if events[probe].phase == .enter { depth += 1 }
            if events[probe].phase == .exit { depth -= 1 }
            if depth == 0 { return probe }
            probe += 1
        }
        return probe
    }

    // Nodes open and close in order; a parent reaches as far as its last child.

    mutating func append(_ node: MarkdownNode) {
        var node = node
        node.depth = UInt8(clamping: open.count)
        node.subtree = Int32(clamping: nodes.count + 1)
        nodes.append(node)
        if let parent = open.last { nodes[parent].rangeEnd = max(nodes[parent].rangeEnd, node.rangeEnd) }
    }

    mutating func push(_ node: MarkdownNode) {
        append(node)
        open.append(nodes.count - 1)
    }

    mutating func pop() {
        guard let index = open.popLast() else { return }
        nodes[index].subtree = Int32(clamping: nodes.count)
        if let parent = open.last { nodes[parent].rangeEnd = max(nodes[parent].rangeEnd, nodes[index].rangeEnd) }
    }

    /// Whether another level fits; the first that does not is remembered.
    mutating func hasRoom(at offset: Int) -> Bool {
        guard open.count >= MarkdownDocument.depthLimit else { return true }
        let start = min(offset, source.count)
        if tooDeep == nil { tooDeep = ByteRange(start, min(start + 1, source.count)) }
        return false
    }

    // Containers

    func line(of event: CommonMarkEvent) -> Int {
        max(0, Int(event.line) - 1 - lineShift)
    }

    func start(of event: CommonMarkEvent) -> Int {
        let line = line(of: event)
        return min(lines.start(of: line) + max(0, Int(event.column) - 1), lines.textEnd(of: line))
    }

    private mutating func openContainer(_ event: CommonMarkEvent) {
        let start = event.kind == .document ? lines.start(of: 0) : start(of: event)
        var node = MarkdownNode(event.kind, from: start, to: min(start + 1, source.count))
        node.isRangeExact = true
        node.number = event.number
        node.isTight = event.isTight
        if event.kind == .document { node.rangeEnd = Int32(clamping: source.count) }
        push(node)
        if event.kind == .blockQuote { containers.openQuote(onLine: line(of: event)) }
        if event.kind == .item { containers.openItem(onLine: line(of: event), of: lines, in: source) }
    }

    private mutating func closeContainer(_ event: CommonMarkEvent) {
        pop()
        if event.kind == .blockQuote || event.kind == .item { containers.close() }
    }

    // Leaves without inlines

    private mutating func buildThematicBreak(_ event: CommonMarkEvent) {
        let start = start(of: event)
        guard hasRoom(at: start) else { return }
        var node = MarkdownNode(.thematicBreak, from: start, to: lines.trimmedEnd(of: line(of: event), from: start))
        node.isRangeExact = true
        append(node)
    }

    private mutating func buildCodeBlock(_ event: CommonMarkEvent) {
        let start = start(of: event)
        guard hasRoom(at: start) else { return }
        let mark = source.byte(at: start)
        let isFenced = mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
        let textLines = lineCount(in: event.literal)
        var last = line(of: event) + textLines - (isFenced ? 0 : 1)
        if isFenced, closesFence(mark, line: last + 1) { last += 1 }
        appendLines(event, from: start, through: last)
    }

    private mutating func buildHTMLBlock(_ event: CommonMarkEvent) {
        let line = line(of: event)
        while nextTable < tables.count, tables[nextTable].firstLine < line {
            nextCell += tables[nextTable].cells.count
            nextTable += 1
        }
        if nextTable < tables.count, tables[nextTable].firstLine == line {
            buildTable(tables[nextTable])
            nextTable += 1
            return
        }
        let start = start(of: event)
        guard hasRoom(at: start) else { return }
        appendLines(event, from: start, through: line + lineCount(in: event.literal) - 1)
    }

    private mutating func appendLines(_ event: CommonMarkEvent, from start: Int, through last: Int) {
        let last = min(max(last, line(of: event)), lines.count - 1)
        var node = MarkdownNode(event.kind, from: start, to: lines.trimmedEnd(of: last, from: start))
        node.isRangeExact = true
        node.literal = event.literal
        node.title = event.title
        append(node)
    }

    private func lineCount(in literal: BufferRange) -> Int {
        var count = 0
        var offset = literal.indices.lowerBound
        while offset < literal.indices.upperBound {
            let byte = buffer[offset]
            offset += 1
            guard byte.isLineEnd else { continue }
            if byte == .carriageReturn, offset < literal.indices.upperBound, buffer[offset] == .lineFeed { offset += 1 }
            count += 1
        }
        return count
    }

    private func closesFence(_ mark: UInt8, line: Int) -> Bool {
        guard line < lines.count else { return false }
        let prefix = containers.prefix(ofLine: line, of: lines, in: source)
        let end = lines.trimmedEnd(of: line, from: prefix.textStart)
        return !prefix.isLazy && prefix.indentation < 4 && end - prefix.textStart >= 3
            && source[prefix.textStart..<end].allSatisfy { $0 == mark }
    }

    // Tables

    private mutating func buildTable(_ table: SourceTable) {
        let firstCell = nextCell
        nextCell += table.cells.count
        guard let header = table.rows.first, hasRoom(at: header.textStart) else { return }
        let lastEnd = lines.trimmedEnd(of: table.lastLine, from: lines.start(of: table.lastLine))
        var node = MarkdownNode(.table, from: header.textStart, to: lastEnd)
        node.isRangeExact = true
        node.number = Int32(clamping: table.alignments.count)
        push(node)
        for row in table.rows where hasRoom(at: row.textStart) {
            buildRow(row, of: table, isHeader: row.line == table.firstLine, firstCell: firstCell)
        }
        pop()
    }

    private mutating func buildRow(_ row: SourceTable.Row, of table: SourceTable, isHeader: Bool, firstCell: Int) {
        let end = lines.trimmedEnd(of: row.line, from: row.textStart)
        var node = MarkdownNode(.tableRow, from: row.textStart, to: end)
        node.isRangeExact = true
        push(node)
        for (column, alignment) in table.alignments.enumerated() where hasRoom(at: row.textStart) {
            var node = MarkdownNode(isHeader ? .tableHeader : .tableCell, from: end, to: end)
            node.alignment = alignment
            node.number = Int32(clamping: column)
            guard column < row.cells.count else {
                guard missingCellBudget > 0 else { break }
                missingCellBudget -= 1
                append(node)
                continue
            }
            buildCell(node, table.cells[row.cells.lowerBound + column], firstCell + row.cells.lowerBound + column)
        }
        pop()
    }

    private mutating func buildCell(_ node: MarkdownNode, _ cell: Range<Int>, _ index: Int) {
        var node = node
        node.rangeStart = Int32(clamping: cell.lowerBound)
        node.rangeEnd = Int32(clamping: cell.upperBound)
        node.isRangeExact = true
        push(node)
        content.removeAll()
        content.appendCell(source, from: cell.lowerBound, to: cell.upperBound)
        if index < cellEvents.count { buildInlines(cellEvents[index], contentStart: 0, mayDefine: false) }
        pop()
    }
}
