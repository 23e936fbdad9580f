import Diagnostics
import Foundation
import Listing
import TestSupport
import Testing

@testable import SiteBuilder

/// The index as its files tell it, read as the browser reads it.
private struct ReadIndex {
    struct Posting: Hashable {
        let owner: Int
        let page: Int
        let weight: Int
        let section: Int
    }

    private(set) var terms: [String: [Posting]] = [:]
    private(set) var words: [String] = []
    private(set) var entries: [[Any]] = []
    let index: [String: Any]
    let chunkLengths: [Int]

    init(_ files: [String: [UInt8]]) throws {
        let data = try files.filter { $0.key.hasPrefix("data/search") }
            .mapValues { try JSONSerialization.jsonObject(with: Self.json($0), options: .fragmentsAllowed) }
        index = try #require(data["data/search.js"] as? [String: Any])
        chunkLengths = data.keys.filter { $0 != "data/search.js" }.map { files[$0]?.count ?? 0 }
        for (kind, number) in [("t", 0), ("w", 1)] {
            let parts = try #require(index[kind] as? [String: Any])
            let hashes = try #require(parts["hashes"] as? String)
            let firsts = try #require(parts["firsts"] as? [String])
            for chunk in firsts.indices {
                let text = try #require(data[Self.path(kind, chunk, hashes)] as? String)
                let lines = try Self.lines(text)
                #expect(lines.first?.key == firsts[chunk])
                for line in lines {
                    if number == 0 { terms[line.key] = Self.postings(line.data) } else { words.append(line.key) }
                }
            }
        }
        let hashes = try #require(index["d"] as? String)
        for chunk in 0..<hashes.count / 8 {
            let part = try #require(data[Self.path("d", chunk, hashes)] as? [[Any]])
            entries += part
        }
    }

    private static func json(_ bytes: [UInt8]) throws -> Data {
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.hasPrefix("candorData(") && text.hasSuffix(")\n"))
        return Data(text.dropFirst("candorData(".count).dropLast(2).utf8)
    }

    private static func path(_ kind: String, _ number: Int, _ hashes: String) -> String {
        "data/search/\(kind)\(number).\(hashes.dropFirst(number * 8).prefix(8)).js"
    }

    private static func lines(_ text: String) throws -> [(key: String, data: String)] {
        var key: [UInt16] = []
        return try text.split(separator: "\n").map { line in
            let shared = try #require(Int(line.prefix(1), radix: 36))
            let parts = line.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
            key = Array(key.prefix(shared)) + Array(parts[0].utf16)
            return (String(decoding: key, as: UTF16.self), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    private static func postings(_ text: String) -> [Posting] {
        let all = IndexNumbers.of(text)
        var owner = 0
        return stride(from: 0, to: all.count, by: 3).map { at in
            owner += all[at]
            return Posting(owner: owner, page: all[at + 1] >> 2, weight: all[at + 1] & 3, section: all[at + 2])
        }
    }

    /// `Acme Loyalty > Set-up > Connect`.
    func place(_ posting: Posting) -> String {
        let entry = entries[posting.owner]
        guard let page = entry.dropFirst().dropFirst(posting.page).first as? [Any] else { return "" }
        let texts = page.compactMap { $0 as? String ?? "" }
        var parts = [entry[0] as? String ?? ""] + texts.prefix(2)
        if posting.section > 0 {
            let (title, anchor) = (texts[posting.section * 2], texts[posting.section * 2 + 1])
            parts += [title, anchor.isEmpty ? title.lowercased().replacing(" ", with: "-") : anchor]
        }
        return parts.joined(separator: " | ")
    }

    func places(_ term: String) -> [String] { (terms[term] ?? []).map(place) }
}

struct SearchIndexTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func builtFiles(_ content: ContentBuilder, threads: Int = 2) async throws -> [String: [UInt8]] {
        try content.write(to: folder)
        let outcome = try await build(in: folder) { $0.threadCount = threads }
        try #require(outcome.isPublished, "\(outcome.report.sorted)")
        return try FolderSnapshot(folder.url.appending(path: "Output")).files.mapValues { Array($0.bytes) }
    }

    private func index(_ content: ContentBuilder) async throws -> ReadIndex {
        try ReadIndex(try await builtFiles(content))
    }

    @Test func `a word leads to the heading under which it stands, and a title to the page`() async throws {
        let index = try await index(ContentBuilder())
        let setup = "Acme Loyalty | Set-up | integrations/acme/setup/index.html"
        #expect(index.places("press") == ["\(setup) | Connect | connect"])
        #expect(index.places("connect").contains("\(setup) | Connect | connect"))
        #expect(index.terms["set"]?.map(\.weight).max() == 3)
        #expect(index.places("balance").first?.hasSuffix("| Sync points | sync-points") == true)
        #expect(index.terms["acme"]?.first { $0.page == 0 }?.weight == 3)
        // The pages of the directory itself are found too.
        #expect(index.places("listing") == [" | Page reading | pages/reading/index.html"])
    }

    @Test func `a permission leads to the rows of those who ask for it and to its own page`() async throws {
        let index = try await index(ContentBuilder())
        let overview = "Acme Loyalty | Acme Loyalty | integrations/acme/index.html"
        #expect(
            index.places("users:read") == [
                "\(overview) | users:read | scope-users-read",
                "Permissions | Read users – users:read | scopes/users-read/index.html",
            ]
        )
        #expect(index.terms["users:read"]?.map(\.weight) == [2, 3])
        #expect(
            index.places("users:write") == ["Permissions | Change users – users:write | scopes/users-write/index.html"]
        )
    }

    @Test func `a few letters lead to the best of what begins with them`() async throws {
        let index = try await index(ContentBuilder())
        #expect(index.places("ac*").first == "Acme Loyalty | Acme Loyalty | integrations/acme/index.html")
        #expect(index.terms["a*"] != nil && index.terms["acm*"] != nil && index.terms["acme*"] == nil)
    }

    @Test func `words stand by their first letter and length`() async throws {
        let index = try await index(ContentBuilder())
        #expect(index.words.contains("gHgarantie") == false)
        #expect(index.words.contains("bGbalance"))
        #expect(index.words == index.words.sorted { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) })
    }

    @Test func `code is not searched, and whatever a title holds stays text`() async throws {
        var content = ContentBuilder()
        content.listings[0].files["notes.md"] = Array(
            """
            ---
            title: </script> & 'notes' \\ of "all" of them
            description: Some notes.
            ---

            ## A \\u2028 "heading"

            ```
            unspeakable
            ```

            \(String(repeating: "long", count: 30)) Ünïcödé 漢字 ΣΊΣΥΦΟΣ

            """.utf8
        )
        let index = try await index(content)
        #expect(index.terms["unspeakable"] == nil)
        #expect(index.terms["unicode"] != nil && index.terms["漢"] != nil && index.terms["字"] != nil)
        #expect(index.terms["σίσυφοσ"] != nil)
        #expect(index.terms.keys.allSatisfy { $0.utf8.count <= 64 })
        #expect(index.places("script").first?.contains("</script> & 'notes'") == true)
    }

    @Test func `the number of threads makes no difference`() async throws {
        var content = ContentBuilder(listingCount: 40)
        content.listings[7].name = "Ångström"
        let one = try await builtFiles(content, threads: 1)
        let other = try TemporaryFolder()
        try content.write(to: other)
        _ = try await build(in: other) { $0.threadCount = 8 }
        let several = try FolderSnapshot(other.url.appending(path: "Output")).files.mapValues { Array($0.bytes) }
        #expect(one.keys.sorted() == several.keys.sorted())
        #expect(one.filter { several[$0.key] != $0.value }.keys.sorted() == [])
    }
}

/// The parts of the index, without a site.
struct SearchTermsTests {
    private func extract(_ id: String, _ pages: [[String: SearchWeight]]) -> SearchExtract {
        var terms: [UInt8] = []
        var ends: [Int32] = []
        for page in pages {
            var words = PageTerms()
            for (word, weight) in page { words.read(word, weight, section: 0) }
            SearchExtract.append(words, to: &terms)
            ends.append(Int32(terms.count))
        }
        let entry = SearchEntry(id: id, json: Array("[\"\(id)\"]".utf8), pageCount: pages.count)
        return SearchExtract(entry: entry, terms: terms, pageEnds: ends)
    }

    private func files(_ extracts: [SearchExtract], order: [Int]) -> [String: [UInt8]] {
        let terms = SearchTerms()
        for position in order { terms.add(extracts[position], owner: position) }
        let owners = SearchOwners(scopes: [], extracts.map(\.entry), order: extracts.compactMap(\.entry.id))
        let parts = (0..<SearchTerms.shardCount).map { SearchShard($0, of: terms, owners) }
        return Dictionary(
            SearchIndex.files(parts, owners, dialog: [], pageHashes: []).map { ($0.address.path, $0.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test func `of many pages the best are kept, in whatever order they come`() throws {
        let count = SearchTerms.mostPostings * 3
        let extracts = (0..<count).map { number in
            extract("l\(number)", [["cobalt": number == count - 1 ? .title : number % 2 == 0 ? .heading : .text]])
        }
        let order = Array(0..<count)
        var generator = SeededGenerator(seed: 7)
        let forwards = files(extracts, order: order)
        #expect(forwards == files(extracts, order: order.reversed()))
        #expect(forwards == files(extracts, order: order.shuffled(using: &generator)))
        let kept = try #require(try ReadIndex(forwards).terms["cobalt"])
        #expect(kept.count == SearchTerms.mostPostings)
        #expect(kept.contains { $0.owner == count - 1 && $0.weight == 3 })
        #expect(kept.allSatisfy { $0.weight >= 2 })
    }

    @Test func `a word that most pages say is left out unless it is a title`() throws {
        let extracts = (0..<300).map { number in
            extract("l\(number)", [["the": .text, "sync": number == 5 ? .title : .text, "word\(number)": .text]])
        }
        let index = try ReadIndex(files(extracts, order: Array(0..<300)))
        #expect(index.index["common"] as? [String] == ["the"])
        #expect(index.terms["the"] == nil)
        #expect(index.terms["sync"]?.map(\.owner) == [5])
        #expect(index.terms["word17"]?.map(\.owner) == [17])
    }

    @Test func `chunks stay small however many words there are`() throws {
        var generator = SeededGenerator(seed: 11)
        let letters = Array("abcdefghijklmnopqrstuvwxyzéж")
        let extracts = (0..<200).map { number in
            let words = (0..<200).map { _ in
                (
                    String(
                        (0..<Int.random(in: 2...12, using: &generator)).map { _ in
                            letters.randomElement(using: &generator)!
                        }
                    ),
                    SearchWeight.text
                )
            }
            return extract("l\(number)", [Dictionary(words, uniquingKeysWith: { first, _ in first })])
        }
        let index = try ReadIndex(files(extracts, order: Array(0..<200)))
        #expect(index.terms.count > 20_000)
        #expect(index.chunkLengths.count > 20)
        // A line more than a chunk usually has, and what is escaped.
        #expect(index.chunkLengths.allSatisfy { $0 < DataChunks.usualLength + 2_500 })
        #expect(index.terms.keys.allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [0, 1, 27, 28, 29, 783, 784, 65_535, 1 << 30])
    func `a packed number is read back`(number: Int) {
        var bytes: [UInt8] = []
        bytes.appendPacked(number)
        bytes.appendPacked(3)
        #expect(IndexNumbers.of(String(decoding: bytes, as: UTF8.self)) == [number, 3])
        #expect(!bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 <= 0x20 })
    }

    @Test(arguments: [
        ("Zażółć GĘŚLĄ", ["zazołc", "gesla"]), ("e\u{301}tude café", ["etude", "cafe"]), ("x a 1 ß", ["ß"]),
        ("users:read don't", ["users", "read", "don"]), ("İstanbul ΛΌΓΟΣ Привет", ["istanbul", "λόγοσ", "привет"]),
        ("日本go", ["日", "本", "go"]), ("😀tea𝒳time", ["tea", "time"]), ("2×4", []),
    ])
    func `words are told apart and folded`(text: String, expected: [String]) {
        var terms = PageTerms()
        terms.read(text, .text, section: 0)
        let words = terms.terms.map { term in
            String(decoding: terms.text[Int(term.start)..<Int(term.start) + Int(term.length)], as: UTF8.self)
        }
        #expect(words == expected)
    }

    @Test func `the most prominent place of a word wins, and a repeated one counts more`() {
        var terms = PageTerms()
        terms.read("plan", .text, section: 1)
        terms.read("plan", .heading, section: 2)
        terms.read("plan other other other", .text, section: 3)
        #expect(terms.terms.map(\.weight) == [.heading, .repeatedText])
        #expect(terms.terms.map(\.section) == [2, 3])
        for number in 0..<3_000 { terms.read("word\(number)", .text, section: 0) }
        for number in 0..<3_000 { terms.read("word\(number)", .text, section: 0) }
        #expect(terms.terms.count == 3_002)
        terms.removeAll()
        #expect(terms.terms.isEmpty && terms.text.isEmpty)
    }
}
