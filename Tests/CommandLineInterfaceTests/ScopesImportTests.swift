import Foundation
import TestSupport
import Testing

/// `candor import` of app manifests, as a process over files.
struct ScopesImportTests {
    private let folder: TemporaryFolder
    private static let manifest = "Content/integrations/acme/integration.json"

    private static let slack = """
        {"oauth_config": {"scopes": {"bot": ["users:read", "events:write"], "bot_optional": ["events:write"]}}}
        """

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
        try folder.write(Self.slack, to: "slack.json")
    }

    private func candor(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: folder.url) }

    private var text: String { get throws { try folder.text(Self.manifest) } }

    @Test func `without a listing the scopes are printed`() throws {
        let run = try candor("import", "slack", "slack.json")
        #expect(run.exitCode == 0)
        let printed = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: String]]]
        )
        #expect(printed["scopes"]?.map { $0["id"] } == ["users:read", "events:write"])
        #expect(printed["scopes"]?.map { $0["requirement"] } == ["required", "optional"])
        #expect(printed["scopes"]?.map { $0["actor"] } == ["bot", "bot"])
        #expect(run.errors == "2 scopes in the Slack app manifest\n")
    }

    @Test func `what is missing is added, and a second run changes nothing`() throws {
        let before = try text
        let run = try candor("import", "slack", "slack.json", "--into", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("added: events:write@bot"))
        let after = try text
        let added = #"    {"id": "events:write", "actor": "bot", "requirement": "optional"}"#
        #expect(after.contains("by it.\"},\n" + added + "\n  ],"))
        #expect(after.replacingOccurrences(of: ",\n" + added, with: "") == before, "all else stays as it was")
        let again = try candor("import", "slack", "slack.json", "--into", "acme")
        #expect(again.output == "nothing new for '\(Self.manifest)'\n")
        #expect(try text == after)
        let check = try candor("check", "acme")
        #expect(check.errors.contains("scope-reason-missing"))
    }

    @Test func `a purpose becomes the reason`() throws {
        try folder.write(
            #"{"permissions": [{"permission": "users:write", "purpose": "Keeps \"points\"."}]}"#,
            to: "stripe-app.json"
        )
        #expect(try candor("import", "stripe", "stripe-app.json", "--into", "acme").exitCode == 0)
        #expect(try text.contains(#""requirement": "required", "reason": "Keeps \"points\"."}"#))
    }

    @Test func `a purpose is taken where the listing has no reason`() throws {
        let reason = #", "reason": "Members are matched to profiles by it.""#
        let stripe = #"{"permissions": [{"permission": "users:read", "purpose": "Finds \"them\"."}]}"#
        try folder.write(stripe, to: "stripe-app.json")
        #expect(try candor("import", "stripe", "stripe-app.json", "--into", "acme").output.hasPrefix("nothing new"))
        let before = try text
        for absent in ["", #", "reason": """#, #", "reason": "  ""#] {
            try folder.write(before.replacingOccurrences(of: reason, with: absent), to: Self.manifest)
            let run = try candor("import", "stripe", "stripe-app.json", "--into", "acme")
            #expect(run.output.contains("given the reason of the manifest: users:read\n"), "\(run.output)")
            let filled = before.replacingOccurrences(of: reason, with: #", "reason": "Finds \"them\".""#)
            #expect(try text == filled)
            #expect(try candor("import", "stripe", "stripe-app.json", "--into", "acme").output.hasPrefix("nothing new"))
        }
    }

    @Test func `what every app is given is neither printed nor written`() throws {
        try folder.write(
            #"{"config": {"auth": {"requiredScopes": ["oauth", "users:write"]}}}"#,
            to: "app-hsmeta.json"
        )
        let printed = try candor("import", "hubspot", "app-hsmeta.json")
        #expect(printed.output.contains("users:write") && !printed.output.contains("oauth"))
        #expect(printed.errors.hasSuffix("left out, as every app has it: oauth\n"))
        let written = try candor("import", "hubspot", "app-hsmeta.json", "--into", "acme")
        #expect(written.output.contains("added: users:write\n"))
        #expect(try !text.contains("oauth"))
    }

    @Test func `a scope takes the name that the catalogue has, where capitals do not count`() throws {
        try folder.replace(#""id": "users:write""#, with: #""id": "Users.Write""#, in: "Content/platform.json")
        let address = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?scope=users.write"
        let run = try candor("import", "oauth-url", address, "--into", "acme")
        #expect(run.output.contains("added: Users.Write\n"), "\(run.output) \(run.errors)")
    }

    @Test func `nothing reaches a terminal that it would obey`() throws {
        try folder.write(#"{"oauth_config": {"scopes": {"bot": ["\u001b]0;PWN\u0007"]}}}"#, to: "bad.json")
        let purpose = #"{"permissions": [{"permission": "users:read", "purpose": "a\u009b2J\u202eb"}]}"#
        try folder.write(purpose, to: "stripe-app.json")
        try folder.replace(#""id": "users:read""#, with: #""id": "users\u001b[2J:read""#, in: Self.manifest)
        let runs = [
            try candor("import", "slack", "bad.json"), try candor("import", "slack", "bad.json", "--into", "acme"),
            try candor("import", "stripe", "stripe-app.json"),
            try candor("import", "stripe", "stripe-app.json", "--into", "acme"),
        ]
        #expect(runs.map(\.exitCode) == [1, 1, 0, 0])
        for run in runs {
            for obeyed in ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"] {
                #expect(!run.output.unicodeScalars.contains(Unicode.Scalar(obeyed) ?? " "))
                #expect(!run.errors.unicodeScalars.contains(Unicode.Scalar(obeyed) ?? " "))
            }
        }
        #expect(runs[2].output.contains(#"a\u009b2J\u202eb"#))
    }

    @Test func `no secret of an address is shown`() throws {
        for address in [
            "https://user:c4n4ry@login.example/authorize?scope=a:b", "https://c4n4ry@login.example/authorize?scope=a:b",
            "https://login.example/a?client_secret=c4n4ry&scope=a:b c:d",
        ] {
            let run = try candor("import", "oauth-url", address)
            #expect(run.exitCode == 1)
            #expect(!run.output.contains("c4n4ry") && !run.errors.contains("c4n4ry"), "\(run.errors)")
        }
    }

    @Test func `a file with a key twice is not written to`() throws {
        try folder.write(#"{"scopes": [], "scopes": []}"#, to: Self.manifest)
        let run = try candor("import", "slack", "slack.json", "--into", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("error[json-key-duplicated]"))
        #expect(try text == #"{"scopes": [], "scopes": []}"#)
    }

    @Test func `another requirement is changed where it stands`() throws {
        try folder.replace(
            #""id": "users:read", "requirement": "required""#,
            with: #""id": "users:read""#,
            in: Self.manifest
        )
        try folder.write(#"{"config": {"auth": {"conditionallyRequiredScopes": ["users:read"]}}}"#, to: "app.json")
        let run = try candor("import", "hubspot", "app.json", "--into", "acme")
        #expect(run.output.contains("another requirement: users:read"))
        #expect(try text.contains(#"{"id": "users:read", "requirement": "conditional", "reason": "Members"#))
        try folder.write(#"{"config": {"auth": {"optionalScopes": ["users:read"]}}}"#, to: "app.json")
        #expect(try candor("import", "hubspot", "app.json", "--into", "acme").exitCode == 0)
        #expect(try text.contains(#"{"id": "users:read", "requirement": "optional", "reason": "Members"#))
        let after = try text
        #expect(try candor("import", "hubspot", "app.json", "--into", "acme").output.hasPrefix("nothing new"))
        #expect(try text == after)
    }

    @Test func `what is no longer asked for is told, and removed when that is asked for`() throws {
        try folder.write("https://login.example/authorize?scope=events:write+openid\n", to: "url.txt")
        let run = try candor("import", "oauth-url", "url.txt", "--into", "acme")
        #expect(run.output.contains("no longer asked for, and removed with --prune: users:read"))
        #expect(try text.contains("users:read\", \"requirement"))
        let pruned = try candor("import", "oauth-url", "url.txt", "--into", "acme", "--prune")
        #expect(pruned.output.contains("removed: users:read"))
        #expect(try !text.contains("users:read\", \"requirement"))
        #expect(
            try text.contains("  \"scopes\": [\n    {\"id\": \"events:write\", \"requirement\": \"required\"}\n  ],")
        )
        #expect(try !text.contains("openid"), "it says who signs in, and the catalogue does not know it")
        let again = try candor("import", "oauth-url", "url.txt", "--into", "acme", "--prune")
        #expect(
            again.output == """
                nothing new for '\(Self.manifest)'
                  left out, as it only says who signs in or every app has it: openid

                """
        )
    }

    private func name(_ manifests: String) throws {
        try folder.replace(
            "\"scopes\": [\n",
            with: "\"appManifest\": \(manifests),\n  \"scopes\": [\n",
            in: Self.manifest
        )
    }

    @Test func `what another named manifest asks for is still asked for`() throws {
        try name(#"["app/slack.json", "url.txt", "https://login.example/authorize?scope=users:read"]"#)
        try folder.write(Self.slack, to: "Content/integrations/acme/app/slack.json")
        try folder.write("https://login.example/?scope=users:write", to: "Content/integrations/acme/url.txt")
        let url = "Content/integrations/acme/url.txt"
        let run = try candor("import", "oauth-url", url, "--into", "acme", "--prune")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("added: users:write\n"))
        #expect(!run.output.contains("removed"))
        #expect(try text.contains("\"id\": \"users:read\""))
        #expect(try !text.contains("events:write"), "only what the given manifest asks for is added")
        #expect(try candor("import", "oauth-url", url, "--into", "acme", "--prune").output.hasPrefix("nothing new"))
    }

    @Test func `nothing is removed where a named manifest cannot be read`() throws {
        try name(#"["none.json", "https://login.example/?client_secret=c4n4ry"]"#)
        try folder.write("https://login.example/?scope=events:write", to: "url.txt")
        let run = try candor("import", "oauth-url", "url.txt", "--into", "acme", "--prune")
        #expect(run.output.contains("cannot be told: the listing names 'none.json', 'an address' as well"))
        #expect(!run.output.contains("c4n4ry") && !run.errors.contains("c4n4ry"))
        #expect(try text.contains("\"id\": \"users:read\""))
    }

    @Test func `another actor keeps the reason`() throws {
        try folder.replace(
            #""id": "users:read", "#,
            with: #""id": "users:read", "actor": "user", "#,
            in: Self.manifest
        )
        let before = try text
        let run = try candor("import", "slack", "slack.json", "--into", "acme")
        #expect(run.output.contains("no longer asked for, and removed with --prune: users:read@user"))
        try folder.write(before, to: Self.manifest)
        try folder.write(#"{"oauth_config": {"scopes": {"bot_optional": ["users:read"]}}}"#, to: "bot.json")
        let pruned = try candor("import", "slack", "bot.json", "--into", "acme", "--prune")
        #expect(pruned.output.contains("another actor: users:read@user is now users:read@bot"))
        #expect(!pruned.output.contains("removed"))
        let expected = before.replacingOccurrences(
            of: #""actor": "user", "requirement": "required""#,
            with: #""actor": "bot", "requirement": "optional""#
        )
        #expect(expected != before)
        #expect(try text == expected)
        #expect(try candor("import", "slack", "bot.json", "--into", "acme", "--prune").output.hasPrefix("nothing new"))
    }

    @Test func `what is left out is told`() throws {
        try folder.write(#"{"config": {"auth": {"requiredScopes": ["oauth", "users:read"]}}}"#, to: "app.json")
        let run = try candor("import", "hubspot", "app.json", "--into", "acme")
        #expect(run.output.contains("left out, as it only says who signs in or every app has it: oauth\n"))
        #expect(try !text.contains("\"oauth\""))
    }

    @Test func `no secret of an address is printed`() throws {
        let address = "https://login.example/?client_secret=c4n4ry&scope=users:read"
        let run = try candor("import", "oauth-url", address)
        #expect(run.errors.contains("app-manifest-secret"))
        #expect(!run.errors.contains("c4n4ry") && !run.output.contains("c4n4ry"))
        try name("\"\(address)+events:write\"")
        let check = try candor("check", "acme")
        #expect(check.errors.contains("app-manifest-secret") && check.errors.contains("scope-manifest-mismatch"))
        #expect(!check.errors.contains("c4n4ry") && !check.output.contains("c4n4ry"))
    }

    @Test(arguments: [
        "{\"name\": \"A\", \"scopes\": [\n\t\t{\n\t\t\t\"id\": \"users:read\"\n\t\t}\n]}",
        "{\n  \"name\": \"A\",\n\t\"scopes\": []\n}\n", "{\r\t\"scopes\": []\r}\r",
        "{\t\"name\": \"A\",\n\t\"scopes\": []}",
    ])
    func `tabs stay tabs`(before: String) throws {
        try folder.write(before, to: Self.manifest)
        #expect(try candor("import", "slack", "slack.json", "--into", "acme").exitCode == 0)
        let after = try text
        #expect(after.contains("events:write") && !after.contains("\t  ") && !after.contains("  \t"))
        #expect(!after.contains("\t\t\t\t\t"), "\(after)")
        #expect(before.contains("\r") ? !after.contains("\n") : true)
    }

    @Test(arguments: [
        ("{\"name\": \"A\"}", "{\"name\": \"A\", \"scopes\": ["),
        (
            "{\r\n\t\"name\": \"A\",\r\n\t\"scopes\": []\r\n}\r\n",
            "\t\"scopes\": [\r\n\t\t{\r\n\t\t\t\"id\": \"users:read\",\r\n"
        ),
        ("{\"scopes\": []}", "{\"scopes\": [\n  {"),
        (
            "{\"scopes\": [{\"id\": \"users:read\", \"actor\": \"bot\"}]}",
            "\"bot\"}, {\"id\": \"events:write\", \"actor\""
        ),
        ("{}", "\"scopes\": ["),
    ])
    func `a manifest of any form takes scopes`(before: String, expected: String) throws {
        try folder.write(before, to: Self.manifest)
        let run = try candor("import", "slack", "slack.json", "--into", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        let after = try text
        #expect(after.contains(expected), "\(after)")
        #expect(try JSONSerialization.jsonObject(with: Data(after.utf8)) is [String: Any])
        #expect(after.contains("\r\n") ? !after.replacingOccurrences(of: "\r\n", with: "").contains("\n") : true)
        #expect(try candor("import", "slack", "slack.json", "--into", "acme").output.hasPrefix("nothing new"))
        #expect(try text == after)
    }

    @Test func `a listing is made where there is none`() throws {
        let run = try candor("import", "slack", "slack.json", "--into", "other")
        #expect(run.exitCode == 0, "\(run.errors)")
        let made = try folder.text("Content/integrations/other/integration.json")
        #expect(made.components(separatedBy: "\"actor\": \"bot\"").count == 3)
        #expect(folder.has("Content/integrations/other/index.md"))
    }

    @Test func `faults end it, and nothing is written`() throws {
        let before = try text
        try folder.write("{\"oauth_config\": {\"scopes\": {\"bot\": 1}}}", to: "bad.json")
        let bad = try candor("import", "slack", "bad.json", "--into", "acme")
        #expect(bad.exitCode == 1)
        #expect(bad.errors.contains("app-manifest-malformed"))
        let other = try candor("import", "github", "slack.json", "--into", "acme")
        #expect(other.exitCode == 1)
        #expect(other.errors.contains("Slack app manifest (slack)"))
        #expect(try candor("import", "slack", "none.json", "--into", "acme").exitCode == 3)
        #expect(try candor("import", "slack", "slack.json", "--prune").exitCode == 2)
        #expect(try candor("import", "slack", "slack.json", "--write").exitCode == 2)
        #expect(try candor("import", "slack", "slack.json", "slack.json").exitCode == 2)
        #expect(try candor("import", "openapi", "slack.json", "--into", "acme").exitCode == 2)
        #expect(try candor("import", "slack", "slack.json", "--into", "No Id").exitCode == 2)
        #expect(try text == before)
        try folder.write("{\"scopes\": {}}", to: Self.manifest)
        #expect(try candor("import", "slack", "slack.json", "--into", "acme").exitCode == 1)
        #expect(try text == "{\"scopes\": {}}")
    }

    @Test func `an address can be given itself`() throws {
        let run = try candor("import", "oauth-url", "https://login.example/?scope=users:read")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("users:read"))
        #expect(try candor("import", "oauth-url", "ftp://login.example").exitCode == 1)
    }
}
