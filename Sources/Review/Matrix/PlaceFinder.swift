import Diagnostics
import Listing

/// Turns ranges of a listing's files into lines, while the files are in memory.
struct PlaceFinder {
    private let files: [String: (bytes: [UInt8], lines: LineIndex)]
    private let listing: ParsedListing
    private let sourceURL: SourceURL

    init(_ listing: ParsedListing, sourceURL: @escaping SourceURL) {
        files = Dictionary(
            listing.texts.map { ($0.path, ($0.bytes, LineIndex($0.bytes))) },
            uniquingKeysWith: { first, _ in first }
        )
        self.listing = listing
        self.sourceURL = sourceURL
    }

    func place(_ range: SourceRange) -> ReviewPlace {
        let position = files[range.path].map { $0.lines.position(of: range.bytes.start, in: $0.bytes) }
        let folder = "\(listing.path)/"
        let isInside = range.path.hasPrefix(folder)
        let name = isInside ? String(range.path.dropFirst(folder.count)) : range.path
        return ReviewPlace(
            path: range.path,
            name: name,
            line: position?.line,
            column: position?.column,
            url: isInside ? sourceURL("\(listing.contentPath)/\(name)") : nil
        )
    }
}

/// Where a file of the content folder can be looked at, by its path from that folder; nil where nobody says.
package typealias SourceURL = @Sendable (_ contentPath: String) -> String?
