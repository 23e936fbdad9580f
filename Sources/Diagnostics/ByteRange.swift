/// A half-open range of UTF-8 byte offsets in one file.
package struct ByteRange: Sendable, Hashable, Comparable {
    package let start: Int
    package let end: Int

    package init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a byte range runs forwards from a position in the file")
        self.start = start
        self.end = end
    }

    package var count: Int { end - start }
    package var isEmpty: Bool { start == end }

    package func contains(_ other: ByteRange) -> Bool {
        start <= other.start && other.end <= end
    }

    package static func < (left: ByteRange, right: ByteRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
