/// A piece of a block's text on its way from cmark's events to nodes.
struct InlineToken {
    enum Kind: UInt8 {
        /// Text that stands in the source as it is.
        case text
        /// Text that the source spells as an escape or a character reference.
        case decodedText
        case leaf, open, close
    }

    var kind: Kind
    var node: MarkdownNode.Kind
    var isAddress = false
    /// Offsets in the block's content; negative where the place is unknown.
    var start: Int
    var end: Int
    /// As in the node; of a closing token the destination's place in the content.
    var literal = BufferRange.empty
    var title = BufferRange.empty

    static let unknownDestination = BufferRange(start: -1, end: -1)

    var isText: Bool { kind == .text || kind == .decodedText }
}

extension [UInt8] {
    /// Appends a part of this very array, without the copy of all of it that a slice would cost.
    mutating func appendOwn(_ range: BufferRange) {
        for index in range.indices { append(self[index]) }
    }
}
