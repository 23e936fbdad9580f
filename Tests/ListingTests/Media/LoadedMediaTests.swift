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

    @Test func `only files of the same length are compared`() throws {
        try write(MediaBytes.png(8, 9), to: "a.png")
        try write(MediaBytes.png(8, 9), to: "b.png")
        try write(MediaBytes.png(9, 8), to: "c.png")
        let hashes = try Dictionary(uniqueKeysWithValues: load().tree.assets.map { ($0.name, $0.contentHash) })
        #expect(hashes["media/points.png"] == .some(nil))
        #expect(hashes["media/a.png"] == hashes["media/b.png"])
        #expect(hashes["media/a.png"] != hashes["media/c.png"])
        #expect(hashes["media/c.png"] != .some(nil))
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

    @Test func `a transcript of nothing but spaces is blank`() throws {
        try write([], to: "a.txt")
        try write(Array(" \r\n\t".utf8), to: "b.txt")
        try write(Array(" a".utf8), to: "c.txt")
        let blank = try load().tree.assets.filter { $0.facts?.isBlank == true }.map(\.name)
        #expect(blank == ["media/a.txt", "media/b.txt"])
    }
}
