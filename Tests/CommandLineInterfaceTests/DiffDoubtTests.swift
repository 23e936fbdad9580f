import Foundation
import TestSupport
import Testing

/// What `candor diff` does with what can be read in two ways, or cannot be read: nothing is told of it.
struct DiffDoubtTests {
    private let folder: TemporaryFolder
    private let manifest = "Content/integrations/acme/integration.json"

    init() throws {
        folder = try TemporaryFolder()
        for (path, bytes) in ContentBuilder().allFiles {
            for name in ["Old", "Content"] { try folder.write(bytes, to: "\(name)/\(path)") }
        }
    }

    private func candor(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: folder.url) }

    private func git(_ line: String) throws {
        let identity =
            "git -c user.name=T -c user.email=t@example.com -c init.defaultBranch=main -c commit.gpgsign=false"
        let run = try CommandRun(shell: "set -e; g() { \(identity) \"$@\"; }; \(line)", in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
    }

    /// Writes the scopes of both sides anew, each as `"id": "users:read", …`.
    private func ask(_ old: [String], _ new: [String]) throws {
        for (name, scopes) in [("Old", old), ("Content", new)] {
            let path = "\(name)/integrations/acme/integration.json"
            var json = try #require(
                try JSONSerialization.jsonObject(with: Data(try folder.text(path).utf8)) as? [String: Any]
            )
            json["scopes"] = try scopes.map { try JSONSerialization.jsonObject(with: Data("{\($0)}".utf8)) }
            try folder.write(
                String(decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self),
                to: path
            )
        }
    }

    @Test(arguments: [
        (#""requirement": "required""#, #""requirement": "Optional""#, "must be"),
        (#""requirement": "required""#, #""requirment": "optional""#, "requirement"),
        (#""requirement": "required""#, #""requirement": "required", "requirement": "optional""#, "appears twice"),
        (#""scopes": ["#, #""scopes": [], "scopes": ["#, "appears twice"),
        (#""features": ["#, #""features": [], "features": ["#, "appears twice"),
        (#""requirement": "required""#, #""requirement": "required", "actor": 5"#, "actor"),
    ])
    func `what can be read in two ways counts as unread`(old: String, new: String, message: String) throws {
        var text = try folder.text(manifest)
        let place = try #require(text.range(of: old))
        text.replaceSubrange(place, with: new)
        try folder.write(text, to: manifest)
        for run in [try candor("diff", "Old", "Content"), try candor("diff", "acme@1.0.0", "acme@1.0.0")] {
            #expect(run.exitCode == 1, "\(run.output)")
            #expect(run.output.isEmpty)
            #expect(run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test func `what has nothing to do with permissions is not asked for`() throws {
        try folder.replace(#""tagline""#, with: #""tagline": "Twice", "tagline""#, in: manifest)
        #expect(try candor("diff", "Old", "Content").exitCode == 0)
        try folder.replace(#""title": "Read users""#, with: #""title": "R", "title": "S""#, in: "Content/platform.json")
        #expect(try candor("diff", "Old", "Content").exitCode == 0)
        try folder.replace(
            #""actions": ["read"]"#,
            with: #""actions": [], "actions": ["read"]"#,
            in: "Old/platform.json"
        )
        let run = try candor("diff", "Old", "Content")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("Old/platform.json"), "\(run.errors)")
    }

    @Test func `a listing that is a link in a revision counts as unread and not as gone`() throws {
        try git(
            """
            g init -q .; g add Content; g commit -qm One; g tag v1; mkdir Content/src
            mv Content/integrations/acme Content/src; ln -s ../src/acme Content/integrations/acme
            g add -A Content; g commit -qm Two
            """
        )
        for sides in [["v1", "HEAD"], ["HEAD", "Content"], ["HEAD", "Content/integrations/acme"]] {
            let run = try candor("diff", sides[0], sides[1])
            #expect(run.exitCode == 1)
            #expect(run.errors.contains("error[file-not-regular]"), "\(run.errors)")
            #expect(run.errors.contains("in a revision none is followed"))
        }
        #expect(try candor("diff", "v1", "Content").output == "listings: 1 unchanged; nobody must consent again\n")
    }

    @Test func `another condition is told, and asks those for whom it holds`() throws {
        let scope = #""id": "users:read", "requirement": "conditional", "when": "#
        try ask([scope + #""Exports are on""#], [scope + #""Any plan is used""#])
        let run = try candor("diff", "Old", "Content", "--exit-code")
        #expect(run.exitCode == 1)
        #expect(
            run.output.contains(
                """
                  changed 'users:read', conditional; those for whom its condition holds must consent again
                    condition: Any plan is used
                    condition before: Exports are on

                """
            ),
            "\(run.output)"
        )
        let markdown = try candor("diff", "Old", "Content", "--format", "markdown").output
        #expect(markdown.contains("Condition: Any plan is used. Condition before: Exports are on. Those for whom"))
        #expect(try candor("diff", "Old", "Content", "--format", "json").output.contains(#""whenBefore": "Exports"#))
        try ask([scope + #""Exports are on""#], [scope + #"" Exports  are on""#])
        #expect(try candor("diff", "Old", "Content").output == "listings: 1 unchanged; nobody must consent again\n")
    }

    @Test func `who consented to more under one condition is asked under another`() throws {
        try folder.replace(
            #""id": "users:write","#,
            with: #""id": "users:write", "implies": ["users:read"],"#,
            in: "Content/platform.json"
        )
        try ask(
            [#""id": "users:write", "requirement": "conditional", "when": "Exports are on""#],
            [#""id": "users:read", "requirement": "conditional", "when": "Any plan is used""#]
        )
        let run = try candor("diff", "Old", "Content")
        #expect(
            run.output.contains("narrowed 'users:read' in place of 'users:write', conditional; those for whom"),
            "\(run.output)"
        )
        #expect(run.output.contains("condition before: Exports are on"))
    }

    @Test func `a scope that is named twice, and a version that is recorded twice, are said`() throws {
        let scope = #"{"id": "users:read", "requirement": "required", "features": []}"#
        let again = scope.replacingOccurrences(of: "required", with: "optional")
        func release(_ version: String, _ scopes: String...) -> String {
            #"{"version": "\#(version)", "date": "2026-01-01", "scopes": [\#(scopes.joined(separator: ","))]}"#
        }
        let releases = [release("0.8"), release("0.8", again, scope), release("0.9", scope)]
        try folder.write(
            #"{"releases": [\#(releases.joined(separator: ","))]}"#,
            to: "Content/integrations/acme/permissions.json"
        )
        let run = try candor("diff", "acme@0.8", "acme@0.9")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "listings: 1 unchanged; nobody must consent again\n")
        #expect(run.errors.contains("'acme' has 2 releases '0.8' on record; the last of them counts"))
        #expect(run.errors.contains("acme 0.8 names 'users:read' more than once; the firmest request counts"))
    }

    @Test func `Markdown has nothing that a terminal would obey`() throws {
        try ask([], [#""id": "users:read", "requirement": "required", "reason": "Red \u001b[31m\u202etext""#])
        let run = try candor("diff", "Old", "Content", "--format", "markdown")
        #expect(run.output.contains("Red \u{FFFD}\\[31m\u{FFFD}text"), "\(run.output)")
    }

    @Test func `outside of a repository it is the missing name that is to blame`() throws {
        let run = try candor("diff", "Old", "nothere")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("there is neither a file nor a revision 'nothere'"), "\(run.errors)")
    }
}
