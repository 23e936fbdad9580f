import Foundation
import TestSupport
import Testing

/// `candor diff` over folders, records and revisions of real repositories.
struct DiffTests {
    private let folder: TemporaryFolder

    /// `Old` has one listing with two features; in `Content` it asks for more, and another one is new.
    init() throws {
        folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.platform = content.platform.replacingOccurrences(
            of: #"{"id": "events:write""#,
            with: """
                {"id": "users:manage", "title": "Manage users", "description": "All of profiles.", "kind": "scope",
                 "resource": "users", "actions": ["read", "write"]},
                {"id": "tile:data", "title": "Data", "description": "A key.", "kind": "bundle",
                 "members": ["data:track", "data:import"]},
                {"id": "data:track", "title": "Track", "description": "Adds.", "kind": "key-permission"},
                {"id": "data:import", "title": "Import", "description": "Adds many.", "kind": "key-permission"},
                {"id": "events:write"
                """
        )
        content.listings[0].scopes.append(.init("tile:data"))
        content.listings[0].features.append(.init("track", title: "Track", scopes: ["data:track"]))
        try write(content, to: "Old")

        content.listings[0].scopes = [.init("users:manage"), .init("tile:data"), .init("events:write")]
        content.listings[0].scopes[0].reason = "Balances are *written* to <profiles>"
        content.listings[0].scopes[2].requirement = "optional"
        content.listings[0].features[0].scopes = ["users:manage"]
        content.listings[0].features[1].scopes = ["data:track", "data:import"]
        content.listings[0].features.append(.init("tell", title: "Tell", scopes: ["events:write"]))
        content.listings.append(ListingBuilder(id: "brook", name: "Brook"))
        try write(content, to: "Content")
    }

    private func write(_ content: ContentBuilder, to name: String) throws {
        for (path, bytes) in content.allFiles { try folder.write(bytes, to: "\(name)/\(path)") }
    }

    private func candor(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url, environment: environment)
    }

    private func git(_ line: String) throws {
        let identity =
            "git -c user.name=T -c user.email=t@example.com -c init.defaultBranch=main -c commit.gpgsign=false"
        let run = try CommandRun(shell: "set -e; g() { \(identity) \"$@\"; }; \(line)", in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
    }

    /// The state of `Old` as `v1` and that of `Content` as `HEAD`, both in the folder `Site`.
    private func makeRepository() throws {
        try git(
            """
            g init -q .; mkdir Site; cp -R Old/. Site; g add Site; g commit -qm One; g tag v1
            rm -r Site; mkdir Site; cp -R Content/. Site; g add -A Site; g commit -qm Two
            """
        )
    }

    private static let text = """
        acme: 1.0.0 -> 1.0.0
          added 'events:write', optional; those who turn it on must consent
            reason: Members are matched to profiles by it.
          widened 'users:manage' in place of 'users:read', required; everybody must consent again
            reason: Balances are *written* to <profiles>
          feature 'points-sync' now needs 'users:manage' and no longer needs 'users:read'
          new feature 'tell' now needs 'events:write'
          bundle 'tile:data' now uses 'data:import'; nobody is asked, since whoever granted the bundle granted it as a whole

        listing 'brook' is new and asks for 'users:read'
        listings: 1 changed, 1 new; everybody must consent again to something

        """

    @Test func `two folders are compared listing by listing`() throws {
        let run = try candor("diff", "Old", "Content")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == Self.text)
        #expect(try candor("diff", "Old/integrations/acme", "Content/integrations/acme/").output.contains("widened"))
        #expect(try candor("diff", "Old", "Old").output == "listings: 1 unchanged; nobody must consent again\n")
    }

    @Test func `a condition is told in every form`() throws {
        try folder.replace(
            #""requirement": "optional""#,
            with: #""requirement": "conditional", "when": "Sending *is* on""#,
            in: "Content/integrations/acme/integration.json"
        )
        #expect(
            try candor("diff", "Old", "Content").output.contains(
                "added 'events:write', conditional; those for whom its condition holds must consent again\n"
                    + "    condition: Sending *is* on\n"
            )
        )
        #expect(
            try candor("diff", "Old", "Content", "--format", "markdown").output.contains(
                "by it. Condition: Sending \\*is\\* on. Those for whom its condition holds must consent again."
            )
        )
        #expect(
            try candor("diff", "Old", "Content", "--format", "json").output.contains(#""when": "Sending *is* on""#)
        )
        // It is told of what is conditional now, and not of what was.
        #expect(!(try candor("diff", "Content", "Old")).output.contains("condition:"))
    }

    @Test func `backwards, scopes are narrowed and listings are gone`() throws {
        let run = try candor("diff", "Content", "Old")
        #expect(run.output.contains("narrowed 'users:read' in place of 'users:manage', required; nobody must"))
        #expect(run.output.contains("removed 'events:write'; nobody must consent again"))
        #expect(run.output.contains("gone feature 'tell' no longer needs 'events:write'"))
        #expect(run.output.contains("listing 'brook' is gone; it asked for 'users:read'"))
        #expect(try candor("diff", "Content", "Old", "--exit-code").exitCode == 0)
        #expect(try candor("diff", "Old", "Content", "--exit-code").exitCode == 1)
    }

    @Test func `Markdown is ready for a changelog, and what authors wrote is escaped`() throws {
        let run = try candor("diff", "Old", "Content", "--format", "markdown")
        #expect(
            run.output == """
                ## Acme Loyalty 1.0.0

                Compared with version 1.0.0. Everybody must consent again.

                - **Added** `events:write` (optional): Members are matched to profiles by it. Those who turn it on must consent.
                - **Widened** `users:manage` in place of `users:read` (required): Balances are \\*written\\* to \\<profiles>. Everybody must consent again.
                - Feature **Sync points** (`points-sync`) now needs `users:manage` and no longer needs `users:read`.
                - New feature **Tell** (`tell`) now needs `events:write`.
                - Of the bundle `tile:data` the integration now uses `data:import`: nobody is asked, since whoever granted the bundle granted it as a whole.

                ## New listings

                - **Brook** asks for `users:read`.

                """
        )
    }

    @Test func `JSON says the same to programs, as its schema prints`() throws {
        let run = try candor("diff", "Old", "Content", "--format=json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["consent"] as? String == "everybody")
        #expect(json["hasCatalogue"] as? Bool == true)
        let listing = try #require((json["changed"] as? [[String: Any]])?.first)
        let scopes = try #require(listing["scopes"] as? [[String: Any]])
        #expect(scopes.map { $0["change"] as? String } == ["added", "widened"])
        #expect(scopes[1]["inPlaceOf"] as? [String] == ["users:read"])
        #expect((listing["features"] as? [[String: Any]])?.map { $0["presence"] as? String } == ["kept", "new"])
        let schema = try candor("schema", "diff")
        let written = try #require(try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any])
        let known = try #require(written["properties"] as? [String: Any])
        #expect(Set(json.keys).isSubset(of: known.keys))
        #expect(Set(try #require(written["required"] as? [String])).isSubset(of: json.keys))
    }

    @Test func `two revisions are read out of the repository`() throws {
        try makeRepository()
        try folder.write("{", to: "Site/platform.json")
        let run = try candor("diff", "v1", "HEAD", "--content", "Site")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == Self.text)
        // A folder is compared with what it was, and one that is gone is still found.
        #expect(try candor("diff", "v1", "Content", "--content", "Site").exitCode == 2)
        try git("cp -R Content/. Site")
        #expect(try candor("diff", "v1", "Site").output == Self.text)
        #expect(try candor("diff", "v1", "Site/integrations/acme").output.contains("listings: 1 changed;"))
        #expect(try candor("diff", "v1", "Site/integrations/brook").output.contains("listing 'brook' is new"))
        try git("rm -r Site")
        #expect(try candor("diff", "v1", "HEAD", "--content", "Site").output == Self.text)
        #expect(try candor("diff", "HEAD^0", "HEAD", "--content", "./Site/").output.contains("2 unchanged"))
    }

    @Test func `a repository whose root is the content folder is read as well`() throws {
        try git("cd Old; g init -q .; g add -A; g commit -qm One; cp -R ../Content/. .; g add -A; g commit -qm Two")
        let run = try candor("diff", "HEAD~1", "HEAD", "--content", "Old")
        #expect(run.output == Self.text, "\(run.errors)")
    }

    @Test func `revisions leave nothing behind, also when they fail`() throws {
        try makeRepository()
        try folder.write("", to: "scratch/keep")
        let environment = ["TMPDIR": folder.path(of: "scratch")]
        for arguments in [["v1", "HEAD"], ["v1", "v9"], ["v1", "HEAD:Site"]] {
            _ = try candor("diff", arguments[0], arguments[1], "--content", "Site", environment: environment)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "scratch")) == ["keep"])
    }

    @Test(arguments: [
        (["v9", "HEAD"], "neither a file nor a revision 'v9'"), (["HEAD:Site", "HEAD"], "nor a revision 'HEAD:Site'"),
        (["--", "--output=x", "HEAD"], "'--output=x' is no revision"), (["--", "-p", "HEAD"], "'-p' is no revision"),
        (["--output=x", "HEAD"], "no option '--output'"), (["$(touch x)", "HEAD"], "nor a revision '$(touch x)'"),
        (["HEAD\n--output=x", "HEAD"], "nor a revision"),
        (["HEAD", "HEAD", "--content", "Nowhere"], "no folder 'Nowhere'"),
        (["HEAD", "Content/integrations/acme/integration.json"], "a revision cannot be compared with a release"),
        (["Content", "Content/integrations/acme"], "a content folder cannot be compared with a listing's folder"),
        (["Content/pages", "Content"], "neither a content folder nor one of a listing"), (["HEAD"], "is missing"),
        ([String(repeating: "a", count: 2000), "HEAD"], "is no revision"),
    ])
    func `what cannot be compared is said`(arguments: [String], message: String) throws {
        try makeRepository()
        let content = arguments.contains("--content") || arguments.contains("--") ? [] : ["--content", "Site"]
        let run = try CommandRun(["diff"] + content + arguments, in: folder.url)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(!folder.has("x"))
    }

    @Test func `without a repository or without git it is said what is missing`() throws {
        let run = try candor("diff", "v1", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("'Content' lies in no repository"), "\(run.errors)")
        let without = try candor("diff", "v1", "HEAD", environment: ["PATH": folder.path])
        #expect(without.exitCode == 3)
        #expect(without.errors.contains("git cannot be started"), "\(without.errors)")
    }

    @Test func `a listing that cannot be read is a diagnostic, in a revision at its place there`() throws {
        try folder.replace(
            "\"scopes\": [\n",
            with: "\"scopes\": 5, \"x\": [\n",
            in: "Content/integrations/brook/integration.json"
        )
        let run = try candor("diff", "Old", "Content")
        #expect(run.exitCode == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Content/integrations/brook/integration.json:"), "\(run.errors)")
        try makeRepository()
        let revision = try candor("diff", "v1", "HEAD", "--content", "Site")
        #expect(revision.exitCode == 1)
        #expect(revision.errors.contains("HEAD:Site/integrations/brook/integration.json:"), "\(revision.errors)")
        #expect(revision.errors.contains(#""scopes": 5"#), "\(revision.errors)")
    }

    @Test func `links and odd names in a revision are refused and never followed`() throws {
        try git(
            "rm Content/integrations/brook/integration.json; ln -s /etc/passwd Content/integrations/brook/integration.json"
        )
        try makeRepository()
        let run = try candor("diff", "v1", "HEAD", "--content", "Site")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("is a link, and in a revision none is followed"), "\(run.errors)")
        try git("mv Site/integrations/brook 'Site/integrations/Br ook\n'; g add -A Site; g commit -qm Odd")
        let odd = try candor("diff", "v1", "HEAD", "--content", "Site")
        #expect(odd.exitCode == 1)
        #expect(odd.errors.contains("error[integration-id-invalid]"), "\(odd.errors)")
    }

    private func release(_ version: String, _ scopes: String...) -> String {
        let list = scopes.map { "{\"id\": \"\($0)\", \"requirement\": \"required\", \"features\": [\"points-sync\"]}" }
        return "{\"version\": \"\(version)\", \"date\": \"2026-10-01\", \"scopes\": [\(list.joined(separator: ","))]}"
    }

    private func writeRecord(_ releases: [String], to path: String) throws {
        try folder.write("{\"releases\": [\(releases.joined(separator: ","))]}", to: path)
    }

    @Test func `two records are compared by their newest releases`() throws {
        try writeRecord([release("0.9"), release("1.0", "users:read")], to: "a.json")
        try writeRecord([release("2.0", "users:manage")], to: "b.json")
        let run = try candor("diff", "a.json", "b.json")
        #expect(
            run.output.contains(
                "b.json: 1.0 -> 2.0\n  widened 'users:manage' in place of 'users:read', required; everybody"
            )
        )
        let bare = try candor("diff", "a.json", "b.json", "--content", "Nowhere")
        #expect(bare.exitCode == 0, "\(bare.errors)")
        #expect(bare.output.contains("removed 'users:read'"))
        #expect(bare.output.contains("there is no catalogue"))
        try writeRecord([], to: "a.json")
        #expect(try candor("diff", "a.json", "b.json").errors.contains("'a.json' records no release"))
        try folder.write(#"{"releases": [{"version": "1", "date": "2026-01-01", "scopes": 5}]}"#, to: "a.json")
        let broken = try candor("diff", "a.json", "b.json")
        #expect(broken.exitCode == 1)
        #expect(broken.errors.contains("a.json:1:"), "\(broken.errors)")
    }

    @Test func `two versions of one record are compared, and the one that is not recorded yet is known`() throws {
        try writeRecord(
            [release("0.8", "users:read"), release("0.9", "users:manage")],
            to: "Content/integrations/acme/permissions.json"
        )
        let run = try candor("diff", "acme@0.8", "acme@0.9")
        #expect(
            run.output.contains("acme: 0.8 -> 0.9\n  widened 'users:manage' in place of 'users:read'"),
            "\(run.errors)"
        )
        #expect(run.output.contains("reason: Balances are"))
        #expect(try candor("diff", "acme@0.9", "acme@1.0.0").output.contains("added 'tile:data'"))
        #expect(
            try candor("diff", "acme@0.7", "acme@0.9").errors
                .contains("'acme' has no release '0.7' on record; the newest are '0.8', '0.9', '1.0.0'")
        )
        #expect(try candor("diff", "acme@0.8", "brook@0.9").errors.contains("are two listings"))
        #expect(try candor("diff", "acne@0.8", "acne@0.9").errors.contains("did you mean 'acme'?"))
    }

    @Test func `ten thousand releases are no trouble, and a version that comes twice counts where it stands last`()
        throws
    {
        let releases = (0..<10_000).map { release("1.\($0)", $0 % 2 == 0 ? "users:read" : "users:manage") }
        try writeRecord(
            releases + [release("1.0", "users:manage")],
            to: "Content/integrations/acme/permissions.json"
        )
        let run = try candor("diff", "acme@1.0", "acme@1.9999")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "listings: 1 unchanged; nobody must consent again\n")
    }

    @Test func `a terminal obeys nothing that authors wrote`() throws {
        try folder.replace(
            "Balances are *written* to <profiles>",
            with: #"Red \u001b[31m text\u202e"#,
            in: "Content/integrations/acme/integration.json"
        )
        let run = try candor("diff", "Old", "Content")
        #expect(run.output.contains("reason: Red \u{FFFD}[31m text\u{FFFD}"), "\(run.output)")
    }

    @Test func `a path that is there wins over a revision of the same name`() throws {
        try makeRepository()
        try git("cp -R Old v1")
        #expect(try candor("diff", "v1", "Content").exitCode == 0)
        #expect(try candor("diff", "v1^0", "HEAD", "--content", "Site").output == Self.text)
    }
}
