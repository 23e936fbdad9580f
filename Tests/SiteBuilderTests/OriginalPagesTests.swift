import Diagnostics
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import SiteBuilder

/// What stands in the folder of a language and is written in the main language.
struct OriginalPagesTests {
    private let folder: TemporaryFolder
    private static let base = "https://directory.example/base/"

    init() throws { folder = try TemporaryFolder() }

    private static let overview = """
        Acme keeps points in profiles.

        ![](video:film)

        ## [Sync points](feature:points-sync)

        When a balance changes, Acme looks up the profile of the member with [`users:read`](scope:users:read)
        and shows the balance beside it, so that nobody has to open a second window to see it.

        ![The balance in a profile](screenshot:points)

        > [!NOTE]
        > Balances are never older than a minute.

        | Tier | Points | Since | Until | Kept | Shown |
        | --- | --- | --- | --- | --- | --- |
        | Gold | 120 | January | March | Always | In the profile of the member, beside the name |

        - [ ] Ask for an account

        """

    /// One listing without any French, but for what a test changes.
    private static func content(_ change: (inout ContentBuilder) -> Void = { _ in }) -> ContentBuilder {
        var content = ContentBuilder()
        content.site = content.site.replacing(
            "\"language\": \"en\"",
            with: "\"language\": \"en\", \"languages\": [\"fr\"]"
        )
        content.listings[0].overview = overview
        content.listings[0].scopes[0].requirement = "optional"
        content.listings[0].scopes[0].ifDeclined = "Balances are not shown."
        content.listings[0].video = "https://www.youtube.com/watch?v=abcdefghijk"
        content.listings[0].files["integration.json"] = Array(
            content.listings[0].manifest.replacing(
                "\"id\": \"tour\"",
                with: "\"id\": \"film\", \"caption\": \"A tour\""
            ).utf8
        )
        change(&content)
        return content
    }

    private static func page(_ title: String, kind: String, _ body: String) -> [UInt8] {
        Array("---\ntitle: \(title)\ndescription: Une description.\nkind: \(kind)\n---\n\n\(body)".utf8)
    }

    private static func edit(_ content: inout ContentBuilder, _ old: String, _ new: String) {
        let manifest = String(decoding: content.listings[0].files["integration.json"] ?? [], as: UTF8.self)
        precondition(manifest.contains(old))
        content.listings[0].files["integration.json"] = Array(manifest.replacing(old, with: new).utf8)
    }

    private func site(_ content: ContentBuilder) async throws -> FolderSnapshot {
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        let isPublished = outcome.isPublished
        #expect(isPublished, "\(outcome.report.sorted.filter { $0.severity == .error })")
        return try FolderSnapshot(folder.url.appending(path: "Output"))
    }

    /// The text of a page alone.
    private func prose(_ page: String, _ site: FolderSnapshot) throws -> String {
        let text = site.text(page)
        let start = try #require(text.firstRange(of: "<div class=\"prose\"")?.lowerBound)
        let end = try #require(text[start...].firstRange(of: "\n</div>\n</div>")?.lowerBound)
        return String(text[start..<end])
    }

    // MARK: Words of the interface

    @Test func `within a text that is not translated, the words of the site are in its language`() async throws {
        let site = try await site(Self.content())
        let page = "integrations/acme/index.html"
        let (english, shown) = (try prose(page, site), try prose("fr/\(page)", site))
        #expect(shown.hasPrefix("<div class=\"prose\" lang=\"en\" dir=\"ltr\">"))
        for words in ["Link to Sync points", "Table: Sync points", ">Note<", "Not done", "Needs"] {
            #expect(english.contains(words), "\(words)")
            #expect(shown.contains(words), "\(words)")
        }
        for words in ["Lien vers", "Tableau", "Remarque", "À faire", "Nécessite", "Regarder"] {
            #expect(!shown.contains(words), "\(words)")
        }
    }

    @Test func `a translated text has the words of its language`() async throws {
        let translated = Self.content {
            $0.listings[0].files["index.fr.md"] = Self.page("Aperçu", kind: "overview", Self.overview)
        }
        let text = try prose("fr/integrations/acme/index.html", try await site(translated))
        #expect(text.hasPrefix("<div class=\"prose\">"))
        for words in ["Lien vers Sync points", "aria-label=\"Tableau", "Nécessite"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    // MARK: Attributes

    private func pictures(_ page: String, _ site: FolderSnapshot) -> [[String: String]] {
        HTMLScan(site.text(page)).tags.filter { !($0.attributes["alt"] ?? "").isEmpty }.map(\.attributes)
    }

    @Test func `a picture says which language it is described in, where that is not the one around it`() async throws {
        let site = try await site(Self.content())
        let own = pictures("integrations/acme/index.html", site)
        #expect(own.count == 2 && own.allSatisfy { $0["lang"] == nil }, "\(own)")
        // The gallery is French, the text below it is not.
        let shown = pictures("fr/integrations/acme/index.html", site)
        #expect(shown.map { $0["lang"] } == ["en", nil], "\(shown)")
    }

    @Test func `a description that is translated says so within a text that is not`() async throws {
        let site = try await site(
            Self.content {
                Self.edit(
                    &$0,
                    "\"alt\": \"A profile with a balance of 120 points\"",
                    "\"alt\": {\"en\": \"A profile with a balance of 120 points\", \"fr\": \"Un profil avec un solde\"}"
                )
                Self.edit(&$0, "\"caption\": \"A tour\"", "\"caption\": {\"en\": \"A tour\", \"fr\": \"Une visite\"}")
                $0.listings[0].files["index.fr.md"] = Self.page("Aperçu", kind: "overview", Self.overview)
                $0.listings[0].files["more.md"] = Self.page(
                    "More",
                    kind: "guide",
                    "![](video:film)\n\n![](screenshot:points)\n"
                )
            }
        )
        let overview = pictures("fr/integrations/acme/index.html", site)
        #expect(overview.map { $0["alt"] } == ["Un profil avec un solde", "Un profil avec un solde"])
        #expect(overview.map { $0["lang"] } == [nil, nil], "\(overview)")
        #expect(pictures("fr/integrations/acme/more/index.html", site).map { $0["lang"] } == ["fr"])
        let caption = "<figcaption><span lang=\"fr\" dir=\"ltr\">Une visite</span>"
        #expect(site.text("fr/integrations/acme/more/index.html").contains(caption))
        #expect(!site.text("integrations/acme/more/index.html").contains("<span lang="))
    }

    // MARK: The notice

    private static let platform = """
        {
          "complete": true,
          "checked": "2026-11-01",
          "products": [{"id": "segments", "name": {"en": "Segments", "fr": "Segments"}}],
          "scopes": [
            {"id": "users:read", "title": {"en": "Read users", "fr": "Lire"}, "kind": "scope", "actions": ["read"],
             "description": {"en": "Reads.", "fr": "Lit."}, "resource": {"en": "users", "fr": "les utilisateurs"}},
            {"id": "users:write", "title": {"en": "Change users", "fr": "Modifier"}, "kind": "scope",
             "description": {"en": "Changes.", "fr": "Modifie."}, "actions": ["write"], "implies": ["users:read"],
             "resource": {"en": "users", "fr": "les utilisateurs"}},
            {"id": "key", "title": {"en": "Key", "fr": "Clé"}, "description": {"en": "All.", "fr": "Tout."},
             "kind": "bundle", "members": ["users:read", "events:write"]},
            {"id": "events:write", "title": {"en": "Send events", "fr": "Envoyer"}, "kind": "scope",
             "description": {"en": "Adds.", "fr": "Ajoute."}, "resource": {"en": "events", "fr": "les événements"},
             "actions": ["write"]}
          ],
          "operations": [
            {"id": "find-user", "method": "GET", "path": "/users/{id}", "scopes": [["users:read"]]}
          ]
        }

        """

    /// Asks for a bundle and uses one part of it.
    private static func bundle(_ change: (inout ContentBuilder) -> Void = { _ in }) -> ContentBuilder {
        content { content in
            content.platform = platform
            edit(
                &content,
                "\"id\": \"users:read\"",
                "\"id\": \"key\", \"unusedGrants\": [{\"grant\": \"events:write\", \"statement\": \"Never sent.\"}]"
            )
            edit(&content, "\"scopes\": [\"users:read\"]", "\"scopes\": [\"key\"], \"operations\": [\"find-user\"]")
            content.listings[0].overview = overview.replacing(
                "[`users:read`](scope:users:read)",
                with: "[`users:read`](scope:users:read) by the [`key`](scope:key)"
            )
            change(&content)
        }
    }

    @Test func `a page of a permission says that texts are not translated only where it shows one`() async throws {
        let site = try await site(Self.bundle())
        // Whoever has no use for it gives no reason for it.
        for page in ["fr/scopes/events-write/index.html", "fr/scopes/users-write/index.html", "fr/scopes/index.html"] {
            #expect(!site.text(page).contains("class=\"notice"), "\(page)")
            #expect(!site.text(page.replacing(".html", with: ".md")).contains("Certains textes"), "\(page)")
        }
        #expect(site.text("fr/scopes/events-write/index.md").contains("[Acme Loyalty]"))
        #expect(!site.text("fr/scopes/events-write/index.md").contains("Members are matched"))
        for page in ["fr/scopes/users-read/index.html", "fr/scopes/key/index.html"] {
            #expect(site.text(page).contains("class=\"notice original\""), "\(page)")
            #expect(site.text(page).contains("<span lang=\"en\" dir=\"ltr\">Members are matched"), "\(page)")
            let twin = site.text(page.replacing(".html", with: ".md"))
            #expect(twin.contains("> Certains textes") && twin.contains("Members are matched"), "\(page)")
        }
    }

    @Test func `a related permission without a French name is named on the page and not in its twin`() async throws {
        let site = try await site(
            Self.bundle { content in
                content.platform = content.platform
                    .replacing(#"{"en": "Key", "fr": "Clé"}"#, with: #""Key""#)
            }
        )
        #expect(site.text("fr/scopes/events-write/index.html").contains("class=\"notice original\""))
        #expect(!site.text("fr/scopes/events-write/index.md").contains("Certains textes"))
        #expect(!site.text("fr/scopes/users-write/index.html").contains("class=\"notice"))
    }

    // MARK: Machines

    @Test func `machines are told of the page as it was written`() async throws {
        let site = try await site(Self.content())
        let page = site.text("fr/integrations/acme/index.html")
        let data = page.prefix(upTo: page.firstRange(of: "</head>")?.lowerBound ?? page.endIndex)
        #expect(data.contains(#""users:read (optional)""#) && !data.contains("facultative"))
        #expect(data.contains(#""url":"\#(Self.base)integrations/acme/""#))
        #expect(!data.contains(#""url":"\#(Self.base)fr/integrations/acme/""#))
        // The way there leads over French pages.
        #expect(
            data.contains(#""item":"\#(Self.base)fr/""#) && data.contains(#""item":"\#(Self.base)integrations/acme/""#)
        )
    }

    private func record(_ site: FolderSnapshot) throws -> [String: Any]? {
        let bytes = Data(site.text("fr/integrations/acme/listing.json").utf8)
        return try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    }

    @Test func `a record is in the language of its texts`() async throws {
        #expect(try record(try await site(Self.content()))?["inLanguage"] as? String == "en")
        let translated = Self.content {
            Self.edit(
                &$0,
                "\"tagline\": \"Points in profiles\"",
                "\"tagline\": {\"en\": \"Points\", \"fr\": \"Des points\"}"
            )
            $0.listings[0].files["index.fr.md"] = Self.page("Aperçu", kind: "overview", Self.overview)
        }
        #expect(try record(try await site(translated))?["inLanguage"] as? String == "fr")
    }

    @Test func `a feed says which of its texts are not translated`() async throws {
        let feed = try await site(Self.content()).text("fr/feed.xml")
        #expect(feed.contains("<content xml:lang=\"en\">Points in profiles</content>"), "\(feed)")
        #expect(feed.contains("<subtitle xml:lang=\"en\">Two words on every integration.</subtitle>"))
        #expect(XMLParser(data: Data(feed.utf8)).parse())
    }

    @Test func `where a feed tells of changes as well, each part is in its language`() async throws {
        let record = """
            {"releases": [{"version": "0.9.0", "date": "2026-10-01", "scopes": [
              {"id": "users:write", "requirement": "required", "features": []}]}]}
            """
        let content = Self.content {
            $0.listings[0].files["permissions.json"] = Array(record.utf8)
            $0.listings[0].files["changelog.md"] = Self.page(
                "What changed",
                kind: "changelog",
                "## 1.0.0\n\nAsks for `users:read` and no more for `users:write`.\n"
            )
        }
        let feed = try await site(content).text("fr/feed.xml")
        #expect(feed.contains("<p xml:lang=\"en\">Points in profiles</p>\n<p>"), "\(feed)")
        #expect(XMLParser(data: Data(feed.utf8)).parse())
    }
}
