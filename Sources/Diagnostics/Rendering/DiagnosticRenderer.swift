/// Writes diagnostics for one kind of reader.
package protocol DiagnosticRenderer: Sendable {
    /// The text of a whole run; `sources` gives the bytes of a file that a diagnostic names, if they can still be read.
    func render(_ report: DiagnosticReport, sources: SourceLookup) -> String
}

/// Finds the bytes of a file by the path that its diagnostics carry.
package typealias SourceLookup = (_ path: String) -> [UInt8]?

/// Files read for one rendering, with the secrets in their addresses written over; diagnostics come sorted by path, so only the last few files are worth keeping.
struct ExcerptReader {
    private let sources: SourceLookup
    private var kept: [(path: String, bytes: [UInt8], index: LineIndex)] = []
    private static let mostKept = 4

    init(_ sources: @escaping SourceLookup) {
        self.sources = sources
    }

    /// nil when the file cannot be read, or its text is to be shown to nobody.
    mutating func excerpt(at range: SourceRange) -> SourceExcerpt? {
        guard !isTextWithheld(of: range.path) else { return nil }
        return file(at: range.path).map { SourceExcerpt(of: range.bytes, in: $0.bytes, index: $0.index) }
    }

    /// Where a range begins and ends; nil when the file cannot be read.
    mutating func positions(of range: SourceRange) -> (start: SourcePosition, end: SourcePosition)? {
        file(at: range.path).map { file in
            (
                file.index.position(of: range.bytes.start, in: file.bytes),
                file.index.position(of: range.bytes.end, in: file.bytes)
            )
        }
    }

    mutating func bytes(at path: String) -> [UInt8]? { file(at: path)?.bytes }

    private mutating func file(at path: String) -> (path: String, bytes: [UInt8], index: LineIndex)? {
        if let file = kept.first(where: { $0.path == path }) { return file }
        guard let bytes = sources(path).map(concealingSecrets) else { return nil }
        if kept.count == Self.mostKept { kept.removeFirst() }
        let file = (path, bytes, LineIndex(bytes))
        kept.append(file)
        return file
    }
}
