package import Diagnostics

/// One node of a document: a plain value without text of its own.
///
/// Texts stand in the document's buffer; ask ``MarkdownDocument/text(of:)`` and its neighbours.
package struct MarkdownNode: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        case document, paragraph, heading, blockQuote, alert, bulletList, orderedList, item, taskItem
        case codeBlock, htmlBlock, thematicBreak, table, tableRow, tableHeader, tableCell
        case text, code, htmlInline, emphasis, strong, strikethrough, link, image, softBreak, lineBreak, other

        /// Declared, because other modules call the derived one by way of a table, and rules compare kinds all the time.
        package static func == (left: Kind, right: Kind) -> Bool { left.rawValue == right.rawValue }

        package var isList: Bool { self == .bulletList || self == .orderedList }
        package var isItem: Bool { self == .item || self == .taskItem }
        package var isCell: Bool { self == .tableHeader || self == .tableCell }
    }

    package enum Alignment: UInt8, Sendable, Hashable {
        case none, left, center, right
    }

    package internal(set) var kind: Kind
    /// Whether ``range`` is the node's own place; otherwise it is a wider one, fit to point at and not to edit.
    package internal(set) var isRangeExact = false
    /// 0 for the document.
    package internal(set) var depth: UInt8 = 0
    /// Of a table cell.
    package internal(set) var alignment = Alignment.none
    /// Of a list without blank lines between its items, and of the paragraphs right under such items.
    package internal(set) var isTight = false
    /// Of a task item whose box is ticked.
    package internal(set) var isChecked = false
    /// Of a link that is written as nothing but its address.
    package internal(set) var isAddress = false
    /// Of text and inline code that a reader reads as the page's own words: no alternative text, no address.
    package internal(set) var isProse = false
    package internal(set) var isInHeading = false
    /// A heading's level, a list's first number, an alert's kind as ``MarkdownAlert/rawValue``.
    package internal(set) var number: Int32 = 0
    var rangeStart: Int32
    var rangeEnd: Int32
    var subtree: Int32 = 0
    /// Literal text of text, code and HTML; the destination of a link or an image.
    var literal = BufferRange.empty
    /// The title of a link or an image; the info string of a code block.
    var title = BufferRange.empty
    /// The destination in the source; negative where it is not known.
    var destinationStart: Int32 = -1
    var destinationEnd: Int32 = -1

    init(_ kind: Kind, from start: Int, to end: Int) {
        self.kind = kind
        rangeStart = Int32(clamping: start)
        rangeEnd = Int32(clamping: end)
    }

    package var range: ByteRange { ByteRange(Int(rangeStart), Int(max(rangeStart, rangeEnd))) }

    /// The index after the last descendant.
    package var subtreeEnd: Int { Int(subtree) }
}

/// A part of a document's text buffer.
struct BufferRange: Sendable, Hashable {
    var start: Int32
    var end: Int32

    static let empty = BufferRange(start: 0, end: 0)

    init(start: Int32, end: Int32) {
        self.start = start
        self.end = end
    }

    init(_ start: Int, _ end: Int) {
        self.init(start: Int32(clamping: start), end: Int32(clamping: end))
    }

    var indices: Range<Int> { Int(start)..<Int(end) }
    var count: Int { Int(end) - Int(start) }
    var isEmpty: Bool { start == end }
}
