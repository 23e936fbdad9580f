import Diagnostics
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

    private(set) var text: [UInt8] = []
    private(set) var segments: [Segment] = []
    private(set) var units: [Range<Int>] = []
    private var unitStart = 0

    mutating func add(_ node: MarkdownNode, _ document: MarkdownDocument) {
        switch node.kind {
        case .text, .code:
            if node.isProse, !node.isInHeading { add(node, document.literalBytes(of: node)) }
        case .softBreak, .lineBreak:
            if text.count > unitStart { text.append(UInt8(ascii: " ")) }
        case .emphasis, .strong, .strikethrough, .link, .image, .htmlInline: break
        default: endUnit()
        }
    }

    mutating func add(_ words: String, at source: ByteRange) {
        segments.append(Segment(start: text.count, source: source, isLiteral: false))
        text.append(contentsOf: words.utf8)
    }

    private mutating func add(_ node: MarkdownNode, _ literal: ArraySlice<UInt8>) {
        let isText = node.kind == .text
        let isLiteral = isText && node.isRangeExact && node.range.count == literal.count
        segments.append(Segment(start: text.count, source: node.range, isLiteral: isLiteral))
        if !isText { text.append(SentenceReader.codeMark) }
        text.append(contentsOf: literal)
        if !isText { text.append(SentenceReader.codeMark) }
    }

    mutating func endUnit() {
        if text.count > unitStart { units.append(unitStart..<text.count) }
        unitStart = text.count
    }
}
