import Foundation
import SiteBuilder
import TestSupport
import Testing

/// What a reader waits for until the first result is there, in a directory of ten thousand listings.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct SearchTransferTests {
    /// Of the whole first search, nothing of which the browser has yet.
    private static let mostBytes = 150_000

    @Test(arguments: SearchQuery.allCases)
    func `a first result costs little`(query: SearchQuery) async throws {
        let index = try await LargeIndex.shared.value
        var script = try SearchScript(index.files)
        let asked = try script.filesAsked(for: query.text)
        let sizes = try index.sentSizes(of: asked)
        let sent = sizes.values.reduce(0, +)
        print("TRANSFER \(query) '\(query.text)': \(asked.count) files, \(sent) bytes, raw \(asked.reduce(0) { $0 + (index.files[$1]?.count ?? 0) }), index \(sizes["data/search.js"] ?? 0)")
        #expect(sent < Self.mostBytes)
    }
}
