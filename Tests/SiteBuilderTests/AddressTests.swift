import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

struct AddressTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func links(of page: String) throws -> [String] {
        HTMLScan(try folder.text("Output/\(page)")).tags.flatMap { tag in
            ["href", "src"].compactMap { tag.attributes[$0] }
        }
        .filter { !$0.contains("://") && !$0.hasPrefix("#") && !$0.hasPrefix("mailto:") }
    }

    @Test func `the page for missing addresses has links that hold at any depth`() async throws {
        try ContentBuilder().write(to: folder)
        #expect(try await build(in: folder).isPublished)
        let links = try links(of: "404.html")
        #expect(links.count > 3)
        #expect(links.filter { !$0.hasPrefix("/base/") } == [])
        for link in links { #expect(folder.has("Output/\(link.dropFirst("/base/".count))"), "\(link)") }
    }

    @Test func `an address given with the command wins over that of the site`() async throws {
        try ContentBuilder().write(to: folder)
        #expect(try await build(in: folder) { $0.baseURL = "https://preview.example/deep/er/" }.isPublished)
        #expect(try links(of: "404.html").allSatisfy { $0.hasPrefix("/deep/er/") })
        let sitemap = try folder.text("Output/sitemap.xml")
        #expect(sitemap.contains("<loc>https://preview.example/deep/er/integrations/acme/</loc>"))
        #expect(!sitemap.contains("directory.example"))
    }

    @Test func `every other page has links that hold under any base path`() async throws {
        try ContentBuilder().write(to: folder)
        #expect(try await build(in: folder).isPublished)
        for page in try FolderSnapshot(folder.url.appending(path: "Output")).names
        where page.hasSuffix(".html") && page != "404.html" {
            #expect(try links(of: page).filter { $0.hasPrefix("/") } == [], "\(page)")
        }
    }

    @Test func `categories that would share an address are an error of the content`() async throws {
        var content = ContentBuilder(listingCount: 2)
        content.files["integrations/listing-1/integration.json"] =
            Array(content.listings[1].manifest.replacing("\"Loyalty\"", with: "\"loyalty!\"").utf8)
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.report.sorted.map(\.id) == ["category-ambiguous"])
    }

    @Test(arguments: ["setup/index.html", "media/evil.HTML", "media/notes.md", "media/run.js", "media/none"])
    func `what a browser would run as a page of the site is never published`(name: String) async throws {
        var content = ContentBuilder()
        content.files["integrations/acme/\(name)"] = Array("mine".utf8)
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.report.sorted.map(\.id) == ["file-type-not-allowed"])
        #expect(outcome.report.diagnostics.first?.range?.path.hasSuffix(name) == true)
    }

    @Test(arguments: ["index.html.md", "index.md.md", "listing.json.md", "Index.MD.md"])
    func `a page whose folder would stand where a file of the site does is an error of the content`(
        name: String
    ) async throws {
        var content = ContentBuilder()
        content.files["integrations/acme/\(name)"] = Array("---\ntitle: Odd\n---\n\nOdd.\n".utf8)
        try content.write(to: folder)
        #expect(try await build(in: folder).report.sorted.map(\.id) == ["file-name-invalid"])
    }

    @Test func `scopes whose names differ in marks alone have pages of their own`() async throws {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            "\"scopes\": [\n",
            with: "\"scopes\": [\n"
                + #"{"id": "users.read", "title": "T", "description": "D", "kind": "scope"},"# + "\n"
                + #"{"id": "***", "title": "T", "description": "D", "kind": "scope"},"# + "\n"
        )
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let pages = try FolderSnapshot(folder.url.appending(path: "Output")).names.filter {
            $0.hasPrefix("scopes/") && $0.hasSuffix("index.html")
        }
        #expect(pages.count == 6)
    }

    @Test func `names with spaces, percent signs and letters of other scripts are published and linked`() async throws {
        var content = ContentBuilder()
        content.listings[0].overview += "\n[A sheet](media/über%20100%25.txt)\n"
        content.files["integrations/acme/media/über 100%.txt"] = Array("x".utf8)
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let file = try #require(
            try FolderSnapshot(folder.url.appending(path: "Output")).names.first { $0.contains("media/über 100%.") }
        )
        #expect(file.hasSuffix(".txt"))
        #expect(
            try links(of: "integrations/acme/index.html").contains { link in
                link.removingPercentEncoding?.hasSuffix(file) == true
            }
        )
    }

    @Test func `a file that pages link to by hand is found, from its own listing, from another and in full`()
        async throws
    {
        var content = ContentBuilder(listingCount: 2)
        content.listings[0].files["media/sheet.csv"] = Array("a;b\n".utf8)
        content.listings[0].overview +=
            "\n[A sheet](media/sheet.csv), [in full](https://directory.example/base/integrations/listing-0/media/sheet.csv)\n"
        content.listings[1].overview += "\n[Of another](../listing-0/media/sheet.csv)\n"
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let own = try #require(
            try FolderSnapshot(folder.url.appending(path: "Output")).names.first { $0.contains("media/sheet.") }
        )
        #expect(own.wholeMatch(of: /files\/integrations\/listing-0\/media\/sheet\.csv/) != nil)
        let published = try #require(
            try FolderSnapshot(folder.url.appending(path: "Output")).names.first {
                $0.hasPrefix("integrations/listing-0/media/sheet.")
            }
        )
        #expect(try links(of: "integrations/listing-0/index.html").filter { $0.hasSuffix(published) }.count == 2)
        #expect(try links(of: "integrations/listing-1/index.html").contains { $0.hasSuffix(own) })
        #expect(try folder.text("Output/\(own)") == "a;b\n")
        let site = try await LiveSite(options(in: folder))
        _ = try await site.update(.all)
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `what authors write cannot leave its place in the page`() async throws {
        var content = ContentBuilder()
        let attack = "<script>alert(1)</script>\\\" onload=alert(1)"
        content.listings[0].name = attack
        content.listings[0].features[0].title = attack
        content.listings[0].scopes[0].reason = attack
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        for page in site.names where page.hasSuffix(".html") {
            let scan = HTMLScan(site.text(page))
            #expect(!site.text(page).contains("<script>alert"), "\(page)")
            #expect(!scan.tags.contains { $0.attributes.keys.contains("onload") }, "\(page)")
        }
    }
}
