import Diagnostics

/// Writes the tokens of one block as nodes, with neighbouring texts made one.
struct InlineEmitter {
    private let block: ByteRange
    private let inHeading: Bool
    private var text: InlineToken?
    /// How many links that are addresses, and images, are open: their text is not prose.
    private var silentDepth = 0
    /// How many levels are open that found no room.
    private var droppedDepth = 0

    init(block: ByteRange, inHeading: Bool) {
        self.block = block
        self.inHeading = inHeading
    }

    mutating func emit(_ token: InlineToken, to builder: inout DocumentBuilder) {
        if token.isText { return add(token, to: &builder) }
        flush(to: &builder)
        switch token.kind {
        case .open: open(token, in: &builder)
        case .close: close(token, in: &builder)
        default: if droppedDepth == 0 { append(node(for: token, in: &builder), to: &builder) }
        }
    }

    mutating func flush(to builder: inout DocumentBuilder) {
        guard let token = text else { return }
        text = nil
        guard droppedDepth == 0, !token.literal.isEmpty else { return }
        append(node(for: token, in: &builder), to: &builder)
    }

    private mutating func add(_ token: InlineToken, to builder: inout DocumentBuilder) {
        guard var run = text else {
            text = token
            return
        }
        if run.literal.end != token.literal.start {
            run.literal = Self.joined(run.literal, token.literal, in: &builder.buffer)
        } else {
            run.literal.end = token.literal.end
        }
        run.end = token.end
        text = run
    }

    private static func joined(_ first: BufferRange, _ second: BufferRange, in buffer: inout [UInt8]) -> BufferRange {
        var start = first.indices.lowerBound
        if first.indices.upperBound != buffer.count {
            start = buffer.count
            buffer.appendOwn(first)
        }
        buffer.appendOwn(second)
        return BufferRange(start, buffer.count)
    }

    private mutating func open(_ token: InlineToken, in builder: inout DocumentBuilder) {
        guard droppedDepth == 0,
            builder.hasRoom(at: token.start < 0 ? block.start : builder.content.sourceStart(of: token.start))
        else {
            droppedDepth += 1
            return
        }
        if token.isAddress || token.node == .image || token.node == .strikethrough { silentDepth += 1 }
        builder.push(node(for: token, in: &builder))
    }

    private mutating func close(_ token: InlineToken, in builder: inout DocumentBuilder) {
        guard droppedDepth == 0 else {
            droppedDepth -= 1
            return
        }
        guard let index = builder.open.last else { return }
        let node = builder.nodes[index]
        if node.isAddress || node.kind == .image || node.kind == .strikethrough { silentDepth -= 1 }
        if token.end >= 0 {
            builder.nodes[index].rangeEnd = Int32(clamping: builder.content.sourceEnd(of: token.end))
            if token.literal.start >= 0 { setDestination(token.literal, of: index, in: &builder) }
        }
        builder.pop()
    }

    private func setDestination(_ place: BufferRange, of index: Int, in builder: inout DocumentBuilder) {
        let start = builder.content.sourceStart(of: Int(place.start))
        builder.nodes[index].destinationStart = Int32(clamping: start)
        builder.nodes[index].destinationEnd =
            place.isEmpty ? Int32(clamping: start) : Int32(clamping: builder.content.sourceEnd(of: Int(place.end)))
    }

    private mutating func append(_ node: MarkdownNode, to builder: inout DocumentBuilder) {
        guard builder.hasRoom(at: Int(node.rangeStart)) else { return }
        builder.append(node)
    }

    private func node(for token: InlineToken, in builder: inout DocumentBuilder) -> MarkdownNode {
        var node: MarkdownNode
        if token.start >= 0 {
            let start = builder.content.sourceStart(of: token.start)
            node = MarkdownNode(token.node, from: start, to: builder.content.sourceEnd(of: token.end))
            node.isRangeExact = true
        } else {
            node = MarkdownNode(token.node, from: block.start, to: block.end)
        }
        node.literal = token.literal
        node.title = token.title
        node.isAddress = token.isAddress
        node.isInHeading = inHeading
        node.isProse = silentDepth == 0 && (token.node == .text || token.node == .code)
        return node
    }
}
