import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A site that is kept in memory while its content changes.
struct LiveSiteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder(listingCount: 3).write(to: folder)
    }

    private func liveSite() async throws -> LiveSite {
        let site = try await LiveSite(options(in: folder))
        _ = try await site.update(.all)
        return site
    }

    private func text(_ path: String, of site: LiveSite) -> String? {
        guard case .page(let bytes, _)? = site.file(at: path) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func update(
        _ site: LiveSite,
        _ paths: String...,
        watching open: [String] = []
    ) async throws -> LiveUpdate {
        let changes = ContentChanges(
            paths.map(folder.path(of:)),
            content: folder.path(of: "Content"),
            themes: folder.path(of: "Themes")
        )
        return try await site.update(changes, watching: open)
    }

    @Test func `it holds what a build publishes, from the outlines on`() async throws {
        let site = try await LiveSite(options(in: folder))
        let first = try await builtPaths().asyncMap { path in (path, text(path, of: site)) }
        try await expectEqualToBuild(site, in: folder)
        _ = try await site.update(.all)
        try await expectEqualToBuild(site, in: folder)
        // Only the map of the site and the search wait until every page is known.
        for (path, text) in first where text != nil && path != "sitemap.xml" {
            #expect(self.text(path, of: site) == text)
        }
    }

    private func builtPaths() async throws -> [String] {
        _ = try await build(in: folder)
        return try FolderSnapshot(folder.url.appending(path: "Output")).names
    }

    @Test func `of the pages that are open only those with other bytes are named`() async throws {
        let site = try await liveSite()
        let open = [
            "index.html", "integrations/listing-0/index.html", "integrations/listing-0/setup/index.html",
            "integrations/listing-1/index.html",
        ]
        try folder.replace("Press **Connect**", with: "Push **Connect**", in: "Content/integrations/listing-0/setup.md")
        let first = try await update(site, "Content/integrations/listing-0/setup.md", watching: open)
        #expect(first.changedPages == ["integrations/listing-0/setup/index.html"])
        try folder.replace("Points in profiles", with: "Points!", in: "Content/integrations/listing-0/integration.json")
        let second = try await update(site, "Content/integrations/listing-0/integration.json", watching: open)
        #expect(second.changedPages == ["index.html", "integrations/listing-0/index.html"])
        #expect(try await update(site, "Content/integrations/listing-0/setup.md", watching: open).changedPages == [])
    }

    @Test func `while a listing has an error its last good pages stay`() async throws {
        let site = try await liveSite()
        let page = "integrations/listing-0/index.html"
        let good = try #require(text(page, of: site))
        try folder.replace("scope:users:read", with: "scope:users:raed", in: "Content/integrations/listing-0/index.md")
        let spoiled = try await update(site, "Content/integrations/listing-0/index.md", watching: [page])
        #expect(spoiled.report.hasErrors)
        #expect(spoiled.changedPages == [])
        #expect(text(page, of: site) == good)
        // A page that nobody has asked for before is there too.
        #expect(text("integrations/listing-0/setup/index.html", of: site) != nil)
        try folder.replace("scope:users:raed", with: "scope:users:read", in: "Content/integrations/listing-0/index.md")
        #expect(try await update(site, "Content/integrations/listing-0/index.md").report.isEmpty)
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `a listing that was never good is withheld, and the rest of the site is there`() async throws {
        try folder.write("{", to: "Content/integrations/listing-1/integration.json")
        let site = try await liveSite()
        guard case .withheld(let name)? = site.file(at: "integrations/listing-1/index.html") else {
            Issue.record("the page of a broken listing is shown")
            return
        }
        #expect(name == "listing-1")
        #expect(text("integrations/listing-0/index.html", of: site) != nil)
        #expect(text("index.html", of: site)?.contains("Listing 0") == true)
    }

    @Test func `a style that changes is named with its earlier address, and the pages stay`() async throws {
        try folder.write(#"{"name": "own", "extends": "default"}"#, to: "Themes/own/theme.json")
        try folder.write("body { color: red }", to: "Themes/own/assets/own.css")
        try folder.replace("\"en\"", with: "\"en\", \"theme\": \"own\"", in: "Content/site.json")
        let site = try await liveSite()
        let before = try #require(text("index.html", of: site))
        try folder.write("body { color: blue }", to: "Themes/own/assets/own.css")
        let update = try await update(site, "Themes/own/assets/own.css", watching: ["index.html"])
        #expect(update.changedPages == [])
        let sheet = try #require(update.restyled.first)
        #expect(before.contains(sheet.earlier))
        #expect(text("index.html", of: site)?.contains(sheet.now) == true)
        #expect(text(sheet.now, of: site)?.contains("blue") == true)
    }

    @Test(arguments: [
        ("Content/platform.json", "{"), ("Content/site.json", "{}"), ("Themes/own/templates/layout.mustache", "{{#x}}"),
    ])
    func `while the site, the catalogue or the theme is broken the last good ones stay`(file: String, text: String)
        async throws
    {
        try folder.write(#"{"name": "own", "extends": "default"}"#, to: "Themes/own/theme.json")
        try folder.replace("\"en\"", with: "\"en\", \"theme\": \"own\"", in: "Content/site.json")
        let site = try await liveSite()
        let pages = ["index.html", "404.html", "scopes/index.html", "integrations/listing-1/setup/index.html"]
        let good = pages.map { self.text($0, of: site) }
        #expect(good.allSatisfy { $0 != nil })
        let before = try? folder.text(file)
        try folder.write(text, to: file)
        #expect(try await update(site, file).report.hasErrors)
        #expect(pages.map { self.text($0, of: site) } == good)
        // What changes meanwhile is shown.
        try folder.replace("Press **Connect**", with: "Push **Connect**", in: "Content/integrations/listing-1/setup.md")
        _ = try await update(site, "Content/integrations/listing-1/setup.md")
        #expect(self.text(pages[3], of: site)?.contains("Push") == true)
        if let before {
            try folder.write(before, to: file)
        } else {
            try FileManager.default.removeItem(atPath: folder.path(of: file))
        }
        #expect(try await !update(site, file).report.hasErrors)
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `a file that becomes a link out of the content is not found any more`() async throws {
        let site = try await liveSite()
        let page = try #require(site.paths.first { $0.hasPrefix("integrations/listing-2/media/points.") })
        guard case .media(let file)? = site.file(at: page) else {
            Issue.record("the picture is not there")
            return
        }
        try folder.write("secret", to: "secret.png")
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder.path(of: "secret.png"))
        if case .some = site.file(at: page) { Issue.record("it is served") }
    }

    @Test func `what the site no longer has is not shown from memory`() async throws {
        let site = try await liveSite()
        #expect(text("sitemap.xml", of: site) != nil)
        try folder.replace("\"baseURL\": \"https://directory.example/base/\",", with: "", in: "Content/site.json")
        _ = try await update(site, "Content/site.json")
        #expect(text("sitemap.xml", of: site) == nil)
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `a picture that changes is named with its earlier address, and the pages stay`() async throws {
        let site = try await liveSite()
        let page = "integrations/listing-2/index.html"
        let before = try #require(text(page, of: site))
        // What follows the end of a picture is no part of it, so that its size stays.
        try folder.write(TinyPicture.png + [0], to: "Content/integrations/listing-2/media/points.png")
        let change = "Content/integrations/listing-2/media/points.png"
        let update = try await update(site, change, watching: [page, "index.html"])
        #expect(update.changedPages == [])
        let picture = try #require(update.refiled.first)
        #expect(update.refiled.count == 1)
        #expect(before.contains(picture.earlier))
        #expect(text(page, of: site)?.contains(picture.now) == true)
        #expect(picture.earlier != picture.now)
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `a file that nobody has seen is looked for under its address of now`() async throws {
        let site = try await liveSite()
        let address = try #require(site.paths.first { $0.hasPrefix("integrations/listing-0/media/points.") })
        try folder.write(TinyPicture.png + [1], to: "Content/integrations/listing-0/media/points.png")
        _ = try await update(site, "Content/integrations/listing-0/media/points.png")
        if case .some = site.file(at: address) { Issue.record("it is there under the address of other bytes") }
        try await expectEqualToBuild(site, in: folder)
    }

    @Test func `nothing but what the site publishes is found`() async throws {
        let site = try await liveSite()
        let strangers = [
            "", "/", "..", "../Content/site.json", "integrations", "integrations/", "integrations/listing-0",
            "integrations/listing-0/integration.json", "integrations/listing-0/../listing-1/index.html",
            "integrations/nobody/index.html", "pages/reading.md", "scopes", "scopes/nothing/index.html", "site.json",
            "categories//index.html", "integrations/listing-0/media", "page/2/index.html", "index.html/",
        ]
        for path in strangers {
            if case .some = site.file(at: path) { Issue.record("\(path) is found") }
        }
    }
}

/// Holds a live site against a build of the same content: the same problems, and without errors the same files.
func expectEqualToBuild(_ site: LiveSite, in folder: TemporaryFolder, _ step: String = "") async throws {
    let outcome = try await build(in: folder)
    if site.build > 0 { #expect(site.report.sorted == outcome.report.sorted, "\(step)") }
    guard outcome.isPublished else { return }
    let output = try FolderSnapshot(folder.url.appending(path: "Output"))
    let names = output.names.filter { !$0.hasPrefix(".") }
    if site.build > 0 { #expect(site.paths == names, "\(step)") }
    for name in names {
        switch site.file(at: name) {
        case .page(let bytes, _): if name != "sitemap.xml" || site.build > 0 { expect(bytes, output, name, step) }
        case .media(let path): expect(Array(try Data(contentsOf: URL(filePath: path))), output, name, step)
        case nil where site.build == 0 && name.hasPrefix("data/search"): break
        case .withheld, nil: Issue.record("\(name) is not there \(step)")
        }
    }
}

private func expect(_ bytes: [UInt8], _ output: FolderSnapshot, _ name: String, _ step: String) {
    guard output.files[name].map({ Array($0.bytes) }) != bytes else { return }
    Issue.record("\(name) has other bytes \(step)")
}

/// What a change makes the reader of a live site read again.
struct LiveSiteReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder(listingCount: 3).write(to: folder)
    }

    /// The listings that were read for the state after some changes.
    private func read(after paths: String...) async throws -> Set<ListingUnit.Subject> {
        let reader = LiveSiteReader(options(in: folder))
        let before = try await reader.snapshot(after: try await reader.outline(), .all)
        let changes = ContentChanges(
            paths.map(folder.path(of:)),
            content: folder.path(of: "Content"),
            themes: folder.path(of: "Themes")
        )
        let after = try await reader.snapshot(after: before, changes)
        return Set(after.listings.values.filter { $0.version == after.build }.map(\.subject))
    }

    @Test func `only a listing that changed is read and checked again`() async throws {
        #expect(try await read(after: "Content/integrations/listing-1/media/x.png") == [.integration("listing-1")])
        #expect(try await read(after: "Content/pages/reading.md") == [.directoryPages])
        #expect(try await read(after: "Themes/own/assets/own.css") == [])
        #expect(try await read(after: "elsewhere.md") == [])
    }

    @Test func `a change of what all have in common makes all be read again`() async throws {
        for file in ["site.json", "platform.json", "packs/own.json", ""] {
            #expect(try await read(after: "Content/\(file)").count == 4, "\(file)")
        }
    }
}
