import Foundation
import TestSupport
import Testing

/// `candor release`, and what the next check makes of its record.
struct ReleaseTests {
    private let folder: TemporaryFolder
    private let listing = "Content/integrations/acme"

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func candor(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url)
    }

    private func ask(forSecondScope scope: String, version: String) throws {
        try folder.replace(
            #""scopes": ["users:read"]"#,
            with: #""scopes": ["users:read", "\#(scope)"]"#,
            in: "\(listing)/integration.json"
        )
        try folder.replace(
            "  \"scopes\": [\n",
            with: "  \"scopes\": [\n{\"id\": \"\(scope)\", \"requirement\": \"required\", \"reason\": \"To tell.\"},\n",
            in: "\(listing)/integration.json"
        )
        try folder.replace("1.0.0", with: version, in: "\(listing)/integration.json")
        try folder.replace(
            "so that nobody",
            with: "and tells with [`\(scope)`](scope:\(scope)), so that nobody",
            in: "\(listing)/index.md"
        )
    }

    private func writeChangelog(_ body: String) throws {
        let head = "---\ntitle: Changes\ndescription: What changed.\nkind: changelog\norder: 9\n---\n\n"
        try folder.write(head + body, to: "\(listing)/changelog.md")
    }

    @Test func `the record says what a version asks for, and twice changes nothing`() throws {
        #expect(try candor("release", "acme").exitCode == 0)
        let record = try folder.text("\(listing)/permissions.json")
        for words in [#""version": "1.0.0""#, #""date": "2026-11-10""#, #""id": "users:read""#, #""points-sync""#] {
            #expect(record.contains(words), "\(words)")
        }
        let again = try candor("release", "acme")
        #expect(again.exitCode == 0)
        #expect(again.output.contains("recorded already"))
        #expect(try folder.text("\(listing)/permissions.json") == record)
        let check = try candor("check", "--strict")
        #expect(check.exitCode == 0, "\(check.errors)")
    }

    @Test func `other scopes under the same version are refused`() throws {
        #expect(try candor("release", "acme").exitCode == 0)
        let record = try folder.text("\(listing)/permissions.json")
        try ask(forSecondScope: "events:write", version: "1.0.0")
        let run = try candor("release", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("error[freshness-version-unchanged]"), "\(run.errors)")
        #expect(try folder.text("\(listing)/permissions.json") == record)
    }

    @Test func `a rule that is off does not let the record be written over`() throws {
        #expect(try candor("release", "acme").exitCode == 0)
        try ask(forSecondScope: "events:write", version: "1.0.0")
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "rules": {"freshness-version-unchanged": "off"}"#,
            in: "Content/site.json"
        )
        let run = try candor("release", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("asked for something else"), "\(run.errors)")
    }

    @Test func `the next release needs a changelog entry that names what is new`() throws {
        #expect(try candor("release", "acme").exitCode == 0)
        try ask(forSecondScope: "events:write", version: "1.1.0")
        let silent = try candor("release", "acme")
        #expect(silent.exitCode == 1)
        #expect(silent.errors.contains("there is no page of the kind 'changelog'"), "\(silent.errors)")
        try writeChangelog("## 1.1.0\n\nFaster.\n")
        #expect(try candor("release", "acme").errors.contains("error[freshness-changelog-silent]"))
        try writeChangelog("## 1.1.0\n\nAsks for [`events:write`](scope:events:write) as well.\n")
        let run = try candor("release", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        let record = try folder.text("\(listing)/permissions.json")
        let (old, new) = (record.range(of: #""1.0.0""#), record.range(of: #""1.1.0""#))
        #expect(try #require(old).lowerBound < #require(new).lowerBound)
    }

    @Test func `a version before the newest is not recorded`() throws {
        try folder.replace("1.0.0", with: "1.10.0", in: "\(listing)/integration.json")
        #expect(try candor("release", "acme").exitCode == 0)
        try folder.replace("1.10.0", with: "1.9.0", in: "\(listing)/integration.json")
        let run = try candor("release", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("'1.9.0' is before '1.10.0'"), "\(run.errors)")
    }

    @Test func `a listing with errors is not recorded`() throws {
        try folder.replace("1.0.0", with: "", in: "\(listing)/integration.json")
        #expect(try candor("release", "acme").exitCode == 1)
        #expect(try candor("release", "nobody").exitCode == 1)
        #expect(!folder.has("\(listing)/permissions.json"))
    }

    @Test func `a record that is broken is reported at its place`() throws {
        try folder.write(#"{"releases": [{"version": "1.0.0", "date": "soon"}]}"#, to: "\(listing)/permissions.json")
        let run = try candor("check")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("permissions.json:1:"), "\(run.errors)")
        #expect(try candor("release", "acme").exitCode == 1)
    }
}
