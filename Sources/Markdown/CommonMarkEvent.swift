/// A step of the walk through a tree that cmark made, with everything copied out of it.
struct CommonMarkEvent: Sendable {
    enum Phase: UInt8 {
        case enter, exit, leaf
    }

    var kind: MarkdownNode.Kind
    var phase: Phase
    var isTight = false
    /// 1-based, as cmark counts.
    var line: Int32
    /// 1-based, in bytes, and trustworthy for blocks only.
    var column: Int32
    var endLine: Int32
    /// Heading level or first number of a list.
    var number: Int32 = 0
    /// Text, code, HTML or a destination, in the buffer that the walk fills.
    var literal = BufferRange.empty
    /// A title or an info string.
    var title = BufferRange.empty
}
