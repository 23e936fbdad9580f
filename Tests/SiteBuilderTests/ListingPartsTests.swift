import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

/// What Candor writes below the author's text of a listing.
struct ListingPartsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A listing of two features and three permissions, and what each of its releases asked for.
    private func page(record: String? = nil, _ change: (inout ListingBuilder) -> Void = { _ in }) async throws -> String
    {
        var content = ContentBuilder()
        var events = ListingBuilder.Scope("events:write")
        events.requirement = "optional"
        events.ifDeclined = "No events are sent."
        events.reason = "Rewards become events by it."
        content.listings[0].scopes.append(events)
        content.listings[0].features.append(.init("reward-events", title: "Send rewards", scopes: ["events:write"]))
        content.listings[0].overview += """

            ## [Send rewards](feature:reward-events)

            When a member takes a reward, an event is sent with [`events:write`](scope:events:write), so that campaigns know
            of the reward on the same day and nobody is offered it a second time by mistake.

            ![The balance in a profile](screenshot:points)

            """
        if let record { content.listings[0].files["permissions.json"] = Array(record.utf8) }
        change(&content.listings[0])
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        return try folder.text("Output/integrations/acme/index.html")
    }

    private func text(_ html: String, from start: String, to end: String) throws -> String {
        let first = try #require(html.firstRange(of: start))
        let last = try #require(html[first.upperBound...].firstRange(of: end))
        let words = html[first.upperBound..<last.lowerBound].split { $0 == "<" }.map {
            $0.drop { $0 != ">" }.dropFirst()
        }
        return words.joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
    }

    @Test func `a table tells in words which feature needs which permission`() async throws {
        let map = try text(try await page(), from: "class=\"table scope-map\"", to: "</table>")
        #expect(
            map == "Permission Sync points Send rewards "
                + "users:read Required needed – not needed events:write Optional – not needed needed"
        )
    }

    @Test func `a picture shows the same, and is told as one`() async throws {
        let html = try await page()
        let scan = HTMLScan(html)
        let box = try #require(scan.tags.first { $0.attributes["role"] == "img" })
        let description = try #require(box.attributes["aria-labelledby"])
        #expect(scan.ids.count { $0 == description } == 1)
        #expect(
            try text(html, from: "<desc id=\"\(description)\"", to: "</desc>")
                == "A picture: lines lead from 2 features to 2 permissions, 2 lines in all. "
                + "The tables of permissions on this page say the same in words."
        )
        #expect(!html.contains("style="))
        let twin = try folder.text("Output/integrations/acme/index.md")
        #expect(!twin.contains("svg"))
        #expect(twin.contains("`events:write`"))
    }

    @Test func `a title cannot end the picture`() async throws {
        let html = try await page { $0.features[1].title = "</svg></div><script>alert(1)</script>" }
        #expect(!html.contains("<script>alert"))
        #expect(
            HTMLScan(html).tags.count { $0.name == "script" }
                == HTMLScan(try await page()).tags.count { $0.name == "script" }
        )
    }

    @Test func `of one key with many doors the table tells which door a feature uses, and that it is planned`()
        async throws
    {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            "{\"id\": \"users:write\"",
            with: """
                {"id": "key", "title": "Key", "description": "Opens all.", "kind": "bundle",
                 "members": ["users:read", "events:write"]},
                {"id": "users:write"
                """
        )
        content.listings[0].scopes = [.init("key")]
        content.listings[0].features = [
            .init("points-sync", title: "Sync points", scopes: ["users:read"]),
            .init("second", title: "Second", scopes: ["events:write"]),
        ]
        content.listings[0].overview =
            content.listings[0].overview.replacing(
                "(scope:users:read)",
                with: "(scope:users:read) of the [`key`](scope:key)"
            )
            + "\n## [Second](feature:second)\n\nWith [`events:write`](scope:events:write) of the [`key`](scope:key) it does so. "
            + String(repeating: "Words of it. ", count: 12) + "\n\n![The balance](screenshot:points)\n"
        try content.write(to: folder)
        try folder.replace(
            #""id": "second","#,
            with: #""id": "second", "status": "planned","#,
            in: "Content/integrations/acme/integration.json"
        )
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let html = try folder.text("Output/integrations/acme/index.html")
        #expect(html.contains("<desc id=\"scope-picture.text\">"))
        #expect(html.contains("id=\"scope-map.title\""))
        #expect(
            try text(html, from: "class=\"table scope-map\"", to: "</table>")
                == "Permission Sync points Second planned key Required needed users:read needed events:write – sensitive"
        )
    }

    @Test func `where too much would have to be drawn, the section says so`() async throws {
        let sentence = "There is no drawing of it"
        #expect(!(try await page()).contains(sentence))
        let html = try await page { listing in
            listing.features += (0..<23).map { .init("more-\($0)", title: "More \($0)", scopes: ["users:read"]) }
            for feature in listing.features.dropFirst(2) {
                listing.overview +=
                    "\n## [\(feature.title)](feature:\(feature.id))\n\nWith [`users:read`](scope:users:read) it goes on. "
                    + String(repeating: "Words of it. ", count: 12) + "\n\n![The balance](screenshot:points)\n"
            }
        }
        #expect(html.contains(sentence))
        #expect(!html.contains("scope-picture.text"))
    }

    @Test func `with one permission there is nothing to tell apart`() async throws {
        var content = ContentBuilder()
        content.listings[0].features.append(.init("second", title: "Second", scopes: []))
        content.listings[0].overview +=
            "\n## [Second](feature:second)\n\n" + String(repeating: "Words of it. ", count: 12)
            + "\n\n![The balance](screenshot:points)\n"
        try content.write(to: folder)
        #expect(try await build(in: folder).isPublished)
        #expect(!(try folder.text("Output/integrations/acme/index.html")).contains("scope-map"))
    }

    private func release(_ version: String, _ scopes: [(id: String, requirement: String)]) -> String {
        let list = scopes.map { "{\"id\": \"\($0.id)\", \"requirement\": \"\($0.requirement)\", \"features\": []}" }
        return "{\"version\": \"\(version)\", \"date\": \"2026-10-01\", \"scopes\": [\(list.joined(separator: ", "))]}"
    }

    @Test func `releases on record tell what each asked for otherwise than the one before`() async throws {
        let record = """
            {"releases": [
              \(release("0.1.0", [("users:write", "required"), ("events:write", "required")])),
              \(release("0.2.0", [("users:write", "required"), ("events:write", "required")])),
              \(release("1.0.0", [("users:read", "required"), ("events:write", "optional")]))]}
            """
        let html = try await page(record: record) {
            $0.files["changelog.md"] = Array(
                """
                ---
                title: What changed
                description: What changed from one version to the next.
                kind: changelog
                order: 9
                ---

                ## 1.0.0

                Reads `users:read` instead of writing, and leaves `events:write` to the customer.

                """.utf8
            )
        }
        let releases = try text(html, from: "<ol class=\"releases\" role=\"list\"", to: "</ol>")
        #expect(
            releases
                == "Version 1.0.0 1 October 2026 Added users:read Required. Everybody must consent again. "
                + "Changed events:write Optional, was Required. Nobody must consent again. "
                + "Removed users:write . Nobody must consent again. Version 0.2.0 1 October 2026 No change in what it asks for. "
                + "Version 0.1.0 1 October 2026 Asks for users:write Required Asks for events:write Required"
        )
        // What is asked for still leads to its row, and what is not does not.
        let links = HTMLScan(html).tags.filter { $0.name == "a" && $0.attributes["class"] == "scope-id" }
            .compactMap { $0.attributes["href"] }
        #expect(Set(links) == ["#scope-users-read", "#scope-events-write"])
        #expect(html.contains("integrations/acme/changelog/index.html\">What changed</a>"))
        #expect(html.contains("href=\"#release.list\""))
    }

    @Test func `what is asked for in the place of something else is told as wider or narrower, in every form`()
        async throws
    {
        let manage = """
            {"id": "users:manage", "title": "Manage users", "description": "All of profiles.", "kind": "scope",
             "resource": "users", "actions": ["read", "write"]},
            """
        var content = ContentBuilder()
        content.platform = content.platform.replacingOccurrences(
            of: "{\"id\": \"events:write\"",
            with: "\(manage)\n{\"id\": \"events:write\""
        )
        let record = """
            {"releases": [\(release("0.1 <b>", [("users:read", "required")])),
                          \(release("0.2.0", [("users:manage", "required")])),
                          \(release("0.2.0", [("users:manage", "required")])),
                          \(release("1.0.0", [("users:read", "required")]))]}
            """
        content.listings[0].files["permissions.json"] = Array(
            record.replacingOccurrences(of: "\"features\": []", with: "\"features\": [\"points-sync\"]").utf8
        )
        content.listings[0].files["changelog.md"] = Array(
            "---\ntitle: Changes\ndescription: What changed.\nkind: changelog\norder: 9\n---\n\n## 1.0.0\n\nLess.\n"
                .utf8
        )
        let folder = try TemporaryFolder()
        try content.write(to: folder)
        let built = try await build(in: folder)
        #expect(built.isPublished, "\(built.report.sorted)")
        let html = try folder.text("Output/integrations/acme/index.html")
        #expect(html.contains(#"<li id="version.0-2-0">"#) && html.contains(#"<li id="version.0-2-0-2">"#))
        #expect(html.contains(#"<li id="version.0-1-b">"#))
        let releases = try text(html, from: "<ol class=\"releases\" role=\"list\"", to: "</ol>")
        #expect(
            releases.contains(
                "Narrowed users:read Required, in place of users:manage. Nobody must consent again. Sync points now needs users:read."
            )
        )
        #expect(
            releases.contains(
                "Widened users:manage Required, in place of users:read. Everybody must consent again. "
                    + "Sync points now needs users:manage. Sync points no longer needs users:read."
            )
        )
        let twin = try folder.text("Output/integrations/acme/index.md")
        #expect(
            twin.contains(
                "- Narrowed `users:read` (required), in place of users:manage. Nobody must consent again.\n- Sync points now needs users:read. "
            )
        )
        #expect(twin.contains("### Version 0.1 \\<b> – 2026-10-01\n\n- Asks for `users:read` (required).\n"))
        let data = try folder.text("Output/integrations/acme/listing.json")
        #expect(
            data.contains(
                #""changes":[{"id":"users:manage","change":"widened","inPlaceOf":["users:read"],"requirementBefore":"#
                    + #""required","requirement":"required","consent":"everybody"}]"#
            )
        )
        #expect(try folder.text("Output/feed.xml").contains("users:read, which allows less, in place of users:manage"))
    }

    @Test func `the condition of a scope stands with the release that the listing describes`() async throws {
        let record = "{\"releases\": [\(release("0.1.0", [("users:read", "required")]))]}"
        var content = ContentBuilder()
        content.listings[0].files["permissions.json"] = Array(record.utf8)
        try content.write(to: folder)
        try folder.replace(
            "\"requirement\": \"required\"",
            with:
                "\"requirement\": \"conditional\", \"when\": \"Matching *is* on.\", \"ifDeclined\": \"Nobody is matched.\"",
            in: "Content/integrations/acme/integration.json"
        )
        try folder.replace(
            "\"language\": \"en\"",
            with: "\"language\": \"en\", \"rules\": {\"freshness-changelog-silent\": \"off\"}",
            in: "Content/site.json"
        )
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let html = try folder.text("Output/integrations/acme/index.html")
        #expect(html.contains("Conditional, was Required. Nobody must consent again. Condition: Matching *is* on."))
        let twin = try folder.text("Output/integrations/acme/index.md")
        #expect(
            twin.contains("(conditional, was required). Nobody must consent again. Condition: Matching \\*is\\* on.")
        )
        #expect(
            try folder.text("Output/integrations/acme/listing.json").contains(#""when":"Matching *is* on.","consent""#)
        )
    }

    @Test func `the page says how many releases it does not show, and the files beside it have all`() async throws {
        func html(_ count: Int) async throws -> String {
            let versions = (1..<count).map { "0.\($0).0" } + ["1.0.0"]
            let releases = versions.map { release($0, [("users:read", "required"), ("events:write", "optional")]) }
            return try await page(record: "{\"releases\": [\(releases.joined(separator: ",\n"))]}")
        }
        let long = try await html(43)
        #expect(long.components(separatedBy: "<li id=\"version.").count == 25)
        #expect(
            long.contains("index.md\">19 earlier releases on record, in the Markdown of this page</a></p>")
        )
        #expect(try folder.text("Output/integrations/acme/index.md").contains("### Version 0.1.0 "))
        #expect(try folder.text("Output/integrations/acme/listing.json").contains(#""version":"0.1.0""#))
        #expect(!(try await html(24)).contains("earlier release"))
    }

    @Test func `a listing without a record says nothing of releases`() async throws {
        let html = try await page()
        #expect(!html.contains("release.list"))
        #expect(html.contains("href=\"#permission.table\""))
    }
}

/// What the text of a help page becomes.
struct HelpPageTests {
    private func pages(_ body: String, kind: String) async throws -> String {
        var content = ContentBuilder()
        content.files["pages/a.md"] = Array("---\ntitle: A\ndescription: B.\nkind: \(kind)\n---\n\n\(body)\n".utf8)
        let folder = try TemporaryFolder()
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        return try folder.text("Output/pages/a/index.html")
    }

    @Test func `numbered lists are steps on a page of set-up, and below a heading that speaks of steps`() async throws {
        let list = "1. Open it.\n2. Press it.\n"
        #expect(try await pages("## Go\n\n\(list)", kind: "setup").contains("<ol class=\"steps\" role=\"list\">"))
        #expect(try await pages("## Next steps\n\n\(list)", kind: "guide").contains("<ol class=\"steps\""))
        let shown = "1. Open it.\n\n   ![The form](../integrations/acme/media/points.png)\n2. Press it.\n"
        #expect(try await pages("## Go\n\n\(shown)", kind: "guide").contains("<ol class=\"steps\""))
        #expect(!(try await pages("## Stepwise\n\n\(list)", kind: "guide").contains("class=\"steps\"")))
    }

    @Test func `code is marked where its language is known`() async throws {
        let html = try await pages("```json\n{\"a\": \"<b>\"}\n```\n\n```sql\nselect 1\n```\n", kind: "guide")
        #expect(
            html.contains(
                "<code class=\"language-json\">{<span class=\"c-name\">&quot;a&quot;</span>: "
                    + "<span class=\"c-string\">&quot;&lt;b&gt;&quot;</span>}\n</code>"
            )
        )
        #expect(html.contains("<code class=\"language-sql\">select 1\n</code>"))
    }
}
