import Diagnostics
import FileSystem
import Foundation
import Listing
import TestSupport
import Testing

/// What a person, an editor or an attacker can put into the content folder.
struct ContentLoaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private var content: String { folder.path(of: "Content") }

    /// The listing `acme`, and what was said when it was loaded.
    private func loadAcme() throws -> (tree: SourceTree, report: DiagnosticReport) {
        var report = DiagnosticReport()
        let tree = try ContentLoader(path: content).loadIntegration("acme", reporting: &report)
        return (tree, report)
    }

    private func integrationIDs() throws -> (ids: [String], report: DiagnosticReport) {
        var report = DiagnosticReport()
        let ids = try ContentLoader(path: content).integrationIDs(reporting: &report)
        return (ids, report)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(of: "Content/\(name)"),
            withDestinationPath: target
        )
    }

    private func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path(of: name), withIntermediateDirectories: true)
    }

    private func expect(_ report: DiagnosticReport, _ id: String, at name: String, _ bytes: ByteRange = ByteRange(0, 0))
    {
        #expect(report.ids == [id])
        #expect(
            report.diagnostics.first?.range == SourceRange(path: "\(content)/integrations/acme/\(name)", bytes: bytes)
        )
    }

    @Test func `a clean listing is taken in without a word`() throws {
        let (tree, report) = try loadAcme()
        #expect(report.isEmpty)
        #expect(tree.texts.map(\.name) == ["index.md", "integration.json", "setup.md"])
        #expect(tree.assets.map(\.name) == ["media/points.png"])
        #expect(tree.assets.first?.pixelSize?.width == 1)
    }

    @Test func `bytes that are no UTF-8 are reported at the first of them`() throws {
        try folder.write(Array("äb".utf8) + [0xC3, 0x28], to: "Content/integrations/acme/setup.md")
        try expect(loadAcme().report, "text-not-utf8", at: "setup.md", ByteRange(3, 4))
    }

    @Test(
        arguments: [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82]] as [[UInt8]]
    )
    func `surrogates, long forms and cut characters are no UTF-8`(bytes: [UInt8]) throws {
        try folder.write([0x61] + bytes, to: "Content/integrations/acme/setup.md")
        try expect(loadAcme().report, "text-not-utf8", at: "setup.md", ByteRange(1, 2))
    }

    @Test func `a NUL is reported at its place`() throws {
        try folder.write(Array("ab\0c".utf8), to: "Content/integrations/acme/setup.md")
        try expect(loadAcme().report, "text-has-nul", at: "setup.md", ByteRange(2, 3))
    }

    @Test func `a file of fifty megabytes is refused without being read`() throws {
        let file = folder.path(of: "Content/integrations/acme/setup.md")
        #expect(truncate(file, 50 << 20) == 0)
        let report = try loadAcme().report
        expect(report, "file-too-large", at: "setup.md")
        #expect(report.diagnostics.first?.message.contains("52428800") == true)
    }

    @Test func `an empty file is a text`() throws {
        try folder.write("", to: "Content/integrations/acme/setup.md")
        let (tree, report) = try loadAcme()
        #expect(report.isEmpty)
        #expect(tree.text(named: "setup.md")?.bytes == [])
    }

    @Test func `ten thousand nested quotes are a diagnostic`() throws {
        let page = "---\ntitle: Quotes\n---\n\n" + String(repeating: "> ", count: 10_000) + "deep\n"
        try folder.write(page, to: "Content/integrations/acme/setup.md")
        let (tree, loading) = try loadAcme()
        var report = DiagnosticReport()
        _ = ListingParser(catalogue: Catalogue(path: "")).parseIntegration(tree, reporting: &report)
        #expect(loading.isEmpty)
        #expect(report.ids == ["markdown-nested-too-deeply"])
    }

    @Test(arguments: ["media/out.png", "out.md", "media"])
    func `a link that leads out of the content folder is refused`(name: String) throws {
        try folder.write("secret", to: "outside/secret")
        if name == "media" { try FileManager.default.removeItem(atPath: "\(content)/integrations/acme/media") }
        try link("integrations/acme/\(name)", to: folder.path(of: name == "media" ? "outside" : "outside/secret"))
        let (tree, report) = try loadAcme()
        expect(report, "file-outside-content", at: name)
        #expect(!tree.texts.contains { $0.name == name } && !tree.assets.contains { $0.name.contains("secret") })
    }

    @Test(arguments: ["integrations", "pages"])
    func `a whole part of the content that lies elsewhere is refused`(part: String) throws {
        try FileManager.default.moveItem(atPath: "\(content)/\(part)", toPath: folder.path(of: "elsewhere"))
        try link(part, to: folder.path(of: "elsewhere"))
        var report = DiagnosticReport()
        let loader = try ContentLoader(path: content)
        let names =
            part == "pages"
            ? try loader.loadDirectoryPages(reporting: &report).texts.map(\.name)
            : try loader.integrationIDs(reporting: &report)
        #expect(report.ids == ["file-outside-content"])
        #expect(names == [])
    }

    @Test func `a folder whose name begins like the content folder is outside all the same`() throws {
        try folder.write("secret", to: "Content-secret/a.png")
        try link("integrations/acme/media/a.png", to: folder.path(of: "Content-secret/a.png"))
        try expect(loadAcme().report, "file-outside-content", at: "media/a.png")
    }

    @Test func `a link inside the content folder is followed`() throws {
        try link("integrations/acme/media/again.png", to: "points.png")
        try link("integrations/acme/more.md", to: "../../pages/reading.md")
        let (tree, report) = try loadAcme()
        #expect(report.isEmpty)
        #expect(tree.assets.map(\.name) == ["media/again.png", "media/points.png"])
        #expect(tree.text(named: "more.md") != nil)
    }

    @Test func `a link that leads nowhere is reported`() throws {
        try link("integrations/acme/gone.md", to: "nothing.md")
        try expect(loadAcme().report, "file-missing", at: "gone.md")
    }

    @Test func `links in a circle are reported`() throws {
        try link("integrations/acme/one.md", to: "two.md")
        try link("integrations/acme/two.md", to: "one.md")
        #expect(try loadAcme().report.ids == ["file-missing", "file-missing"])
    }

    @Test func `a link to the folder that holds it ends at the depth limit`() throws {
        try link("integrations/acme/media/loop", to: ".")
        let report = try loadAcme().report
        #expect(report.ids == ["file-unexpected"])
        #expect(report.hasErrors)
    }

    @Test(arguments: ["Acme", "acme_two", "acme.two", "-acme", "acme two", "ächme", String(repeating: "a", count: 65)])
    func `a folder whose name can be no id is reported`(name: String) throws {
        try makeFolder("Content/integrations/\(name)")
        let (ids, report) = try integrationIDs()
        #expect(ids == ["acme"])
        #expect(report.ids == ["integration-id-invalid"])
    }

    @Test func `of two names that differ in case only one can be an id`() throws {
        try makeFolder("Content/integrations/two")
        try makeFolder("Content/integrations/TWO")
        let (ids, report) = try integrationIDs()
        #expect(ids == ["acme", "two"])
        #expect(report.ids == ["integration-id-invalid"])
    }

    @Test(arguments: ["...", "..acme", ".hidden"])
    func `names that climb or hide are passed over`(name: String) throws {
        try makeFolder("Content/integrations/\(name)")
        let (ids, report) = try integrationIDs()
        #expect(ids == ["acme"])
        #expect(report.isEmpty)
    }

    @Test(arguments: ["index.md", "integration.json"])
    func `a folder where a file is expected is reported`(name: String) throws {
        try FileManager.default.removeItem(atPath: "\(content)/integrations/acme/\(name)")
        try makeFolder("Content/integrations/acme/\(name)")
        try expect(loadAcme().report, "file-not-regular", at: name)
    }

    @Test func `a folder in place of a file at the root is reported`() throws {
        try FileManager.default.removeItem(atPath: "\(content)/site.json")
        try makeFolder("Content/site.json")
        var report = DiagnosticReport()
        let file = try ContentLoader(path: content).loadRootFile("site.json", reporting: &report)
        #expect(file == nil)
        #expect(report.ids == ["file-not-regular"])
    }

    @Test(arguments: ["index.md", "media/pipe.png"])
    func `a pipe makes nobody wait`(name: String) throws {
        let path = "\(content)/integrations/acme/\(name)"
        try? FileManager.default.removeItem(atPath: path)
        #expect(mkfifo(path, 0o644) == 0)
        try expect(loadAcme().report, "file-not-regular", at: name)
    }

    @Test func `a pipe at the root makes nobody wait`() throws {
        try FileManager.default.removeItem(atPath: "\(content)/platform.json")
        #expect(mkfifo("\(content)/platform.json", 0o644) == 0)
        var report = DiagnosticReport()
        #expect(try ContentLoader(path: content).loadRootFile("platform.json", reporting: &report) == nil)
        #expect(report.ids == ["file-not-regular"])
    }

    @Test func `a page that may not be read is reported, and the others are taken in`() throws {
        let path = "\(content)/integrations/acme/setup.md"
        #expect(chmod(path, 0) == 0)
        let (tree, report) = try loadAcme()
        // The superuser may read whatever there is.
        if geteuid() == 0 {
            #expect(report.isEmpty)
            #expect(tree.text(named: "setup.md") != nil)
        } else {
            expect(report, "file-unreadable", at: "setup.md")
            #expect(tree.text(named: "index.md") != nil)
        }
    }

    @Test(arguments: [
        Array("a\u{1}b.md".utf8), Array("a\nb.md".utf8), Array("a\\b.md".utf8), [0x61, 0xFF, 0x2E, 0x6D, 0x64],
    ])
    func `a name that no address can have is reported`(name: [UInt8]) throws {
        let path = Array("\(content)/integrations/acme/".utf8) + name + [0]
        let descriptor = path.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { pointer in
                pointer.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
            }
        }
        try #require(descriptor >= 0, "the file system refuses the name itself")
        close(descriptor)
        #expect(try loadAcme().report.ids == ["file-name-invalid"])
    }

    @Test func `folders of any depth are walked as far as the limit`() throws {
        try makeFolder("Content/integrations/acme/media/" + Array(repeating: "deep", count: 60).joined(separator: "/"))
        let report = try loadAcme().report
        #expect(report.ids == ["file-unexpected"])
        #expect(report.diagnostics.first?.range?.path.hasSuffix("media/deep/deep/deep/deep") == true)
    }

    @Test(arguments: ["notes.txt", "logo.png", "page.MD"])
    func `a file that is no page beside the pages is a warning`(name: String) throws {
        try folder.write("x", to: "Content/integrations/acme/\(name)")
        let report = try loadAcme().report
        #expect(report.ids == ["file-unexpected"])
        #expect(!report.hasErrors)
    }

    @Test func `a file among the integrations is a warning`() throws {
        try folder.write("x", to: "Content/integrations/notes.md")
        let (ids, report) = try integrationIDs()
        #expect(ids == ["acme"])
        #expect(report.ids == ["file-unexpected"])
    }

    @Test func `a content folder that is not there is the machine's fault`() {
        #expect(throws: FileSystemError.self) { try ContentLoader(path: folder.path(of: "Nothing")) }
    }

    @Test(arguments: ["site.json", "platform.json"])
    func `a file of the site that is missing is named`(name: String) throws {
        try FileManager.default.removeItem(atPath: "\(content)/\(name)")
        var report = DiagnosticReport()
        #expect(try ContentLoader(path: content).loadRootFile(name, reporting: &report) == nil)
        #expect(report.ids == ["file-missing"])
        #expect(report.diagnostics.first?.message.contains(name) == true)
    }
}
