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
    /// The lines that look like delimiter rows and belong to no known table, and the first that is still to come.
    private var openCandidates: [Int] = []
    private var nextCandidate = 0
    private var hasUnsettledTable = false

    init(_ source: [UInt8], lines: SourceLines, lineShift: Int) {
        self.source = source
        self.lines = lines
        self.lineShift = lineShift
    }

    /// Takes the tables that begin with a bar at the margin after a blank line.
    ///
    /// They are nearly all there are, and are tables unless something above them is still open, which the next
    /// ``search(_:besides:isLast:)`` shows; so most pages with tables are read once.
    mutating func guess() {
        let bar = UInt8(ascii: "|")
        for delimiter in lines.delimiterCandidates where delimiter > tables.last?.lastLine ?? 0 {
            let header = delimiter - 1
            let start = lines.start(of: header)
            guard source[start] == bar, source[lines.start(of: delimiter)] == bar, header == 0 || isBlank(header - 1)
            else { continue }
            search(BlockLines(first: header, last: delimiter, textStart: start), delimiters: [delimiter])
        }
    }

    private func isBlank(_ line: Int) -> Bool {
        let start = lines.start(of: line)
        return lines.trimmedEnd(of: line, from: start) == start
    }

    /// Collects HTML blocks and, if there can be any that are not `known`, tables.
    ///
    /// A table that is not just a whole paragraph changes how the lines after it are read, so that the search ends
    /// there unless it `isLast`.
    mutating func search(_ events: [CommonMarkEvent], besides known: [SourceTable], isLast: Bool) {
        var covered = known[...]
        openCandidates = lines.delimiterCandidates.filter { line in
            while let first = covered.first, first.lastLine < line { covered.removeFirst() }
            return line < covered.first?.firstLine ?? Int.max
        }
        for index in events.indices where events[index].kind == .htmlBlock && Int(events[index].line) > lineShift {
            htmlLines.insert(line(of: events[index]))
        }
        if !openCandidates.isEmpty { search(events, isLast: isLast) }
    }

    private mutating func search(_ events: [CommonMarkEvent], isLast: Bool) {
        var depth = 0
        for event in events where Int(event.line) > lineShift {
            guard isLast || !hasUnsettledTable else { return }
            if event.phase == .exit { depth -= 1 }
            if depth < MarkdownDocument.depthLimit { visit(event) }
            if event.phase == .enter { depth += 1 }
        }
    }

    private func line(of event: CommonMarkEvent) -> Int {
        Int(event.line) - 1 - lineShift
    }

    private mutating func visit(_ event: CommonMarkEvent) {
        switch (event.kind, event.phase) {
        case (.blockQuote, .enter): containers.openQuote(onLine: line(of: event))
        case (.item, .enter): containers.openItem(onLine: line(of: event), of: lines, in: source)
        case (.blockQuote, .exit), (.item, .exit): containers.close()
        case (.paragraph, .enter), (.heading, .enter): visitLeaf(event)
        default: break
        }
    }

    private mutating func visitLeaf(_ event: CommonMarkEvent) {
        let first = line(of: event)
        // What a table above has taken is read again in the next pass.
        guard event.endLine > event.line, first > tables.last?.lastLine ?? -1 else { return }
        let block = BlockLines(
            first: first,
            last: min(Int(event.endLine) - 1 - lineShift, lines.count - 1),
            textStart: lines.start(of: first) + Int(event.column) - 1
        )
        while nextCandidate < openCandidates.count, openCandidates[nextCandidate] <= first { nextCandidate += 1 }
        let candidates = openCandidates[nextCandidate...].prefix { $0 <= block.last }
        guard let firstCandidate = candidates.first else { return }
        let underline =
            event.kind == .heading
            ? block.underline(of: lines, in: source, containers, level: event.number) ?? firstCandidate : Int.max
        let known = tables.count
        search(block, delimiters: candidates.prefix { $0 < underline })
        if tables.count > known { hasUnsettledTable = event.kind == .heading || tables[known].lastLine != block.last }
    }

    private mutating func search(_ block: BlockLines, delimiters: ArraySlice<Int>) {
        for line in delimiters {
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            guard !prefix.isLazy, prefix.indentation < 4,
                let alignments = TableSyntax.alignments(
                    in: source,
                    from: prefix.textStart,
                    to: lines.textEnd(of: line)
                ),
                let table = table(in: block, delimiterLine: line, prefix, alignments)
            else { continue }
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
