/// Writes diagnostics for one kind of reader.
package protocol DiagnosticRenderer: Sendable {
    /// The text of a whole run; `sources` gives the bytes of a file that a diagnostic names, if they can still be read.
    func render(_ report: DiagnosticReport, sources: SourceLookup) -> String
}

/// Finds the bytes of a file by the path that its diagnostics carry.
package typealias SourceLookup = (_ path: String) -> [UInt8]?

/// Files read for one rendering; diagnostics come sorted by path, so only the last few files are worth keeping.
struct ExcerptReader {
    private let sources: SourceLookup
    private var kept: [(path: String, bytes: [UInt8], index: LineIndex)] = []
    private static let mostKept = 4

    init(_ sources: @escaping SourceLookup) {
        self.sources = sources
    }

    mutating func excerpt(at range: SourceRange) -> SourceExcerpt? {
        if let file = kept.first(where: { $0.path == range.path }) {
            return SourceExcerpt(of: range.bytes, in: file.bytes, index: file.index)
        }
        guard let bytes = sources(range.path) else { return nil }
        let index = LineIndex(bytes)
        if kept.count == Self.mostKept { kept.removeFirst() }
        kept.append((range.path, bytes, index))
        return SourceExcerpt(of: range.bytes, in: bytes, index: index)
    }
}
