import Diagnostics
import FileSystem
import Foundation
import SiteBuilder
import TestSupport
import Testing

struct PublishingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private var output: URL { folder.url.appending(path: "Output") }

    private func snapshot() throws -> FolderSnapshot { try FolderSnapshot(output) }

    private var hasStagingFolder: Bool {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.contains("candor-staging") }
        }
    }

    @Test func `a first build makes the whole site and leaves nothing beside it`() async throws {
        let outcome = try await build(in: folder)
        #expect(outcome.report.isEmpty, "\(outcome.report.diagnostics)")
        #expect(outcome.isPublished)
        let site = try snapshot()
        #expect(site.names.contains("integrations/acme/index.html"))
        #expect(site.names.contains { $0.hasPrefix("integrations/acme/media/points.") })
        #expect(site.names.contains("404.html"))
        #expect(try !hasStagingFolder)
        // The record names every file but itself.
        #expect(
            Set(site.text(".candor-files").split(separator: "\n").map(String.init))
                == Set(site.names).subtracting([".candor-files"])
        )
    }

    @Test(arguments: ["notes.txt", "integrations/acme/notes.txt", ".hidden"])
    func `a file that Candor did not make is named, and nothing is touched`(name: String) async throws {
        _ = try await build(in: folder)
        try folder.write("mine", to: "Output/\(name)")
        let before = try snapshot()
        let outcome = try await build(in: folder)
        #expect(outcome.report.sorted.map(\.id) == ["output-foreign-file"])
        #expect(outcome.report.diagnostics.first?.message.contains("Output/\(name)'") == true)
        #expect(!outcome.isPublished)
        #expect(try snapshot() == before)
        #expect(try !hasStagingFolder)
    }

    @Test func `of a folder that is full of other files only the first are named`() async throws {
        for number in 0..<200 { try folder.write("mine", to: "Output/\(number % 7)/\(number).txt") }
        let report = try await build(in: folder).report
        #expect(Set(report.sorted.map(\.id)) == ["output-foreign-file"])
        #expect(report.errorCount == 21)
    }

    @Test(arguments: ["Content/pages/out", "Content/integrations/acme/media/out/deep", "Content/../Content/pages/x"])
    func `a site among the content is refused, since the next build would read it`(place: String) async throws {
        let outcome = try await build(in: folder) { $0.output = "\(folder.path)/\(place)" }
        #expect(outcome.report.sorted.map(\.id) == ["output-inside-content"])
        #expect(!outcome.isPublished)
        #expect(!folder.has(place))
    }

    @Test func `a site beside the integrations does no harm`() async throws {
        let change = { (options: inout SiteOptions) in options.output = "\(options.content)/Output" }
        #expect(try await build(in: folder, change).isPublished)
        #expect(try await build(in: folder, change).isPublished)
    }

    @Test func `the mark that keeps an empty folder in a repository stays`() async throws {
        try folder.write("", to: "Output/.gitkeep")
        #expect(try await build(in: folder).isPublished)
        #expect(try await build(in: folder).isPublished)
        #expect(folder.has("Output/.gitkeep"))
    }

    @Test func `a file where the output folder should be is an error`() async throws {
        try folder.write("mine", to: "Output")
        let outcome = try await build(in: folder)
        #expect(outcome.report.sorted.map(\.id) == ["output-not-a-folder"])
        #expect(try folder.text("Output") == "mine")
    }

    @Test func `what has not changed is not written again`() async throws {
        _ = try await build(in: folder)
        let first = try snapshot()
        try folder.replace("Press **Connect**", with: "Choose **Connect**", in: "Content/integrations/acme/setup.md")
        #expect(try await build(in: folder).isPublished)
        let second = try snapshot()
        // The words of the search are others now, and what holds them is named by its content.
        let words = { (name: String) in ["/t", "/w", ".js"].contains { name.hasPrefix("data/search\($0)") } }
        #expect(first.names.filter { !words($0) } == second.names.filter { !words($0) })
        let rewritten = first.names.filter { first.files[$0]?.inode != second.files[$0]?.inode && !words($0) }
        let pages = Set(rewritten).subtracting([".candor-files"])
        #expect(pages == ["integrations/acme/setup/index.html", "integrations/acme/setup/index.md"])
    }

    @Test func `one thread and four threads make the same bytes, and so do two runs`() async throws {
        try ContentBuilder(listingCount: 24).write(to: folder)
        let sites = try await [1, 4, 4].enumerated().asyncMap { number, threads in
            let outcome = try await build(in: folder) {
                $0.output = folder.path(of: "Output-\(number)")
                $0.threadCount = threads
            }
            #expect(outcome.isPublished)
            return try FolderSnapshot(folder.url.appending(path: "Output-\(number)")).content
        }
        #expect(sites[0].count > 70)
        #expect(sites[0] == sites[1])
        #expect(sites[1] == sites[2])
    }

    @Test func `diagnostics have one order, whatever the number of threads`() async throws {
        var content = ContentBuilder(listingCount: 24)
        for index in content.listings.indices { content.listings[index].scopes[0].reason = nil }
        try content.write(to: folder)
        let one = try await build(in: folder) { $0.threadCount = 1 }.report.sorted
        let four = try await build(in: folder) { $0.threadCount = 4 }.report.sorted
        #expect(one.count == 24)
        #expect(one == four)
    }

    @Test func `an error leaves the old site as it is, times and all`() async throws {
        _ = try await build(in: folder)
        let before = try snapshot()
        try folder.replace("](scope:users:read)", with: "](scope:users:raed)", in: "Content/integrations/acme/index.md")
        let outcome = try await build(in: folder)
        #expect(outcome.report.hasErrors)
        #expect(!outcome.isPublished)
        #expect(outcome.pageCount == 0)
        #expect(try snapshot() == before)
        #expect(try !hasStagingFolder)
    }

    @Test func `a page that is gone from the content is gone from the site`() async throws {
        var content = ContentBuilder(listingCount: 2)
        try content.write(to: folder)
        _ = try await build(in: folder)
        try FileManager.default.removeItem(atPath: folder.path(of: "Content/integrations/listing-1"))
        content.listings.removeLast()
        #expect(try await build(in: folder).isPublished)
        #expect(!folder.has("Output/integrations/listing-1/index.html"))
        #expect(!(try folder.text("Output/index.html")).contains("Listing 1"))
    }

    @Test func `a staging folder that a killed build left is taken over`() async throws {
        try folder.write("half a page", to: ".Output.candor-staging/integrations/gone/index.html")
        #expect(try await build(in: folder).isPublished)
        #expect(!folder.has("Output/integrations/gone/index.html"))
        #expect(try !hasStagingFolder)
    }

    @Test func `a staging folder that another build holds is left alone`() async throws {
        try folder.write("half a page", to: ".Output.candor-staging/index.html")
        let lock = try FolderLock(folder.path(of: ".Output.candor-staging"))
        await #expect(throws: FileSystemError.self) { try await build(in: folder) }
        #expect(try folder.text(".Output.candor-staging/index.html") == "half a page")
        _ = consume lock
        #expect(try await build(in: folder).isPublished)
    }

    @Test func `an output folder that is a link stays one`() async throws {
        try FileManager.default.createDirectory(atPath: folder.path(of: "elsewhere"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: output.path, withDestinationPath: "elsewhere")
        #expect(try await build(in: folder).isPublished)
        #expect(try await build(in: folder).isPublished)
        #expect(FileStatus.of(output.path)?.kind == .symbolicLink)
        #expect(folder.has("elsewhere/index.html"))
    }

    @Test func `warnings stop a strict build and no other`() async throws {
        try folder.write("x", to: "Content/integrations/acme/notes.txt")
        let strict = try await build(in: folder) { $0.isStrict = true }
        #expect(!strict.isPublished)
        #expect(strict.report.sorted.map(\.severity) == [.error])
        #expect(!FileManager.default.fileExists(atPath: output.path))
        let plain = try await build(in: folder)
        #expect(plain.isPublished)
        #expect(plain.report.sorted.map(\.severity) == [.warning])
    }

    @Test func `a warning on the way to the listings stops a strict build as well`() async throws {
        try folder.write("x", to: "Content/integrations/stray.txt")
        let outcome = try await build(in: folder) { $0.isStrict = true }
        #expect(outcome.report.hasErrors)
        #expect(!outcome.isPublished)
    }

    @Test func `a check writes nothing`() async throws {
        let before = try FolderSnapshot(folder.url)
        _ = try await SiteBuild(options(in: folder), goal: .check).run()
        #expect(try FolderSnapshot(folder.url) == before)
    }
}
