import Foundation
import TestSupport
import Testing

/// The promise of the program on the directory that comes with it: what is asked for and not documented stops the build.
struct AcceptanceTests {
    private static let listing = "Content/integrations/tidewire-parcels"
    private static let manifest = "\(listing)/integration.json"
    private static let overview = "\(listing)/index.md"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for part in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url(of: part),
                to: folder.url.appending(path: part)
            )
        }
        try #require(try candor("build").exitCode == 0)
    }

    private func candor(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url)
    }

    private var output: FolderSnapshot {
        get throws { try FolderSnapshot(folder.url.appending(path: "Output")) }
    }

    /// The number of the first line that holds a text, counted from 1.
    private func line(of text: String, in name: String) throws -> Int {
        let lines = try folder.text(name).split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(text) }) + 1
    }

    private func expectRefusal(_ rules: [String], at place: String) throws {
        let before = try output
        let run = try candor("build")
        #expect(run.exitCode == 1)
        #expect(rules.contains { run.errors.contains("error[\($0)]") }, "\(run.errors)")
        #expect(run.errors.contains("--> \(place):"), "\(run.errors)")
        #expect(try output == before)
    }

    /// The first section of the overview that names a scope, and the scope.
    private func firstDocumentedScope() throws -> (link: Substring, scope: String) {
        let text = try folder.text(Self.overview)
        let features = try #require(text.range(of: "](feature:"))
        let match = try #require(text[features.upperBound...].firstMatch(of: /\[`([a-z:.\-]+)`\]\(scope:[^)]+\)/))
        return (match.output.0, String(match.output.1))
    }

    @Test func `a scope that its feature's section no longer names stops the build, at the right line`() throws {
        let original = try folder.text(Self.overview)
        let (_, scope) = try firstDocumentedScope()
        try folder.write(
            original.replacing("[`\(scope)`](scope:\(scope))", with: "the key").replacing(
                "`\(scope)`",
                with: "the key"
            ),
            to: Self.overview
        )
        let run = try candor("build", "--format", "json")
        #expect(run.exitCode == 1)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let found = try #require(report["diagnostics"] as? [[String: Any]])
        let ids = Set(found.compactMap { $0["id"] as? String })
        #expect(!ids.isDisjoint(with: ["scope-undocumented", "feature-scope-not-mentioned"]), "\(ids)")
        let line = try line(of: "\"id\": \"\(scope)\"", in: Self.manifest)
        try expectRefusal(["scope-undocumented"], at: "\(Self.manifest):\(line)")
        try folder.write(original, to: Self.overview)
        #expect(try candor("build").exitCode == 0)
    }

    @Test func `one scope more that nobody documents stops the build, at the right line`() throws {
        let original = try folder.text(Self.manifest)
        let extra = "{\"id\": \"data:segments.manage\", \"requirement\": \"required\", \"reason\": \"For more.\"}"
        let start = try #require(original.range(of: "\"scopes\": ["))
        try folder.write(
            original.replacingCharacters(in: start, with: "\"scopes\": [\n    \(extra),"),
            to: Self.manifest
        )
        let line = try line(of: extra, in: Self.manifest)
        try expectRefusal(["scope-undocumented", "scope-unmapped"], at: "\(Self.manifest):\(line)")
        try folder.write(original, to: Self.manifest)
        #expect(try candor("build").exitCode == 0)
    }

    @Test func `a feature that no section documents stops the build, at the right line`() throws {
        let original = try folder.text(Self.manifest)
        let start = try #require(original.range(of: "\"features\": ["))
        let extra = "{\"id\": \"dream\", \"title\": \"Dream\", \"summary\": \"Dreams.\", \"scopes\": []}"
        try folder.write(
            original.replacingCharacters(in: start, with: "\"features\": [\n    \(extra),"),
            to: Self.manifest
        )
        let line = try line(of: extra, in: Self.manifest)
        try expectRefusal(["feature-undocumented"], at: "\(Self.manifest):\(line)")
    }

    @Test func `a picture that is gone stops the build, at the line that names it`() throws {
        let name = "media/delay-board.png"
        try FileManager.default.removeItem(atPath: folder.path(of: "\(Self.listing)/\(name)"))
        let line = try line(of: name, in: Self.manifest)
        try expectRefusal(["media-file-missing"], at: "\(Self.manifest):\(line)")
    }

    @Test(arguments: ["scope-undocumented", "feature-undocumented", "feature-scope-not-mentioned", "scope-unmapped"])
    func `no directory can lower what the program is for`(rule: String) throws {
        try folder.replace("\"rules\": {", with: "\"rules\": {\"\(rule)\": \"off\"", in: "Content/site.json")
        let line = try line(of: rule, in: "Content/site.json")
        try expectRefusal(["rule-not-adjustable"], at: "Content/site.json:\(line)")
    }

    @Test func `the directory that comes with the program is clean`() throws {
        let run = try candor("check", "--strict")
        #expect(run.exitCode == 0, "\(run.errors)")
    }
}
