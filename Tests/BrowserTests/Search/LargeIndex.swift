import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// The index of a directory that is as large as they get, made by what makes it in a build.
struct LargeIndex: Sendable {
    /// By path from the root of the site.
    let files: [String: [UInt8]]
    let listingCount: Int

    /// That of a large directory, for all tests that ask something of it.
    static let shared = Task { try await LargeIndex(listingCount: 5_000) }

    init(listingCount: Int) async throws {
        let terms = SearchTerms()
        let entries = try await inParallel(Array(0..<listingCount), threads: 2) { number in
            let sample = SearchSample(number)
            let entry = SearchEntry(id: sample.id, json: sample.entry, pageCount: sample.pageEnds.count)
            terms.add(SearchExtract(entry: entry, terms: sample.terms, pageEnds: sample.pageEnds), owner: number)
            return entry
        }
        let owners = SearchOwners(scopes: [], entries, order: entries.compactMap(\.id))
        let parts = try await inParallel(Array(0..<SearchGathering.partCount), threads: 2) {
            SearchShard($0, of: terms, owners)
        }
        let pages = try await inParallel(Array(owners.fileNumbers), threads: 2) { owners.file($0) }
        let dialog = Array(try PackageFolder.text("Themes/default/templates/search-dialog.mustache").utf8)
        let others = SearchIndex.files(parts, owners, dialog: dialog, pageHashes: pages.flatMap(\.hash))
        files = Dictionary(
            (pages.map(\.page) + others).map { ($0.address.path, $0.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
        self.listingCount = listingCount
    }

    /// What files of these sizes come to where there are ten thousand listings: the list of all of them grows, and nothing
    /// else does.
    func sizeInDirectoryOfTenThousand(_ sizes: [String: Int]) -> Int {
        sizes.reduce(0) { $0 + ($1.key == "data/search.js" ? $1.value * 10_000 / listingCount : $1.value) }
    }

    /// How large each file is when a server sends it.
    func sentSizes(of paths: Set<String>) throws -> [String: Int] {
        let folder = try TemporaryFolder()
        for path in paths { try folder.write(files[path] ?? [], to: path) }
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "--recursive", folder.path]
        try gzip.run()
        gzip.waitUntilExit()
        return try paths.reduce(into: [:]) { sizes, path in
            sizes[path] = try Data(contentsOf: folder.url.appending(path: "\(path).gz")).count
        }
    }
}

/// What readers type, each kind once.
enum SearchQuery: String, CaseIterable, CustomTestStringConvertible {
    case commonWord, usualWord, rareWord, name, oneLetter, twoLetters, threeLetters, beginning, letterMissing
    case letterWrong, lettersSwapped, permission, twoWords, threeWords, sentence, nothing

    var text: String {
        switch self {
        case .commonWord: SearchSample.word(0)
        case .usualWord: SearchSample.word(60)
        case .rareWord: SearchSample.word(39_000)
        case .name: SearchSample(4_321).name
        case .oneLetter: "s"
        case .twoLetters: "ma"
        case .threeLetters: String(SearchSample.word(20).prefix(3))
        case .beginning: String(SearchSample.word(1_234).prefix(4))
        case .letterMissing: String(SearchSample.word(2_345).dropLast(3) + SearchSample.word(2_345).suffix(2))
        case .letterWrong: SearchSample.word(3_456).prefix(3) + "q" + SearchSample.word(3_456).dropFirst(4)
        case .lettersSwapped:
            String(SearchSample.word(4_567).prefix(2))
                + String(SearchSample.word(4_567).dropFirst(2).prefix(2).reversed())
                + SearchSample.word(4_567).dropFirst(4)
        case .permission: "users:write"
        case .twoWords: "\(SearchSample.word(7)) \(SearchSample.word(300))"
        case .threeWords: "\(SearchSample.word(9)) \(SearchSample.word(90)) \(SearchSample.word(900))"
        case .sentence: (0..<8).map { SearchSample.word($0 * $0 * 90 + 5) }.joined(separator: " ")
        case .nothing: "xqzzxwq"
        }
    }

    var testDescription: String { rawValue }
}
