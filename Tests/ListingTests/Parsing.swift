import Diagnostics
import Listing
import TestSupport
import Testing

/// What a test expects of a run: ids and the marked places, in the order of the file.
struct Finding: Equatable, CustomStringConvertible {
    let id: String
    let range: ByteRange?

    var description: String { "\(id) at \(range.map { "\($0.start)..<\($0.end)" } ?? "no place")" }
}

extension DiagnosticReport {
    var findings: [Finding] { sorted.map { Finding(id: $0.id, range: $0.range?.bytes) } }
    var ids: [String] { sorted.map(\.id) }
}

/// A page of the directory itself, and what was said of it.
func parsePage(_ bytes: [UInt8]) throws -> (page: Page, report: DiagnosticReport) {
    let tree = SourceTree(
        path: "Content/pages",
        contentPath: "pages",
        texts: [SourceFile(path: "Content/pages/a.md", name: "a.md", bytes: bytes)]
    )
    var report = DiagnosticReport()
    let listing = ListingParser(catalogue: Catalogue(path: "")).parseDirectoryPages(tree, reporting: &report)
    return (try #require(listing.pages.first), report)
}

/// A catalogue, and what was said of it.
func parseCatalogue(_ bytes: [UInt8]) -> (catalogue: Catalogue?, report: DiagnosticReport) {
    var report = DiagnosticReport()
    let file = SourceFile(path: "Content/platform.json", name: "platform.json", bytes: bytes)
    let catalogue = SiteParser.parseCatalogue(file, reporting: &report)
    return (catalogue, report)
}
