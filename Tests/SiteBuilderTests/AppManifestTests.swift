import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rules
@testable import SiteBuilder

/// App manifests from the folder of a listing to what a build, a check and a preview say of them.
struct AppManifestTests {
    private let folder: TemporaryFolder
    private static let home = "Content/integrations/acme"
    private static let agreeing = "[access_scopes]\nscopes = \"users:read\"\n"

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func name(_ manifests: String) throws {
        try folder.replace(
            "\"scopes\": [\n",
            with: "\"appManifest\": \(manifests), \"scopes\": [\n",
            in: "\(Self.home)/integration.json"
        )
    }

    private func write(_ text: String, to name: String) throws { try folder.write(text, to: "\(Self.home)/\(name)") }

    private func ids(_ outcome: SiteBuild.Outcome) -> [String] { outcome.report.diagnostics.map(\.id) }

    @Test(arguments: [
        "shopify.app.toml", "app/shopify.app.toml", "app/deep/scopes.txt", "app/noending", "media/scopes.txt",
    ])
    func `a file anywhere in the folder is read, and neither published nor unexpected`(path: String) async throws {
        try name("\"\(path)\"")
        try write(Self.agreeing, to: path)
        let outcome = try await build(in: folder)
        #expect(ids(outcome) == [])
        #expect(outcome.coverage.appManifests == .init(proved: 1, total: 1))
        let published = try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "Output"))
        #expect(!published.contains { $0.contains("shopify") || $0.contains("scopes.") || $0.contains("noending") })
        for file in published where !folder.isFolder("Output/\(file)") {
            #expect(!(try folder.bytes("Output/\(file)").contains("access_scopes")))
        }
    }

    @Test func `no message quotes a secret of an address`() async throws {
        try name(#""https://user:c4n4ry@login.example/?scope=users:read""#)
        try folder.replace(
            #""privacy": "https://"#,
            with: #""privacy": "https://c4n4ry:@"#,
            in: "\(Self.home)/integration.json"
        )
        let found = try await build(in: folder).report.diagnostics
        #expect(found.count { $0.message.contains("which carries a user name") } == 2)
        #expect(!found.contains { $0.message.contains("c4n4ry") })
    }

    @Test func `what differs is an error that names both places`() async throws {
        try name("\"slack.json\"")
        try write(#"{"oauth_config": {"scopes": {"bot": ["events:write"]}}}"#, to: "slack.json")
        let outcome = try await build(in: folder)
        #expect(ids(outcome) == ["scope-manifest-mismatch", "scope-manifest-mismatch"])
        #expect(outcome.report.errorCount == 2)
        let places = outcome.report.diagnostics.flatMap(\.notes).compactMap(\.range?.path)
        #expect(places.allSatisfy { $0.hasSuffix("acme/slack.json") } && places.count == 2)
        #expect(outcome.coverage.appManifests == .init(proved: 0, total: 1))
        #expect(!folder.has("Output/index.html"))
    }

    @Test func `several manifests together ask for what the listing has`() async throws {
        try name(#"["slack.json", "https://login.example/authorize?scope=openid%20users:read"]"#)
        try write(#"{"oauth_config": {"scopes": {"bot": ["users:read"]}}}"#, to: "slack.json")
        let outcome = try await build(in: folder)
        #expect(outcome.report.diagnostics.map(\.severity) == [.note])
        #expect(outcome.report.diagnostics.first?.message.contains("'openid'") == true)
        #expect(outcome.coverage.appManifests == .init(proved: 2, total: 2))
        #expect(folder.has("Output/index.html"))
    }

    @Test func `of several manifests that which differs is refuted`() async throws {
        try name(#"["slack.json", "https://login.example/authorize?scope=events:write"]"#)
        try write(#"{"oauth_config": {"scopes": {"bot": ["users:read"]}}}"#, to: "slack.json")
        let outcome = try await build(in: folder)
        #expect(ids(outcome) == ["scope-manifest-mismatch"])
        #expect(outcome.coverage.appManifests == .init(proved: 1, total: 2))
    }

    @Test func `a manifest that does not tell its scopes is not checked`() async throws {
        try name("\"appsscript.json\"")
        try write(#"{"timeZone": "Etc/UTC"}"#, to: "appsscript.json")
        let outcome = try await build(in: folder)
        #expect(ids(outcome) == ["app-manifest-scopes-unsaid"])
        #expect(outcome.coverage.appManifests == .init(total: 1, notChecked: 1))
        #expect(outcome.coverage.description.contains("1 app manifest"))
    }

    @Test(arguments: [
        ("\"none.json\"", "manifest-app-manifest-missing"), ("\"permissions.json\"", "manifest-app-manifest-missing"),
        ("\"../other/slack.json\"", "manifest-value-invalid"), ("\"/etc/passwd\"", "manifest-value-invalid"),
        ("\"ftp://login.example\"", "manifest-value-invalid"), ("[]", "manifest-value-invalid"),
        ("1", "manifest-type-wrong"), ("[\"a\", 1]", "manifest-type-wrong"),
    ])
    func `a name that leads to nothing is an error at the name`(manifests: String, id: String) async throws {
        try name(manifests)
        let outcome = try await build(in: folder)
        #expect(ids(outcome).contains(id))
        #expect(ids(outcome).allSatisfy { [id, "manifest-app-manifest-missing"].contains($0) })
        #expect(outcome.report.diagnostics.first?.range?.path.hasSuffix("integration.json") == true)
    }

    @Test func `a file that is no text, too large or elsewhere is reported once`() async throws {
        try name(#"["a.toml", "b.toml", "c.toml"]"#)
        try folder.write([0x41, 0x00], to: "\(Self.home)/a.toml")
        try folder.write([UInt8](repeating: 0x20, count: (8 << 20) + 1), to: "\(Self.home)/b.toml")
        try folder.write(Self.agreeing, to: "elsewhere.toml")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(of: "\(Self.home)/c.toml"),
            withDestinationPath: folder.path(of: "elsewhere.toml")
        )
        let outcome = try await build(in: folder)
        #expect(
            Set(ids(outcome)) == [
                "text-has-nul", "file-too-large", "file-outside-content", "manifest-app-manifest-missing",
            ]
        )
        #expect(outcome.coverage.appManifests == .init(total: 3, notChecked: 3))
    }

    @Test func `a preview takes in what changes in it`() async throws {
        try name("\"app/shopify.app.toml\"")
        try write(Self.agreeing, to: "app/shopify.app.toml")
        let site = try await LiveSite(options(in: folder))
        #expect(try await site.update(.all).report.isEmpty)
        try await expectEqualToBuild(site, in: folder)
        try write("[access_scopes]\nscopes = \"users:read,events:write\"\n", to: "app/shopify.app.toml")
        let changes = ContentChanges(
            [folder.path(of: "\(Self.home)/app/shopify.app.toml")],
            content: folder.path(of: "Content"),
            themes: folder.path(of: "Themes")
        )
        #expect(try await site.update(changes).report.diagnostics.map(\.id) == ["scope-manifest-mismatch"])
        try write(Self.agreeing, to: "app/shopify.app.toml")
        #expect(try await site.update(changes).report.isEmpty)
        try await expectEqualToBuild(site, in: folder)
    }
}

extension TemporaryFolder {
    fileprivate func isFolder(_ name: String) -> Bool {
        var isFolder = ObjCBool(false)
        return FileManager.default.fileExists(atPath: path(of: name), isDirectory: &isFolder) && isFolder.boolValue
    }

    /// As text of single bytes, so that pictures can be searched as well.
    fileprivate func bytes(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }
}
