/// A range of bytes in a named file: the place that a diagnostic points at.
package struct SourceRange: Sendable, Hashable, Comparable {
    /// As the author knows the file: relative to the content folder's parent, with `/` between components.
    package let path: String
    package let bytes: ByteRange

    package init(path: String, bytes: ByteRange) {
        self.path = path
        self.bytes = bytes
    }

    /// The very beginning of a file, for a problem that concerns the file as a whole.
    package init(startOf path: String) {
        self.init(path: path, bytes: ByteRange(0, 0))
    }

    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.path, left.bytes) < (right.path, right.bytes)
    }
}
