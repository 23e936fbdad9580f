/// Writes the nodes of a document as plain Markdown in one loop: what a reader gets, without what authors note for
/// themselves, and with links that lead where the hooks say.
package struct MarkdownTextWriter {
    let document: MarkdownDocument
    let hooks: any MarkdownTextHooks
    var output: [UInt8] = []
    var open: [OpenBlock] = []
    /// What stands before every line.
    private var prefixes: [Prefix] = []
    /// Whether the next text would begin its line.
    var isAtLineStart = false
    var nextHeading = 0
    /// How the columns of the table at hand are aligned.
    var columns: [MarkdownNode.Alignment] = []

    /// A node that waits for its end.
    struct OpenBlock {
        let node: Int
        /// The index after its last node.
        let end: Int
        /// What is written when it ends: the mark of an inline node.
        var closing: [UInt8] = []
        /// Whether it stands for the blocks in it, which a blank line parts unless it is tight.
        var isContainer = false
        var hasPrefix = false
        var isTight = false
        var hasContent = false
        /// The number of its next item.
        var number: Int32 = 1
        /// Whether its items have the other mark, because a list of the same kind stands right before it.
        var hasOtherMark = false
        /// Of a container: the list that was its last block.
        var lastList: (kind: MarkdownNode.Kind, hasOtherMark: Bool)?
    }

    private struct Prefix {
        let first: [UInt8]
        let rest: [UInt8]
        var isUsed = false
    }

    /// Appends the whole document to `output`, which is empty or ends with a line end.
    package static func write(
        _ document: MarkdownDocument,
        into output: inout [UInt8],
        with hooks: any MarkdownTextHooks
    ) {
        var writer = MarkdownTextWriter(document: document, hooks: hooks)
        swap(&writer.output, &output)
        writer.write()
        swap(&writer.output, &output)
    }

    private init(document: MarkdownDocument, hooks: any MarkdownTextHooks) {
        self.document = document
        self.hooks = hooks
    }

    private mutating func write() {
        var root = OpenBlock(node: 0, end: document.nodes.count)
        root.isContainer = true
        root.hasContent = !output.isEmpty
        open.append(root)
        var index = 1
        while index < document.nodes.count {
            close(before: index)
            index = write(document.nodes[index], at: index)
        }
        close(before: Int.max)
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index {
            open.removeLast()
            close(last)
        }
    }

    private mutating func close(_ block: OpenBlock) {
        output += block.closing
        let kind = document.nodes[block.node].kind
        switch kind {
        case .paragraph: output.append(.lineFeed)
        case .heading: closeHeading()
        case .tableRow: closeRow(block)
        case .bulletList, .orderedList:
            if !open.isEmpty { open[open.count - 1].lastList = (kind, block.hasOtherMark) }
        default: break
        }
        guard block.hasPrefix else { return }
        if !block.hasContent { writeLinePrefix(); endLine() }
        prefixes.removeLast()
    }

    /// Returns the index of the next node to write.
    private mutating func write(_ node: MarkdownNode, at index: Int) -> Int {
        switch node.kind {
        case .paragraph:
            startBlock()
            push(node, at: index)
        case .heading: openHeading(node, at: index)
        case .blockQuote: openContainer(node, at: index, first: "> ", rest: "> ")
        case .alert: openAlert(node, at: index)
        case .bulletList, .orderedList: openList(node, at: index)
        case .item, .taskItem: openItem(node, at: index)
        case .codeBlock: writeCodeBlock(node)
        case .thematicBreak:
            startBlock()
            output += "***\n".utf8
        case .table:
            startBlock()
            push(node, at: index)
            columns = []
        case .tableRow: openRow(node, at: index)
        case .tableHeader, .tableCell: openCell(node, at: index)
        case .htmlBlock: return node.subtreeEnd
        default: return writeInline(node, at: index)
        }
        return index + 1
    }

    mutating func push(_ node: MarkdownNode, at index: Int, closing: String = "") {
        open.append(OpenBlock(node: index, end: node.subtreeEnd, closing: Array(closing.utf8)))
    }

    // Lines

    /// Begins a block on a line of its own, after a blank line where another block stands before it.
    mutating func startBlock() {
        if let container = open.lastIndex(where: \.isContainer) {
            if open[container].hasContent, !open[container].isTight { writeBlankLine() }
            open[container].hasContent = true
            open[container].lastList = nil
        }
        writeLinePrefix()
    }

    mutating func writeLinePrefix() {
        for index in prefixes.indices {
            output += prefixes[index].isUsed ? prefixes[index].rest : prefixes[index].first
            prefixes[index].isUsed = true
        }
        isAtLineStart = true
    }

    private mutating func writeBlankLine() {
        for prefix in prefixes { output += prefix.rest }
        endLine()
    }

    /// Ends a line that is empty but for what stands before every line.
    mutating func endLine() {
        while output.last == .space { output.removeLast() }
        output.append(.lineFeed)
    }

    // Containers

    private mutating func openContainer(_ node: MarkdownNode, at index: Int, first: String, rest: String) {
        enterContainer()
        prefixes.append(Prefix(first: Array(first.utf8), rest: Array(rest.utf8)))
        var block = OpenBlock(node: index, end: node.subtreeEnd)
        block.isContainer = true
        block.hasPrefix = true
        block.isTight = isInTightList(node)
        open.append(block)
    }

    /// A container begins no line of its own: its first block does.
    private mutating func enterContainer() {
        guard let container = open.lastIndex(where: \.isContainer) else { return }
        if open[container].hasContent, !open[container].isTight { writeBlankLine() }
        open[container].hasContent = true
        open[container].lastList = nil
    }

    private func isInTightList(_ node: MarkdownNode) -> Bool {
        node.kind.isItem && (open.last.map { document.nodes[$0.node].isTight } ?? false)
    }

    private mutating func openAlert(_ node: MarkdownNode, at index: Int) {
        openContainer(node, at: index, first: "> ", rest: "> ")
        writeLinePrefix()
        output += "[!\((MarkdownAlert(rawValue: node.number) ?? .note).name.uppercased())]\n".utf8
    }

    /// A list right after one of the same kind would continue it, so its mark is another.
    private mutating func openList(_ node: MarkdownNode, at index: Int) {
        let before = open.last?.lastList
        enterContainer()
        var block = OpenBlock(node: index, end: node.subtreeEnd)
        block.isContainer = true
        block.isTight = node.isTight
        block.number = node.number
        block.hasOtherMark = before?.kind == node.kind && before?.hasOtherMark == false
        open.append(block)
    }

    private mutating func openItem(_ node: MarkdownNode, at index: Int) {
        let place = open.count - 1
        let isOrdered = document.nodes[open[place].node].kind == .orderedList
        let hasOtherMark = open[place].hasOtherMark
        var mark = hasOtherMark ? "* " : "- "
        if isOrdered {
            mark = "\(max(0, open[place].number))\(hasOtherMark ? ")" : ".") "
            open[place].number &+= 1
        }
        let box = node.kind == .taskItem ? (node.isChecked ? "[x] " : "[ ] ") : ""
        let rest = String(repeating: " ", count: mark.utf8.count)
        openContainer(node, at: index, first: mark + box, rest: rest)
    }
}
