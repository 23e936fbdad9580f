import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A directory with more categories than a page can name.
struct ManyCategoriesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Each listing in a category of its own, and all in one more.
    private static func content(count: Int) -> ContentBuilder {
        var content = ContentBuilder(listingCount: count)
        for number in content.listings.indices {
            let manifest = content.listings[number].manifest
                .replacing("\"categories\": [\"Loyalty\"]", with: "\"categories\": [\"Loyalty\", \"Kind \(number)\"]")
            content.listings[number].files["integration.json"] = Array(manifest.utf8)
        }
        return content
    }

    private func site(_ content: ContentBuilder) async throws -> FolderSnapshot {
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted.prefix(5))")
        return try FolderSnapshot(folder.url.appending(path: "Output"))
    }

    /// The categories that a page names above its cards, and which of them is its own.
    private func chips(of page: String, in site: FolderSnapshot) throws -> (count: Int, current: [String]) {
        let text = site.text(page)
        let start = try #require(text.firstRange(of: "<nav class=\"chips\"")?.upperBound)
        let end = try #require(text[start...].firstRange(of: "</nav>")?.lowerBound)
        // The first leads to all integrations.
        let links = HTMLScan(String(text[start..<end])).tags.filter { $0.name == "a" }.dropFirst()
        let current = links.filter { $0.attributes["aria-current"] != nil }
        return (links.count, current.compactMap { $0.attributes["href"] })
    }

    @Test func `the front page names all categories, any other the largest and its own`() async throws {
        let site = try await site(Self.content(count: 70))
        let home = HTMLScan(site.text("index.html")).tags.compactMap { $0.attributes["href"] }
        let named = Set(home.filter { $0.hasPrefix("categories/") })
        #expect(named.count == 71)
        #expect(site.text("index.md").split(separator: "\n").filter { $0.contains("](categories/") }.count == 71)
        for kind in ["kind-0", "kind-69", "loyalty"] {
            let chips = try chips(of: "categories/\(kind)/index.html", in: site)
            // The categories with one integration are named in order, as far as there is room.
            #expect(chips.count == (kind == "kind-69" ? 51 : 50), "\(kind): \(chips)")
            #expect(chips.current.count == 1, "\(chips)")
            #expect(chips.current.allSatisfy { $0.hasSuffix("categories/\(kind)/index.html") }, "\(chips)")
        }
        #expect(site.names.contains("categories/kind-69/index.html"))
    }

    @Test func `a few categories are named everywhere`() async throws {
        let site = try await site(Self.content(count: 3))
        for kind in ["kind-0", "loyalty"] {
            #expect(try chips(of: "categories/\(kind)/index.html", in: site).count == 4)
        }
    }

    @Test func `a listing in more than fifty categories is told at the first that is too many`() async throws {
        var content = ContentBuilder()
        let names = (0..<60).map { "\"Kind \($0)\"" }.joined(separator: ", ")
        content.listings[0].files["integration.json"] = Array(
            content.listings[0].manifest.replacing("[\"Loyalty\"]", with: "[\(names)]").utf8
        )
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(!outcome.isPublished)
        let found = outcome.report.diagnostics.filter { $0.id == "manifest-value-invalid" }
        #expect(found.map(\.message) == ["\"categories\" has 60 items, and 50 are the most"])
    }
}
