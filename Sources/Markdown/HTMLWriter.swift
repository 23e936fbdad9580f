import Markup

/// Writes the nodes of a document as HTML in one loop; nothing recurses, however deep the nodes lie.
///
/// Raw HTML is never written, and no destination that ``LinkSafety`` refuses.
package struct HTMLWriter {
    let document: MarkdownDocument
    let hooks: any MarkdownPageHooks
    let words: MarkdownWords
    var output: [UInt8] = []
    var open: [OpenElement] = []
    var nextHeading = 0
    /// The images of the paragraph at hand, for which the hooks have been asked already, the first one last.
    var imageRenderings: [ImageRendering] = []

    /// An element that waits for its end.
    struct OpenElement {
        enum Form: UInt8 {
            case usual, bare, division
        }

        let node: Int
        /// The index after its last node.
        let end: Int
        let form: Form
    }

    /// Appends the nodes of `range`, which is the whole document or whole blocks of it, to `output`.
    package static func write(
        _ document: MarkdownDocument,
        nodes range: Range<Int>? = nil,
        into output: inout [UInt8],
        with hooks: any MarkdownPageHooks
    ) {
        let range = (range ?? document.nodes.indices).clamped(to: document.nodes.indices)
        var writer = HTMLWriter(document: document, hooks: hooks)
        swap(&writer.output, &output)
        writer.write(range)
        swap(&writer.output, &output)
    }

    private init(document: MarkdownDocument, hooks: any MarkdownPageHooks) {
        self.document = document
        self.hooks = hooks
        words = hooks.words
    }

    private mutating func write(_ range: Range<Int>) {
        nextHeading = firstHeading(from: range.lowerBound)
        var index = range.lowerBound
        while index < range.upperBound {
            closeElements(before: index)
            index = write(document.nodes[index], at: index)
        }
        closeElements(before: Int.max)
    }

    private func firstHeading(from node: Int) -> Int {
        var low = 0
        var high = document.headings.count
        while low < high {
            let middle = low + (high - low) / 2
            if document.headings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func closeElements(before index: Int) {
        while let last = open.last, last.end <= index {
            open.removeLast()
            close(last)
        }
    }

    /// Returns the index of the next node to write.
    private mutating func write(_ node: MarkdownNode, at index: Int) -> Int {
        switch node.kind {
        case .text: output.appendEscaped(document.literalBytes(of: node))
        case .code: writeCode(node)
        case .softBreak: put("\n")
        case .lineBreak: put("<br />\n")
        case .emphasis: element("<em>", node, at: index)
        case .strong: element("<strong>", node, at: index)
        case .strikethrough: element("<del>", node, at: index)
        case .link: openLink(node, at: index)
        case .image:
            writeImage(node, at: index)
            return node.subtreeEnd
        case .document, .htmlInline, .htmlBlock, .other: break
        default: writeBlock(node, at: index)
        }
        return index + 1
    }

    private mutating func writeBlock(_ node: MarkdownNode, at index: Int) {
        switch node.kind {
        case .paragraph: return openParagraph(node, at: index)
        case .heading: return openHeading(node, at: index)
        case .tableHeader, .tableCell: return openCell(node, at: index)
        default: startLine()
        }
        switch node.kind {
        case .blockQuote: element("<blockquote>\n", node, at: index)
        case .alert: openAlert(node, at: index)
        case .bulletList: element("<ul>\n", node, at: index)
        case .orderedList: openOrderedList(node, at: index)
        case .item: element("<li>", node, at: index)
        case .taskItem: openTask(node, at: index)
        case .codeBlock: writeCodeBlock(node)
        case .thematicBreak: put("<hr />\n")
        case .table: openTable(node, at: index)
        case .tableRow: openRow(node, at: index)
        default: break
        }
    }

    private mutating func close(_ element: OpenElement) {
        let node = document.nodes[element.node]
        switch node.kind {
        case .emphasis: put("</em>")
        case .strong: put("</strong>")
        case .strikethrough: put("</del>")
        case .link: if element.form == .usual { put("</a>") }
        case .paragraph: closeParagraph(element.form)
        case .heading: closeHeading(node)
        case .item, .taskItem: put("</li>\n")
        case .bulletList: put("</ul>\n")
        case .orderedList: put("</ol>\n")
        case .blockQuote: closeBlock("</blockquote>\n")
        case .alert: closeBlock("</div>\n")
        case .table: put("</table>\n</div>\n")
        case .tableRow: closeRow(element)
        case .tableHeader: put(isEmptyCell(element.node) ? "</td>\n" : "</th>\n")
        case .tableCell: put("</td>\n")
        default: break
        }
    }

    private mutating func closeBlock(_ tag: String) {
        startLine()
        put(tag)
    }

    mutating func put(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    /// Blocks begin on a line of their own.
    mutating func startLine() {
        if let last = output.last, last != .lineFeed { output.append(.lineFeed) }
    }

    mutating func element(_ tag: String, _ node: MarkdownNode, at index: Int) {
        put(tag)
        push(node, at: index)
    }

    mutating func push(_ node: MarkdownNode, at index: Int, form: OpenElement.Form = .usual) {
        open.append(OpenElement(node: index, end: node.subtreeEnd, form: form))
    }
}
