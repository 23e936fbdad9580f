import Diagnostics

extension DocumentBuilder {
    // Paragraphs and headings

    mutating func buildLeaf(_ enter: Int, _ exit: Int) {
        let event = events[enter]
        let start = start(of: event)
        guard hasRoom(at: start) else { return }
        let block = BlockLines(
            first: line(of: event),
            last: min(max(Int(event.endLine), Int(event.line)) - 1 - lineShift, lines.count - 1),
            textStart: start
        )
        if event.kind == .heading {
            buildHeading(block, event, enter + 1..<exit)
        } else {
            buildParagraph(block, enter + 1..<exit)
        }
    }

    private mutating func buildParagraph(_ block: BlockLines, _ inlines: Range<Int>) {
        var node = MarkdownNode(
            .paragraph,
            from: block.textStart,
            to: lines.trimmedEnd(of: block.last, from: block.textStart)
        )
        if let item = open.last, nodes[item].kind.isItem, open.count > 1 {
            node.isTight = nodes[open[open.count - 2]].isTight
        }
        let isFirstChild = open.last == nodes.count - 1
        readLines(of: block, through: block.last)
        let place = align(inlines, contentStart: 0, mayDefine: true)
        if isFirstChild, takeAlertMark(), aligner.tokens.isEmpty { return }
        if isFirstChild { takeTaskMark() }
        push(placed(node, place))
        emitTokens(at: node.range, inHeading: false)
        pop()
    }

    private mutating func buildHeading(_ block: BlockLines, _ event: CommonMarkEvent, _ inlines: Range<Int>) {
        let markers = markerWidth(at: block.textStart, level: Int(event.number))
        let underline =
            markers == nil ? block.underline(of: lines, in: source, containers, level: event.number) : nil
        let end = lines.trimmedEnd(of: underline ?? block.first, from: block.textStart)
        var node = MarkdownNode(.heading, from: block.textStart, to: end)
        node.number = event.number
        node.isRangeExact = markers != nil || underline != nil
        readLines(of: block, through: underline.map { $0 - 1 } ?? block.first)
        let place = align(inlines, contentStart: markers ?? 0, mayDefine: markers == nil)
        if markers == nil, let place { node.rangeStart = Int32(clamping: place.start) }
        push(node)
        emitTokens(at: node.range, inHeading: true)
        pop()
    }

    /// The bytes before the text of a heading that begins with `#`.
    private func markerWidth(at start: Int, level: Int) -> Int? {
        var offset = start
        while source.byte(at: offset) == UInt8(ascii: "#") { offset += 1 }
        guard offset - start == level, offset == source.count || source[offset].isWhitespace else { return nil }
        while source.byte(at: offset).isSpaceOrTab { offset += 1 }
        return offset - start
    }

    private mutating func readLines(of block: BlockLines, through last: Int) {
        content.removeAll()
        content.append(source, from: block.textStart, to: lines.end(of: block.first))
        guard last > block.first else { return }
        for line in block.first + 1...last {
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            content.append(source, from: prefix.textStart, to: lines.end(of: line))
        }
    }

    private func placed(_ node: MarkdownNode, _ place: ByteRange?) -> MarkdownNode {
        guard let place else { return node }
        var node = node
        node.rangeStart = Int32(clamping: place.start)
        node.rangeEnd = Int32(clamping: place.end)
        node.isRangeExact = true
        return node
    }

    // Inlines

    mutating func buildInlines(_ inlines: Range<Int>, contentStart: Int, mayDefine: Bool) {
        align(inlines, contentStart: contentStart, mayDefine: mayDefine)
        guard let parent = open.last else { return }
        emitTokens(at: nodes[parent].range, inHeading: false)
    }

    /// Fills the aligner's tokens and returns where the text stands in the source, if that is known.
    @discardableResult
    private mutating func align(_ inlines: Range<Int>, contentStart: Int, mayDefine: Bool) -> ByteRange? {
        aligner.align(
            events[inlines],
            literals: buffer,
            with: content.bytes,
            from: contentStart,
            mayDefine: mayDefine
        )
        guard aligner.isAligned else { return nil }
        let start = content.sourceStart(of: aligner.textStart)
        let end = content.sourceEnd(of: aligner.position)
        if aligner.mayHoldAddress { BareAddresses.mark(in: &aligner.tokens, content: content.bytes, buffer: &buffer) }
        if aligner.hasTilde { Strikethrough.mark(in: &aligner.tokens, content: content.bytes) }
        return ByteRange(start, max(start, end))
    }

    private mutating func emitTokens(at block: ByteRange, inHeading: Bool) {
        var emitter = InlineEmitter(block: block, inHeading: inHeading)
        for token in aligner.tokens { emitter.emit(token, to: &self) }
        emitter.flush(to: &self)
    }

    // Marks at the beginning of a block

    /// Takes `[!NOTE]` on a line of its own out of a quote's first paragraph.
    private mutating func takeAlertMark() -> Bool {
        guard let quote = open.last, nodes[quote].kind == .blockQuote, let first = aligner.tokens.first,
            first.kind == .text, aligner.tokens.count == 1 || isBreak(aligner.tokens[1]),
            let alert = MarkdownAlert(mark: buffer[first.literal.indices])
        else { return false }
        nodes[quote].kind = .alert
        nodes[quote].number = Int32(alert.rawValue)
        aligner.tokens.removeFirst(min(2, aligner.tokens.count))
        return true
    }

    private func isBreak(_ token: InlineToken) -> Bool {
        token.kind == .leaf && (token.node == .softBreak || token.node == .lineBreak)
    }

    /// Takes `[ ]` or `[x]` out of an item's first paragraph.
    private mutating func takeTaskMark() {
        guard let item = open.last, nodes[item].kind == .item, let first = aligner.tokens.first, first.kind == .text
        else { return }
        let literal = first.literal.indices
        guard literal.count >= 4, buffer[literal.lowerBound] == UInt8(ascii: "["),
            buffer[literal.lowerBound + 2] == UInt8(ascii: "]"), buffer[literal.lowerBound + 3].isWhitespace
        else { return }
        let box = buffer[literal.lowerBound + 1]
        guard box == .space || box.lowercased == UInt8(ascii: "x") else { return }
        var width = 4
        while width < literal.count, buffer[literal.lowerBound + width].isWhitespace { width += 1 }
        nodes[item].kind = .taskItem
        nodes[item].isChecked = box != .space
        aligner.tokens[0].literal.start += Int32(width)
        if aligner.tokens[0].start >= 0 { aligner.tokens[0].start += width }
    }
}
