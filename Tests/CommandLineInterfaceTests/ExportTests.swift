import Foundation
import TestSupport
import Testing

/// `candor export`: a listing in the forms that marketplaces ask for.
struct ExportTests {
    private let folder: TemporaryFolder
    private let manifest = "Content/integrations/acme/integration.json"

    private static let data = """
        "data": [{"object": "Users", "direction": "both", "purpose": "To match \\"members\\", and more",
                  "stored": true, "retention": "30 days", "onDisconnect": "=1+1", "onUninstall": "Deleted\\nat once"},
                 {"object": "Events", "direction": "write", "purpose": "Sends", "stored": false,
                  "retention": "None", "onDisconnect": "Nothing", "onUninstall": "Nothing"}],
          "features"
        """

    init() throws {
        folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.platform = content.platform.replacingOccurrences(
            of: #""resource": "users", "actions": ["write"]}"#,
            with: #""resource": "users", "actions": ["write"], "sensitivity": "restricted"}"#
        )
        var listing = ListingBuilder()
        listing.scopes = [.init("users:read"), .init("users:write"), .init("events:write")]
        listing.scopes[1].reason = "@SUM writes, or not"
        listing.features = [
            .init("points-sync", title: "Sync points", scopes: ["users:read", "users:write"]),
            .init("tell", title: "Tell | all", scopes: ["events:write"]),
        ]
        listing.features[0].evidence = ["points", "tour"]
        listing.video = "https://www.youtube.com/watch?v=abc123"
        listing.overview = listing.overview.replacingOccurrences(
            of: "so that nobody",
            with: "changes it with [`users:write`](scope:users:write), so that nobody"
        )
        listing.overview += """

            ![A tour](video:tour)

            ## [Tell all](feature:tell)

            Every purchase is told at once with [`events:write`](scope:events:write), and the customer sees it in the
            profile within a minute, next to all that was told before, without having to load the page once more.

            ![The balance](screenshot:points)

            """
        content.listings = [listing]
        try content.write(to: folder)
        try folder.replace("\"features\"", with: Self.data, in: manifest)
    }

    private func export(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["export"] + arguments, in: folder.url)
    }

    @Test func `the table of shared data tells what goes in which direction, as comma-separated values`() throws {
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            run.output
                == [
                    "Object,Direction,Scopes,Purpose,Stored,Retention,On disconnect,On uninstall",
                    "Users,bi-directional,\"users:read, users:write\",\"To match \"\"members\"\", and more\",yes,30 days,'=1+1,"
                        + "\"Deleted\nat once\"",
                    "Events,write,events:write,Sends,no,None,Nothing,Nothing", "",
                ]
                .joined(separator: "\r\n")
        )
    }

    @Test func `a direction that a site lets be wrong is that of the scopes`() throws {
        try folder.replace(#""direction": "both""#, with: #""direction": "read""#, in: manifest)
        #expect(try export("shared-data", "acme").errors.contains("error[policy-data-direction]"))
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "rules": {"policy-data-direction": "off"}"#,
            in: "Content/site.json"
        )
        let run = try export("shared-data", "acme")
        #expect(run.output.contains("Users,bi-directional,"), "\(run.errors)")
    }

    /// Other data statements, each with a purpose of its own.
    private func state(_ statements: (object: String, direction: String)...) throws {
        let data = statements.enumerated().map { number, statement in
            """
            {"object": "\(statement.object)", "direction": "\(statement.direction)", "purpose": "Purpose \(number)",
             "stored": \(number == 1), "retention": "None", "onDisconnect": "Nothing.", "onUninstall": "Nothing."}
            """
        }
        try folder.replace(Self.data, with: "\"data\": [\(data.joined(separator: ",\n"))],\n\"features\"", in: manifest)
    }

    /// The rows without what each says at length.
    private func rows(_ run: CommandRun) throws -> [String] {
        #expect(run.exitCode == 0, "\(run.errors)")
        return run.output.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
            .map { $0.components(separatedBy: ",Purpose")[0] }
    }

    @Test func `an object whose name stands only within a longer one is not in the table`() throws {
        try folder.replace(#""resource": "events""#, with: #""resource": "user events""#, in: "Content/platform.json")
        try state(("User events", "write"))
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("\"data\" does not speak of users, which 'users:read' opens"), "\(run.errors)")
        #expect(!run.errors.contains("speak of user events"))
    }

    @Test func `a longer name is that of another object of the platform, be it asked for or not`() throws {
        try state(("User lists", "read"), ("Events", "write"))
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "rules": {"policy-data-direction": "off"}"#,
            in: "Content/site.json"
        )
        // Nobody can tell whether it is but a part of what there is on users.
        #expect(try rows(export("shared-data", "acme"))[0].hasPrefix("User lists,"))
        try folder.replace(
            #"{"id": "events:write""#,
            with: """
                {"id": "lists:read", "title": "Read lists", "description": "Reads lists.", "kind": "scope",
                 "resource": "user_lists", "actions": ["read"]},
                {"id": "events:write"
                """,
            in: "Content/platform.json"
        )
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("\"data\" does not speak of users, which 'users:read' opens"), "\(run.errors)")
        #expect(run.errors.contains("belongs in \"terms\" of the scope in platform.json"), "\(run.errors)")
    }

    @Test(arguments: ["No users", "Not the users", "All but events, without users", "Data other than users"])
    func `what is denied is not named`(object: String) throws {
        try state((object, "both"), ("Events", "write"))
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("\"data\" does not speak of users, which 'users:read' opens"), "\(run.errors)")
    }

    @Test func `the same name is known with hyphens and in an irregular plural`() throws {
        try folder.replace(#""resource": "events""#, with: #""resource": "emails""#, in: "Content/platform.json")
        try state(("Users", "both"), ("E-mails", "write"))
        #expect(
            try rows(export("shared-data", "acme"))
                == ["Users,bi-directional,\"users:read, users:write\"", "E-mails,write,events:write"]
        )
    }

    @Test func `one statement may name several objects`() throws {
        try folder.replace(#""resource": "events""#, with: #""resource": "user events""#, in: "Content/platform.json")
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "rules": {"policy-data-direction": "off"}"#,
            in: "Content/site.json"
        )
        try state(("Users and user events", "both"))
        #expect(
            try rows(export("shared-data", "acme"))
                == ["Users and user events,bi-directional,\"events:write, users:read, users:write\""]
        )
    }

    @Test func `a direction is told where the object itself stands`() throws {
        try state(("Events of users", "write"), ("Users", "both"))
        #expect(
            try rows(export("shared-data", "acme"))
                == [
                    "Events of users,write,\"events:write, users:write\"",
                    "Users,bi-directional,\"users:read, users:write\"",
                ]
        )
    }

    @Test func `statements on one object are one row`() throws {
        try state(("Users", "read"), ("user", "write"), ("Events", "write"))
        let run = try export("shared-data", "acme")
        #expect(
            try rows(run) == ["Users,bi-directional,\"users:read, users:write\"", "Events,write,events:write"]
        )
        #expect(run.output.contains(",Purpose 0; Purpose 1,yes,None,Nothing.,Nothing.\r\n"), "\(run.output)")
    }

    @Test func `an object that no scope opens is warned of`() throws {
        let more =
            #""data": [{"object": "Orders", "direction": "read", "purpose": "P", "stored": false, "retention": "None", "onDisconnect": "Nothing", "onUninstall": "Nothing"},"#
        try folder.replace("\"data\": [", with: more, in: manifest)
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("Orders,read,,P,"))
        #expect(run.errors.contains("warning[export-object-unopened]: no scope in use opens 'Orders'"), "\(run.errors)")
        #expect(!run.errors.contains("'Users'"))
    }

    @Test func `of a bundle the scope that is requested is named`() throws {
        try folder.replace(
            #"{"id": "events:write""#,
            with: """
                {"id": "key", "title": "Key", "description": "Opens all.", "kind": "bundle",
                 "members": ["events:write"]},
                {"id": "events:write"
                """,
            in: "Content/platform.json"
        )
        try folder.replace(#""id": "events:write""#, with: #""id": "key""#, in: manifest)
        try folder.replace(
            "(scope:events:write)",
            with: "(scope:events:write) of the [`key`](scope:key)",
            in: "Content/integrations/acme/index.md"
        )
        let run = try export("shared-data", "acme")
        #expect(run.output.contains("\r\nEvents,write,key,Sends"), "\(run.errors)")
        #expect(run.output.contains("\"users:read, users:write\""))
    }

    @Test func `an object of the scopes that is not in the table stops it`() throws {
        try folder.replace(#"{"object": "Events""#, with: #"{"object": "Orders""#, in: manifest)
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("\"data\" does not speak of events, which 'events:write' opens"), "\(run.errors)")
        #expect(try export("scope-reasons", "acme").exitCode == 0)
    }

    @Test func `each scope has its reason, its class and the video that shows it`() throws {
        let run = try export("scope-reasons", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        let rows = run.output.components(separatedBy: "\r\n")
        try #require(rows.count == 5)
        #expect(rows[0] == "Scope,Actor,Title,Requirement,When,Class,Reason,If declined,Features,Evidence,Videos")
        #expect(
            rows[2]
                == "users:write,,Change users,required,,restricted,\"'@SUM writes, or not\",,Sync points,\"points, tour\","
                + "https://www.youtube.com/watch?v=abc123"
        )
        #expect(rows[3].hasPrefix("events:write,,Send events,required,,sensitive,Members are"))
    }

    @Test func `a permission of several actors is one permission for Stripe`() throws {
        let page = "Content/integrations/acme/index.md"
        var text = try folder.text(manifest)
        for (old, new) in [
            (#""id": "users:read""#, #""id": "users:read", "actor": "bot""#),
            (#""id": "users:write""#, #""id": "users:read", "actor": "user""#),
            (#"["users:read", "users:write"]"#, #"["users:read@bot", "users:read@user"]"#),
        ] {
            #expect(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        try folder.write(text, to: manifest)
        try folder.replace("[`users:write`](scope:users:write)", with: "`users:read@user`", in: page)
        try folder.replace("[`users:read`](scope:users:read)", with: "`users:read@bot`", in: page)
        let run = try export("stripe-permissions", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.components(separatedBy: #""permission": "users:read""#).count == 2)
        let both = #""purpose": "Members are matched to profiles by it. @SUM writes, or not""#
        #expect(run.output.contains(both), "\(run.output)")
    }

    @Test func `rows are written as JSON and as Markdown as well`() throws {
        let json = try JSONSerialization.jsonObject(
            with: Data(try export("scope-reasons", "acme", "--format", "json").output.utf8)
        )
        let scopes = try #require((json as? [String: Any])?["scopes"] as? [[String: Any]])
        // Of the first the catalogue does not say it.
        #expect(scopes.map { $0["class"] as? String } == [nil, "restricted", "sensitive"])
        #expect(scopes[1]["reason"] as? String == "@SUM writes, or not")
        #expect(scopes[1]["evidence"] as? [String] == ["points", "tour"])
        #expect(scopes[1]["when"] == nil)
        let table = try export("scope-reasons", "acme", "--format", "markdown").output
        #expect(table.contains("| Sync points |"))
        #expect(table.contains("Tell \\| all"))
        #expect(table.split(separator: "\n").count == 5)
    }

    @Test func `permissions for Stripe are those of its manifest`() throws {
        let run = try export("stripe-permissions", "acme")
        #expect(
            run.output == """
                {
                  "permissions": [
                    {
                      "permission": "users:read",
                      "purpose": "Members are matched to profiles by it."
                    },
                    {
                      "permission": "users:write",
                      "purpose": "@SUM writes, or not"
                    },
                    {
                      "permission": "events:write",
                      "purpose": "Members are matched to profiles by it."
                    }
                  ]
                }

                """,
            "\(run.errors)"
        )
    }

    @Test func `the whole listing has the bytes of the site`() throws {
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "languages": ["fr"]"#,
            in: "Content/site.json"
        )
        let build = try CommandRun(["build"], in: folder.url)
        #expect(build.exitCode == 0, "\(build.errors)")
        #expect(try export("listing", "acme").output == folder.text("Output/integrations/acme/listing.json"))
        #expect(
            try export("listing", "acme", "--format", "markdown").output
                == folder.text("Output/integrations/acme/index.md")
        )
        try folder.replace(
            #""tagline": "Points in profiles""#,
            with: #""tagline": {"en": "Points in profiles", "fr": "Des points dans les profils"}"#,
            in: manifest
        )
        for page in ["index", "setup"] {
            let listing = "Content/integrations/acme"
            try folder.write(try folder.text("\(listing)/\(page).md"), to: "\(listing)/\(page).fr.md")
        }
        let second = try CommandRun(["build"], in: folder.url)
        #expect(second.exitCode == 0, "\(second.errors)")
        let french = try export("listing", "acme", "--language", "fr")
        #expect(french.output.contains("Des points dans les profils"))
        #expect(french.output == (try folder.text("Output/fr/integrations/acme/listing.json")))
        #expect(try export("listing", "acme", "--language", "de").errors.contains("not written in 'de' (en, fr)"))
    }

    @Test func `a listing with errors is not exported`() throws {
        try folder.replace(#""id": "tell""#, with: #""id": "tells""#, in: manifest)
        for kind in ["shared-data", "scope-reasons", "stripe-permissions", "listing"] {
            let run = try export(kind, "acme")
            #expect(run.exitCode == 1)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("error[feature-unknown]"), "\(run.errors)")
            #expect(run.errors.contains("a listing with errors is not exported"))
        }
    }

    @Test func `a reason that a site lets be missing is missing from a form`() throws {
        try folder.replace(#""reason": "@SUM writes, or not""#, with: #""reason": " ""#, in: manifest)
        try folder.replace(
            #""language": "en""#,
            with: #""language": "en", "rules": {"scope-reason-missing": "off"}"#,
            in: "Content/site.json"
        )
        let run = try export("stripe-permissions", "acme")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("'users:write' has no reason"), "\(run.errors)")
    }

    @Test(arguments: [
        (["shared-date", "acme"], "there is no export 'shared-date'; did you mean 'shared-data'?", 2),
        (["stripe-permissions", "acme", "--format", "csv"], "'stripe-permissions' is not written as 'csv' (json)", 2),
        (["listing", "acme", "--format", "xml"], "'listing' is not written as 'xml' (json, markdown)", 2),
        (["listing", "acne"], "there is no integration 'acne'; did you mean 'acme'?", 1),
        (["listing", "../acme"], "there is no integration '../acme'", 1), (["listing"], "KIND ID is missing", 2),
    ])
    func `what cannot be exported is said`(arguments: [String], message: String, exitCode: Int32) throws {
        let run = try CommandRun(["export"] + arguments, in: folder.url)
        #expect(run.exitCode == exitCode)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test(arguments: ["=1", "+1", "-1", "@a", "\\t=1", " =1", "＝1", "\\n-1"])
    func `no spreadsheet computes what an author wrote`(text: String) throws {
        try folder.replace("\"=1+1\"", with: "\"\(text)\"", in: manifest)
        let run = try export("shared-data", "acme")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains(",'") || run.output.contains(",\"'"), "\(run.output)")
    }
}
