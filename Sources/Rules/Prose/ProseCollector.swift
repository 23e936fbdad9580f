import Diagnostics
import LocatedJSON
import Markdown

/// Gathers the words of a document unit by unit: a paragraph, a list item or a table cell is one.
struct ProseCollector {
    /// A run of the text that comes from one place of the source.
    struct Segment: Sendable {
        let start: Int
        let source: ByteRange
        /// Whether every byte of the run stands in the source as it is.
        let isLiteral: Bool
    }

    /// What is read as one.
    struct Unit: Sendable {
        let text: Range<Int>
        /// Whether it only names something: a heading, a title, an alternative text.
        let isAside: Bool
    }

    private(set) var text: [UInt8] = []
    private(set) var segments: [Segment] = []
    private(set) var units: [Unit] = []
    private var unitStart = 0
    private var isAside = false
    private var imageEnd = 0
    /// Alternative texts, which stand in the midst of sentences and are read after all of them.
    private var alternatives: [MarkdownNode] = []

    mutating func add(_ document: MarkdownDocument) {
        for index in document.nodes.indices { add(index, of: document) }
        endUnit()
        for node in alternatives {
            isAside = true
            addText(of: node, in: document)
            endUnit()
        }
    }

    mutating func add(_ index: Int, of document: MarkdownDocument) {
        let node = document.nodes[index]
        switch node.kind {
        case .text, .code:
            if node.isProse {
                if node.isInHeading { isAside = true }
                addText(of: node, in: document)
            } else if index < imageEnd {
                alternatives.append(node)
            }
        case .softBreak, .lineBreak:
            if text.count > unitStart { text.append(UInt8(ascii: " ")) }
        case .image: imageEnd = max(imageEnd, node.subtreeEnd)
        case .emphasis, .strong, .strikethrough, .link, .htmlInline: break
        default: endUnit()
        }
    }

    /// A text that stands as it is in the source, and only names something.
    mutating func addAside(_ words: Located<String>) {
        isAside = true
        add(words.value, at: words.range.bytes)
        endUnit()
    }

    mutating func add(_ words: String, at source: ByteRange) {
        segments.append(Segment(start: text.count, source: source, isLiteral: false))
        text.append(contentsOf: words.utf8)
    }

    private mutating func addText(of node: MarkdownNode, in document: MarkdownDocument) {
        let start = text.count
        let isText = node.kind == .text
        if !isText { text.append(SentenceReader.codeMark) }
        document.appendText(of: node, to: &text)
        if !isText { text.append(SentenceReader.codeMark) }
        let isLiteral = isText && node.isRangeExact && node.range.count == text.count - start
        segments.append(Segment(start: start, source: node.range, isLiteral: isLiteral))
    }

    mutating func endUnit() {
        if text.count > unitStart { units.append(Unit(text: unitStart..<text.count, isAside: isAside)) }
        unitStart = text.count
        isAside = false
    }
}
