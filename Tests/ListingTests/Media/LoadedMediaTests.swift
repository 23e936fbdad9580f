import Diagnostics
import Listing
import TestSupport
import Testing

/// What the loader says of media that stand on the disk.
struct LoadedMediaTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func load() throws -> (tree: SourceTree, report: DiagnosticReport) {
        var report = DiagnosticReport()
        let loader = try ContentLoader(path: folder.path(of: "Content"))
        return (try loader.loadIntegration("acme", reporting: &report), report)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try folder.write(bytes, to: "Content/integrations/acme/media/\(name)")
    }

    @Test func `files of the disk are read as those in memory`() throws {
        try write(MediaBytes.mp4(milliseconds: 40_500), to: "a.mp4")
        let assets = try load().tree.assets
        let asset = try #require(assets.first { $0.name == "media/a.mp4" })
        #expect(asset.facts == facts(of: MediaBytes.mp4(milliseconds: 40_500)))
    }

    @Test func `files with the same bytes have the same hash, be they small or large`() throws {
        let large = MediaBytes.film("isom", MediaBytes.box("free", [UInt8](repeating: 7, count: 200_000)))
        try write(MediaBytes.png(8, 9), to: "a.png")
        try write(MediaBytes.png(8, 9), to: "b.png")
        try write(MediaBytes.png(9, 8), to: "c.png")
        try write(large, to: "a.mp4")
        try write(large, to: "b.mp4")
        try write(large.dropLast() + [8], to: "c.mp4")
        let hashes = try load().tree.assets.reduce(into: [:]) { $0[$1.name] = $1.contentHash }
        for ending in ["png", "mp4"] {
            #expect(hashes["media/a.\(ending)"] != nil)
            #expect(hashes["media/a.\(ending)"] == hashes["media/b.\(ending)"])
            #expect(hashes["media/a.\(ending)"] != hashes["media/c.\(ending)"])
        }
    }

    @Test func `a large file whose length no other has is not read for a hash`() throws {
        try write(MediaBytes.film("isom", MediaBytes.box("free", [UInt8](repeating: 7, count: 200_000))), to: "a.mp4")
        #expect(try load().tree.assets.first { $0.name == "media/a.mp4" }?.contentHash == nil)
    }

    @Test func `captions are text and media at once`() throws {
        try write(Array("WEBVTT\n".utf8), to: "a.vtt")
        let (tree, report) = try load()
        #expect(report.isEmpty)
        #expect(tree.captions.map(\.name) == ["media/a.vtt"])
        #expect(tree.assets.contains { $0.name == "media/a.vtt" })
    }

    @Test func `captions that are no UTF-8 are reported at the first byte that is none`() throws {
        try write(Array("WEBVTT\n\n".utf8) + [0xE4], to: "a.vtt")
        let report = try load().report
        #expect(report.findings == [Finding(id: "text-not-utf8", range: ByteRange(8, 9))])
    }

    @Test func `a transcript of nothing but spaces or a word or two says nothing`() throws {
        try write([], to: "a.txt")
        try write(Array(" \r\n\t".utf8), to: "b.txt")
        try write(Array(" TBD".utf8), to: "c.txt")
        try write(Array("Go to Settings".utf8), to: "d.txt")
        let blank = try load().tree.assets.filter { $0.facts?.isWordless == true }.map(\.name)
        #expect(blank == ["media/a.txt", "media/b.txt", "media/c.txt"])
    }
}
