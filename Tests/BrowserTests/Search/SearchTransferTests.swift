import Foundation
import TestSupport
import Testing

/// What a reader waits for until the first result is there, in a directory of ten thousand listings.
///
/// Fewer are made, since only one file grows with their number, which a test holds.
@Suite(.timeLimit(.minutes(15)), .serialized)
struct SearchTransferTests {
    /// Of all that a first search loads when the browser has nothing yet; kilobytes are thousands of bytes.
    private static let mostBytes = 150_000

    /// One to three words come to 30 to 62 KB, 63 to 131 KB before gzip, and a sentence of eight to 113 KB.
    @Test(arguments: SearchQuery.allCases)
    func `a first result costs little`(query: SearchQuery) async throws {
        let index = try await LargeIndex.shared.value
        var script = try SearchScript(index.files)
        let sizes = try index.sentSizes(of: try script.filesAsked(for: query.text))
        let list = sizes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
        #expect(index.sizeInDirectoryOfTenThousand(sizes) < Self.mostBytes, "\(list)")
        #expect(script.resultCount > 0 || query == .nothing, "a search that finds nothing costs less than others")
    }

    /// What is loaded for every search is the only file that grows with the directory.
    @Test func `the other files of a search are no larger in a large directory than in a small one`() async throws {
        let large = try await LargeIndex.shared.value
        let small = try await LargeIndex(listingCount: 500)
        for index in [large, small] {
            let parts = index.files.filter { $0.key != "data/search.js" }
            #expect(parts.values.allSatisfy { $0.count < 24_000 }, "\(index.listingCount) listings")
        }
        #expect(large.files.count > small.files.count * 3)
        let size = try large.sentSizes(of: ["data/search.js"]).values.reduce(0, +)
        #expect(size < large.listingCount * 3)
    }

    /// The letters of a word, one after the other, as they are typed.
    @Test func `all results on the way to a word cost little`() async throws {
        let index = try await LargeIndex.shared.value
        var script = try SearchScript(index.files)
        let word = SearchSample.word(1_234)
        var asked: Set<String> = []
        for length in 1...word.count { asked.formUnion(try script.filesAsked(for: String(word.prefix(length)))) }
        #expect(index.sizeInDirectoryOfTenThousand(try index.sentSizes(of: asked)) < Self.mostBytes)
    }
}

/// The same with the script that the theme has, in a browser.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct SearchScriptTests {
    @Test func `the script asks for these files and no others`() async throws {
        let index = try await LargeIndex.shared.value
        let site = try TemporaryFolder()
        for (path, bytes) in index.files { try site.write(bytes, to: path) }
        for script in ["05-texts.js", "40-search.js"] {
            try site.write(try PackageFolder.text("Themes/default/assets/\(script)"), to: "assets/\(script)")
        }
        try site.write(Self.page, to: "index.html")
        let browser = try Chromium()
        defer { browser.close() }
        var slowest = 0.0
        for query in SearchQuery.allCases {
            let tab = try await browser.open(site.url.appending(path: "index.html").absoluteString)
            slowest = max(slowest, try await timeOfFirstResult(of: query, in: tab))
            var script = try SearchScript(index.files)
            let expected = try script.filesAsked(for: query.text)
            let asked = Set(
                tab.requests.filter { $0.contains("/data/") }.map { $0.replacing(/^.*\/data\//, with: "data/") }
            )
            #expect(asked == expected, "\(query): \(asked.symmetricDifference(expected).sorted())")
            let shown = try await tab.value("document.querySelectorAll('[role=option]').length")
            #expect(shown == "\(min(script.resultCount, 10))", "\(query)")
            #expect(tab.complaints == [], "\(query)")
        }
        print("The first result among \(index.listingCount) listings took at most \(slowest) ms.")
    }

    private static let page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
        <script src="assets/05-texts.js"></script><script src="assets/40-search.js"></script></head>
        <body><a href="#" data-search>Search</a></body></html>
        """

    /// In milliseconds, from the words in the field to the results on the page.
    private func timeOfFirstResult(of query: SearchQuery, in tab: Tab) async throws -> Double {
        try await tab.press("/")
        try await tab.wait(until: "document.querySelector('dialog[open] input') !== null", seconds: 10)
        _ = try await tab.value(
            """
            (() => {
              const [input, status] = ['input', '[role=status]'].map((name) => document.querySelector(`dialog ${name}`));
              let start;
              input.addEventListener('input', () => { start = performance.now(); }, { capture: true });
              new MutationObserver(() => { window.time = performance.now() - start; }).observe(status, { childList: true });
            })()
            """
        )
        _ = try await tab.call("Input.insertText", ["text": query.text])
        try await tab.wait(until: "window.time !== undefined", seconds: 10)
        return Double(try await tab.value("window.time.toFixed(1)")) ?? 0
    }
}
