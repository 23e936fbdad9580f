/// Finds where each inline node stands, by reading the block's text along with cmark's events.
///
/// cmark's own columns of inlines are wrong for links over several lines, for autolinks, after reference
/// definitions and after links whose title holds a line end. The tree itself leaves no choice at any byte, so one
/// walk over the text finds every place; where the two disagree, the whole block counts as unplaced.
struct InlineAligner {
    /// Free to be changed by whoever reads more into the text than cmark does.
    var tokens: [InlineToken] = []
    /// Whether every token has its place.
    private(set) var isAligned = true
    /// Where the block's text begins, after reference definitions.
    private(set) var textStart = 0
    /// The offset after the last token.
    private(set) var position = 0
    /// Kinds of bytes met in text, so that later stages need not look.
    private(set) var hasTilde = false
    private(set) var mayHoldAddress = false
    /// Whether each open link is an autolink.
    private var openAutolinks: [Bool] = []

    mutating func align(
        _ events: ArraySlice<CommonMarkEvent>,
        literals: [UInt8],
        with content: [UInt8],
        from start: Int,
        mayDefine: Bool
    ) {
        reset(at: start)
        if mayDefine { skipDefinitions(in: content) }
        textStart = position
        for event in events {
            if !place(event, literals: literals, in: content) { isAligned = false }
            if !isAligned { appendUnplaced(event) }
        }
        guard !isAligned else { return }
        for index in tokens.indices { withdrawPlace(at: index) }
    }

    private mutating func reset(at start: Int) {
        tokens.removeAll(keepingCapacity: true)
        openAutolinks.removeAll(keepingCapacity: true)
        isAligned = true
        hasTilde = false
        mayHoldAddress = false
        position = start
    }

    private mutating func withdrawPlace(at index: Int) {
        tokens[index].start = -1
        tokens[index].end = -1
        if tokens[index].kind == .close { tokens[index].literal = InlineToken.unknownDestination }
    }

    private mutating func appendUnplaced(_ event: CommonMarkEvent) {
        let kind: InlineToken.Kind =
            switch event.phase {
            case .enter: .open
            case .exit: .close
            case .leaf: event.kind == .text ? .text : .leaf
            }
        let token = InlineToken(
            kind: kind,
            node: event.kind,
            start: -1,
            end: -1,
            literal: event.literal,
            title: event.title
        )
        tokens.append(token)
    }

    private mutating func skipDefinitions(in content: [UInt8]) {
        while content.byte(at: position) == UInt8(ascii: "["),
            let end = LinkSyntax.definitionEnd(in: content, at: position)
        {
            position = end
        }
    }

    /// Returns false, and appends nothing, when the text does not fit the event.
    private mutating func place(_ event: CommonMarkEvent, literals: [UInt8], in content: [UInt8]) -> Bool {
        guard isAligned else { return false }
        switch event.kind {
        case .text: return placeText(event.literal, literals: literals, in: content)
        case .softBreak, .lineBreak: return placeBreak(event, in: content)
        case .code: return placeCode(event, in: content)
        case .htmlInline: return placeHTML(event, literals: literals, in: content)
        case .emphasis: return placeDelimiter(event, width: 1, in: content)
        case .strong: return placeDelimiter(event, width: 2, in: content)
        case .link, .image: return event.phase == .enter ? openLink(event, in: content) : closeLink(event, in: content)
        default: return false
        }
    }

    private mutating func append(_ kind: InlineToken.Kind, _ event: CommonMarkEvent, from start: Int, to end: Int) {
        tokens.append(
            InlineToken(
                kind: kind,
                node: event.kind,
                start: start,
                end: end,
                literal: event.literal,
                title: event.title
            )
        )
        position = end
    }

    private mutating func appendText(_ kind: InlineToken.Kind, _ literal: BufferRange, from start: Int, to end: Int) {
        guard start < end else { return }
        tokens.append(InlineToken(kind: kind, node: .text, start: start, end: end, literal: literal))
    }

    private mutating func placeText(_ literal: BufferRange, literals: [UInt8], in content: [UInt8]) -> Bool {
        let literal = withoutIndentation(literal, literals: literals, in: content)
        let firstToken = tokens.count
        let isAutolink = openAutolinks.last ?? false
        var offset = position
        var start = offset
        var read = Int(literal.start)
        let end = Int(literal.end)
        while read < end {
            let byte = literals[read]
            if offset < content.count, content[offset] == byte,
                standsForItself(byte, at: offset, in: content, isAutolink)
            {
                read += 1
                offset += 1
                continue
            }
            let decoded = Self.decodedLength(literals, read..<end, in: content, at: offset, escapes: !isAutolink)
            guard let decoded else {
                tokens.removeSubrange(firstToken...)
                return false
            }
            appendText(.text, BufferRange(read - (offset - start), read), from: start, to: offset)
            let next = BufferRange(read, read + decoded.literal)
            appendText(.decodedText, next, from: offset, to: offset + decoded.content)
            read += decoded.literal
            offset += decoded.content
            start = offset
        }
        appendText(.text, BufferRange(read - (offset - start), read), from: start, to: offset)
        position = offset
        return true
    }

    /// cmark keeps the indentation of a line that only continues a paragraph, after a backslash or a definition.
    private func withoutIndentation(_ literal: BufferRange, literals: [UInt8], in content: [UInt8]) -> BufferRange {
        guard position == textStart || (position > 0 && content[position - 1].isLineEnd),
            !content.byte(at: position).isSpaceOrTab
        else { return literal }
        var literal = literal
        while !literal.isEmpty, literals[Int(literal.start)].isSpaceOrTab { literal.start += 1 }
        return literal
    }

    /// Whether a byte of text is not the beginning of an escape or a reference; marks of later stages are noted.
    @inline(__always)
    private mutating func standsForItself(_ byte: UInt8, at offset: Int, in content: [UInt8], _ isAutolink: Bool)
        -> Bool
    {
        if byte.isLetterOrDigit, byte.lowercased != UInt8(ascii: "w") { return true }
        switch byte {
        case .backslash: return isAutolink || !content.byte(at: offset + 1).isPunctuation
        case UInt8(ascii: "&"): return !Self.isAmpersandReference(in: content, at: offset)
        case UInt8(ascii: "~"): hasTilde = true
        case UInt8(ascii: "@"): mayHoldAddress = true
        case UInt8(ascii: ":"): if content.byte(at: offset + 1) == UInt8(ascii: "/") { mayHoldAddress = true }
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
            if content.byte(at: offset + 1).lowercased == UInt8(ascii: "w") { mayHoldAddress = true }
        default: break
        }
        return true
    }

    private mutating func placeBreak(_ event: CommonMarkEvent, in content: [UInt8]) -> Bool {
        var offset = position
        while content.byte(at: offset).isWhitespace, !content[offset].isLineEnd { offset += 1 }
        if content.byte(at: offset) == .backslash { offset += 1 }
        let lineEnd = offset
        if content.byte(at: offset) == .carriageReturn { offset += 1 }
        if content.byte(at: offset) == .lineFeed { offset += 1 }
        guard offset > lineEnd else { return false }
        append(.leaf, event, from: position, to: offset)
        while content.byte(at: offset).isSpaceOrTab { offset += 1 }
        position = offset
        return true
    }

    private mutating func placeCode(_ event: CommonMarkEvent, in content: [UInt8]) -> Bool {
        let backtick = UInt8(ascii: "`")
        var offset = position
        while content.byte(at: offset) == backtick { offset += 1 }
        let width = offset - position
        guard width > 0 else { return false }
        while offset < content.count {
            while offset < content.count, content[offset] != backtick { offset += 1 }
            let run = offset
            while offset < content.count, content[offset] == backtick { offset += 1 }
            guard offset - run != width else {
                append(.leaf, event, from: position, to: offset)
                return true
            }
        }
        return false
    }

    private mutating func placeHTML(_ event: CommonMarkEvent, literals: [UInt8], in content: [UInt8]) -> Bool {
        var offset = position
        var read = Int(event.literal.start)
        while read < Int(event.literal.end) {
            guard content.byte(at: offset) == literals[read] else { return false }
            offset += 1
            read += 1
            guard literals[read - 1] == .lineFeed else { continue }
            while read < Int(event.literal.end), literals[read].isSpaceOrTab { read += 1 }
            while content.byte(at: offset).isSpaceOrTab { offset += 1 }
        }
        append(.leaf, event, from: position, to: offset)
        return true
    }

    private mutating func placeDelimiter(_ event: CommonMarkEvent, width: Int, in content: [UInt8]) -> Bool {
        for offset in position..<position + width {
            guard content.byte(at: offset) == UInt8(ascii: "*") || content.byte(at: offset) == UInt8(ascii: "_")
            else { return false }
        }
        append(event.phase == .enter ? .open : .close, event, from: position, to: position + width)
        return true
    }

    private mutating func openLink(_ event: CommonMarkEvent, in content: [UInt8]) -> Bool {
        let byte = content.byte(at: position)
        let width: Int
        switch event.kind {
        case .image:
            guard byte == UInt8(ascii: "!"), content.byte(at: position + 1) == UInt8(ascii: "[") else { return false }
            width = 2
        default:
            guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") else { return false }
            width = 1
        }
        openAutolinks.append(byte == UInt8(ascii: "<"))
        append(.open, event, from: position, to: position + width)
        tokens[tokens.count - 1].isAddress = byte == UInt8(ascii: "<")
        return true
    }

    private mutating func closeLink(_ event: CommonMarkEvent, in content: [UInt8]) -> Bool {
        let isAutolink = openAutolinks.popLast() ?? false
        guard content.byte(at: position) == UInt8(ascii: isAutolink ? ">" : "]") else { return false }
        let start = position
        let tail = isAutolink ? autolinkTail() : LinkSyntax.tail(in: content, at: position + 1)
        append(.close, event, from: start, to: tail.end)
        let place = tail.destination.map { BufferRange($0.lowerBound, $0.upperBound) }
        tokens[tokens.count - 1].literal = place ?? InlineToken.unknownDestination
        return true
    }

    private func autolinkTail() -> LinkSyntax.Tail {
        let open = tokens.last { $0.kind == .open }
        return LinkSyntax.Tail(end: position + 1, destination: open.map { $0.end..<position })
    }
}
