import Diagnostics
import Foundation
import Listing
import Templates
import TestSupport
import Testing

@testable import SiteBuilder

/// A site in several languages: what is checked and what is shown in each.
struct LanguagesTests {
    private let folder: TemporaryFolder
    private static let base = "https://directory.example/base/"

    init() throws { folder = try TemporaryFolder() }

    /// Three languages; one listing is offered in French, another in English alone.
    private static func content(_ change: (inout ContentBuilder) -> Void = { _ in }) -> ContentBuilder {
        var content = ContentBuilder()
        content.site = content.site
            .replacing("\"language\": \"en\"", with: "\"language\": \"en\", \"languages\": [\"fr\", \"ar\"]")
            .replacing("\"Small directory\"", with: #"{"en": "Small directory", "fr": "Petit annuaire"}"#)
        content.platform = content.platform
            .replacing("\"Read users\"", with: #"{"en": "Read users", "fr": "Lire les utilisateurs"}"#)
            .replacing("\"resource\": \"users\"", with: #""resource": {"en": "users", "fr": "les utilisateurs"}"#)
        var plain = ListingBuilder(id: "plain", name: "Plain Mail")
        plain.overview += "\nSee [Acme](../acme/setup.md#connect).\n"
        content.listings.append(plain)
        content.listings[0].files["index.fr.md"] = page(
            "Aperçu",
            """
            Acme garde les points.

            ## [Synchroniser les points](feature:points-sync)

            Quand un solde change, Acme cherche le profil du membre avec [`users:read`](scope:users:read) et montre le solde
            à côté, pour que personne n'ait à ouvrir une deuxième fenêtre.

            ![Le solde](screenshot:points)

            Voir [la connexion](setup.md#connexion) et [Plain Mail](../plain/setup.md#connect).

            """
        )
        content.listings[0].files["setup.fr.md"] = page("Connexion", "## Connexion\n\nCliquez sur **Connecter**.\n")
        content.pages["reading"] = "How to read.\n"
        content.files["pages/reading.fr.md"] = page("Lire une fiche", "Comment lire.\n")
        change(&content)
        return content
    }

    private static func page(_ title: String, _ body: String) -> [UInt8] {
        Array("---\ntitle: \(title)\ndescription: Une description.\n---\n\n\(body)".utf8)
    }

    private func run(_ content: ContentBuilder) async throws -> SiteBuild.Outcome {
        try content.write(to: folder)
        return try await build(in: folder)
    }

    private func site(_ content: ContentBuilder = content()) async throws -> FolderSnapshot {
        let outcome = try await run(content)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        return try FolderSnapshot(folder.url.appending(path: "Output"))
    }

    /// The files that a page leads to or brings in, from the root of the site.
    private static func targets(of page: String, in site: FolderSnapshot) -> Set<String> {
        let written = HTMLScan(site.text(page)).tags.flatMap { tag in
            ["href", "src", "poster"].compactMap { tag.attributes[$0] }
        }
        let inside = written.filter { !$0.isEmpty && !$0.contains(":") && !$0.hasPrefix("#") }
        return Set(
            inside.compactMap { address in
                URL(string: address, relativeTo: URL(string: "https://site.test/\(page)"))
                    .map { String($0.absoluteURL.path.dropFirst()) }
            }
        )
    }

    private func links(_ page: String, _ relation: String, in site: FolderSnapshot) -> [[String: String]] {
        HTMLScan(site.text(page)).tags.filter { $0.name == "link" && $0.attributes["rel"] == relation }
            .map(\.attributes)
    }

    // MARK: What is checked

    @Test func `a scope that is documented in English only is undocumented in French`() async throws {
        let outcome = try await run(
            Self.content { content in
                let french = String(decoding: content.listings[0].files["index.fr.md"] ?? [], as: UTF8.self)
                content.listings[0].files["index.fr.md"] = Array(
                    french.replacing("[`users:read`](scope:users:read)", with: "une autorisation").utf8
                )
            }
        )
        let errors = outcome.report.diagnostics.filter { $0.severity == .error }
        #expect(!outcome.isPublished)
        #expect(errors.map(\.id) == ["scope-undocumented"])
        let undocumented = try #require(errors.first { $0.id == "scope-undocumented" })
        #expect(undocumented.message.hasPrefix("in \"fr\", "), "\(undocumented.message)")
        #expect(undocumented.range?.path.hasSuffix("integration.json") == true)
    }

    @Test func `a page that is not translated documents nothing in French, and is shown all the same`() async throws {
        let outcome = try await run(Self.content { $0.listings[0].files["index.fr.md"] = nil })
        let ids = Set(outcome.report.diagnostics.map(\.id))
        #expect(ids.isSuperset(of: ["scope-undocumented", "feature-undocumented", "page-untranslated"]), "\(ids)")
    }

    @Test func `what is wrong in every language is said once`() async throws {
        let outcome = try await run(Self.content { $0.listings[0].scopes[0].id = "users:unknown" })
        let unknown = outcome.report.diagnostics.filter { $0.id == "scope-unknown" }
        #expect(unknown.count == 1 && unknown[0].message.hasPrefix("in ") == false, "\(unknown)")
    }

    @Test func `links are followed in each language`() async throws {
        let outcome = try await run(
            Self.content { content in
                content.listings[0].files["setup.fr.md"] = Self.page("Connexion", "## Autre titre\n\nMots.\n")
                content.files["pages/reading.fr.md"] = Self.page(
                    "Lire",
                    "Voir [Acme](../integrations/acme/setup.md#connect).\n"
                )
            }
        )
        let broken = outcome.report.diagnostics.filter { $0.id == "link-anchor-missing" }
        #expect(
            Set(broken.compactMap { $0.range?.path.split(separator: "/").last }) == ["index.fr.md", "reading.fr.md"]
        )
    }

    @Test func `rules on English words say nothing of French`() async throws {
        let english = "It deletes all users and is the best in the world.\n"
        let flagged = try await run(Self.content { $0.listings[0].overview += "\n\(english)" })
        #expect(flagged.report.diagnostics.contains { $0.id.hasPrefix("prose-") })
        let quiet = try await run(
            Self.content { $0.listings[0].files["setup.fr.md"]?.append(contentsOf: "\n\(english)".utf8) }
        )
        #expect(!quiet.report.diagnostics.contains { $0.id.hasPrefix("prose-") }, "\(quiet.report.sorted)")
    }

    // MARK: What is shown

    @Test func `each language has a folder, and shares what has no language`() async throws {
        let site = try await site()
        let paths = Set(site.names)
        for page in [
            "index.html", "integrations/acme/setup/index.html", "scopes/index.html", "pages/reading/index.html",
        ] {
            #expect(paths.isSuperset(of: [page, "fr/\(page)", "ar/\(page)"]), "\(page)")
        }
        #expect(!paths.contains { $0.hasPrefix("fr/assets") || $0.hasSuffix(".png") && $0.hasPrefix("fr/") })
        #expect(!paths.contains("fr/_headers") && !paths.contains("fr/robots.txt") && paths.contains("fr/feed.xml"))
        for page in paths where page.hasSuffix(".html") && !page.hasSuffix("404.html") {
            for target in Self.targets(of: page, in: site) {
                #expect(paths.contains(target), "\(page) leads to \(target)")
            }
        }
    }

    @Test func `a translated page is in its language, in the words of the content and of the interface`() async throws {
        let site = try await site()
        let page = site.text("fr/integrations/acme/index.html")
        #expect(page.contains("<html lang=\"fr\" dir=\"ltr\""))
        #expect(page.contains("Acme garde les points") && !page.contains("keeps points in profiles"))
        #expect(page.contains("Petit annuaire") && page.contains("Peut lire les utilisateurs"))
        #expect(site.text("ar/index.html").contains("<html lang=\"ar\" dir=\"rtl\""))
        #expect(site.text("integrations/acme/index.html").contains("<html lang=\"en\" dir=\"ltr\""))
    }

    @Test func `what is not translated is shown in the main language, marked, with a line that says so`() async throws {
        let site = try await site()
        let page = site.text("fr/integrations/plain/setup/index.html")
        #expect(page.contains("Cette page n’est pas encore traduite"))
        #expect(page.contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\">"))
        #expect(page.contains("<h1><span lang=\"en\" dir=\"ltr\">Set-up</span></h1>"))
        let listing = site.text("fr/integrations/acme/index.html")
        #expect(listing.contains("Certains textes de cette page"))
        #expect(
            listing.contains("<p class=\"listing-tagline\"><span lang=\"en\" dir=\"ltr\">Points in profiles</span></p>")
        )
        #expect(listing.contains("alt=\"A profile with a balance of 120 points\""))
        #expect(!site.text("integrations/plain/setup/index.html").contains("class=\"notice"))
        // Titles and descriptions are attributes and texts of the window, in which no tag may stand.
        let title = try #require(page.firstMatch(of: /<title>(.*)<\/title>/))
        #expect(!title.1.contains("span"))
    }

    @Test func `search engines are told of translations, and of originals where there are none`() async throws {
        let site = try await site()
        let alternates = links("fr/integrations/acme/setup/index.html", "alternate", in: site)
            .filter { $0["hreflang"] != nil }
        #expect(alternates.map { $0["hreflang"] } == ["en", "fr", "x-default"])
        #expect(
            alternates.map { $0["href"] } == ["", "fr/", ""].map { "\(Self.base)\($0)integrations/acme/setup/" }
        )
        #expect(
            links("fr/integrations/acme/setup/index.html", "canonical", in: site).first?["href"]
                == "\(Self.base)fr/integrations/acme/setup/"
        )
        let fallback = "fr/integrations/plain/setup/index.html"
        #expect(links(fallback, "canonical", in: site).first?["href"] == "\(Self.base)integrations/plain/setup/")
        #expect(!links(fallback, "alternate", in: site).contains { $0["hreflang"] != nil })
        let map = site.text("sitemap.xml")
        #expect(map.contains("\(Self.base)fr/integrations/acme/setup/<") && map.contains("\(Self.base)ar/<"))
        #expect(!map.contains("\(Self.base)fr/integrations/plain/") && !map.contains("\(Self.base)ar/integrations/"))
    }

    @Test func `every page leads to itself in the other languages`() async throws {
        let site = try await site()
        let choices = HTMLScan(site.text("fr/integrations/acme/setup/index.html")).tags.filter {
            $0.name == "a" && $0.attributes["hreflang"] != nil
        }
        #expect(Set(choices.map { $0.attributes["lang"] }) == ["en", "fr", "ar"])
        #expect(choices.contains { $0.attributes["href"] == "../../../../integrations/acme/setup/index.html" })
        #expect(choices.contains { $0.attributes["href"] == "../../../../ar/integrations/acme/setup/index.html" })
        #expect(site.text("fr/integrations/acme/setup/index.html").contains(">العربية</a>"))
    }

    @Test func `a site in one language says nothing of languages`() async throws {
        let site = try await site(ContentBuilder())
        for path in site.names where path.hasSuffix(".html") {
            #expect(!site.text(path).contains("hreflang") && !site.text(path).contains("data-folder"), "\(path)")
        }
    }

    @Test func `the search of a language finds its words`() async throws {
        let site = try await site()
        func found(_ folder: String) -> String {
            site.names.filter { $0.hasPrefix("\(folder)data/search/") }.map(site.text).joined()
        }
        #expect(found("fr/").contains("\"Connexion\"") && !found("").contains("\"Connexion\""))
        #expect(found("").contains("\"Set-up\"") && found("ar/").contains("\"Set-up\""))
    }

    @Test func `machines get each language`() async throws {
        let site = try await site()
        #expect(site.text("fr/llms.txt").contains("\(Self.base)fr/integrations/acme/index.md"))
        #expect(site.text("fr/feed.xml").contains("xml:lang=\"fr\""))
        #expect(site.text("fr/integrations/acme/setup/index.md").contains("# Connexion"))
        #expect(site.text("_headers").contains("/base/fr/data/search/*"))
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data(site.text("fr/integrations/acme/listing.json").utf8))
                as? [String: Any]
        )
        #expect("\(record)".contains("\(Self.base)fr/integrations/acme/"))
    }

    @Test func `a picture may be another one in another language`() async throws {
        let site = try await site(
            Self.content { content in
                var listing = content.listings[0]
                listing.files["media/points.fr.png"] = TinyPicture.png + [0]
                listing.files["integration.json"] = Array(
                    listing.manifest.replacing(
                        "\"file\": \"media/points.png\"",
                        with: #""file": {"en": "media/points.png", "fr": "media/points.fr.png"}"#
                    )
                    .utf8
                )
                content.listings[0] = listing
            }
        )
        #expect(site.text("fr/integrations/acme/index.html").contains("media/points.fr."))
        #expect(!site.text("integrations/acme/index.html").contains("media/points.fr."))
    }

    // MARK: What readers found

    @Test func `what is undocumented in two languages is said of both, and a baseline takes each by itself`()
        async throws
    {
        let content = Self.content { content in
            content.listings[0].files["index.fr.md"] = Self.page("Aperçu", "Mots.\n")
            content.listings[0].files["index.ar.md"] = Self.page("نظرة", "كلمات.\n")
        }
        let outcome = try await run(content)
        let found = outcome.report.diagnostics.filter { $0.id == "scope-undocumented" }.map(\.message)
        #expect(found.map { $0.prefix(7) } == ["in \"fr\"", "in \"ar\""].map { $0.prefix(7) }, "\(found)")
    }

    @Test func `texts of the directory that are not translated are told of`() async throws {
        let outcome = try await run(Self.content())
        let untranslated = outcome.report.diagnostics.filter { $0.id == "text-untranslated" }
        #expect(
            Set(untranslated.compactMap { $0.range?.path.split(separator: "/").last }) == [
                "platform.json", "site.json",
            ]
        )
        #expect(untranslated.allSatisfy { $0.severity == .warning && $0.message.hasPrefix("in \"") })
    }

    @Test func `a category that no listing has is told of`() async throws {
        let outcome = try await run(
            Self.content { content in
                content.site = content.site.replacing(
                    "\"title\"",
                    with: #""categories": {"Loyality": {"en": "Loyality", "fr": "Fidélité"}}, "title""#
                )
            }
        )
        let unknown = outcome.report.diagnostics.filter { $0.id == "category-unknown" }
        #expect(unknown.map(\.message) == ["no listing is in the category 'Loyality'; did you mean 'Loyalty'?"])
    }

    @Test func `what was chosen in the filter holds in every language`() async throws {
        let site = try await site()
        #expect(site.text("fr/data/filter.js").contains(#"["users","les utilisateurs ("#))
    }

    @Test func `the twin of a page that is not translated says so`() async throws {
        let site = try await site()
        #expect(site.text("fr/integrations/plain/setup/index.md").contains("> Cette page n’est pas encore traduite"))
        #expect(!site.text("integrations/plain/setup/index.md").contains("> "))
    }

    @Test func `a link in full is followed in the language of the page that says it`() async throws {
        let outcome = try await run(
            Self.content { content in
                content.listings[0].files["setup.fr.md"] = Self.page(
                    "Connexion",
                    """
                    ## Connexion

                    Voir [ici](\(Self.base)fr/integrations/plain/), [là](\(Self.base)fr/integrations/acme/nowhere/) et
                    [en anglais](\(Self.base)integrations/acme/nowhere/).

                    """
                )
            }
        )
        let found = outcome.report.diagnostics.filter { $0.range?.path.hasSuffix("setup.fr.md") == true }.map(\.id)
        #expect(found.filter { $0 == "link-target-missing" }.count == 1, "\(found)")
        #expect(found.contains("link-own-address-absolute"))
    }

    @Test func `languages that come with another change are taken in whole`() async throws {
        try Self.content().write(to: folder)
        let site = try await LiveSite(options(in: folder))
        _ = try await site.update(.all)
        // The theme is said to have changed, and nobody has said yet that site.json has.
        try folder.write(
            folder.text("Content/site.json").replacing("[\"fr\", \"ar\"]", with: "[\"fr\", \"ar\", \"pt\"]"),
            to: "Content/site.json"
        )
        let themes = folder.path(of: "Themes")
        let changes = ContentChanges(["\(themes)/own/a.css"], content: folder.path(of: "Content"), themes: themes)
        _ = try await site.update(changes)
        #expect(site.file(at: "pt/integrations/acme/index.html")?.isPage == true)
        guard case .page(let bytes, _)? = site.pageForMissing("fr/nowhere/") else {
            Issue.record("no page for what is missing")
            return
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("lang=\"fr\""))
    }

    // MARK: What is left in the main language

    private static func english(_ text: String) -> String { "<span lang=\"en\" dir=\"ltr\">\(text)</span>" }

    @Test func `names that are not translated are marked wherever they stand`() async throws {
        let site = try await site()
        let category = Self.english("Loyalty")
        let home = site.text("fr/index.html")
        #expect(home.contains("\">\(category)</a></li>"), "the category of a card")
        #expect(home.contains("\">\(category) <span class=\"chip-count\">"), "the choice of a category")
        let page = site.text("fr/categories/loyalty/index.html")
        #expect(page.contains("<h1>\(category)</h1>"))
        #expect(page.contains("<span aria-current=\"page\">\(category)</span>"), "the way to the page")
        #expect(site.text("fr/integrations/acme/index.html").contains("\">\(category)</a>"))
        #expect(site.text("fr/data/filter.js").contains(#"["Loyalty","Loyalty ("#))
        #expect(site.text("fr/data/filter.js").firstMatch(of: /"Loyalty \([0-9]+\)",[0-9]+,"en"\]/) != nil)
        #expect(site.text("fr/data/filter.js").firstMatch(of: /"les utilisateurs \([0-9]+\)",[0-9]+\]/) != nil)
        // The directory's name is translated into French and not into Arabic.
        #expect(site.text("ar/index.html").contains("<h1>\(Self.english("Small directory"))</h1>"))
        #expect(site.text("fr/index.html").contains("<h1>Petit annuaire</h1>"))
        for path in site.names where path.hasSuffix(".html") && !path.hasPrefix("fr/") && !path.hasPrefix("ar/") {
            #expect(!site.text(path).contains("<span lang="), "\(path)")
        }
    }

    @Test func `a category that is translated is in the language`() async throws {
        let site = try await site(
            Self.content { content in
                content.site = content.site.replacing(
                    "\"title\"",
                    with: #""categories": {"Loyalty": {"en": "Loyalty", "fr": "Fidélité"}}, "title""#
                )
            }
        )
        #expect(site.text("fr/categories/loyalty/index.html").contains("<h1>Fidélité</h1>"))
        #expect(site.text("ar/categories/loyalty/index.html").contains("<h1>\(Self.english("Loyalty"))</h1>"))
    }

    @Test func `resources that are not translated are marked within sentences`() async throws {
        let site = try await site()
        let french = site.text("fr/integrations/acme/index.html")
        #expect(french.contains("<li>Peut lire les utilisateurs.</li>"))
        let arabic = site.text("ar/integrations/acme/index.html")
        #expect(arabic.firstMatch(of: /<li>[^<]*<span lang="en" dir="ltr">users<\/span>[^<]*<\/li>/) != nil)
        // Where no tag may stand, the words stand alone.
        #expect(!site.text("ar/llms.txt").contains("<span") && !site.text("ar/feed.xml").contains("<span"))
    }

    @Test func `results of the search know that they are not translated`() async throws {
        let site = try await site()
        func pages(_ folder: String) -> String {
            site.names.filter { $0.hasPrefix("\(folder)data/search/d") }.map(site.text).joined()
        }
        #expect(pages("fr/").firstMatch(of: /\["Set-up","integrations\/plain\/setup\/index.html"[^\]]*,"en"\]/) != nil)
        #expect(pages("fr/").firstMatch(of: /\["Connexion",[^\]]*,"en"\]/) == nil)
        #expect(pages("fr/").contains(#"["Lire les utilisateurs – users:read","scopes/users-read/index.html"]"#))
        #expect(pages("ar/").contains(#"["Read users – users:read","scopes/users-read/index.html","en"]"#))
        #expect(!pages("").contains(#","en"]"#))
    }

    @Test func `pages of permissions say that their texts are not translated`() async throws {
        let site = try await site()
        for page in ["ar/scopes/users-read/index.html", "ar/scopes/index.html", "fr/scopes/users-read/index.html"] {
            #expect(site.text(page).contains("class=\"notice original\""), "\(page)")
        }
        #expect(site.text("fr/scopes/users-read/index.html").contains("Certains textes de cette page"))
        #expect(site.text("fr/scopes/users-read/index.md").contains("> Certains textes de cette page"))
        #expect(!site.text("scopes/users-read/index.html").contains("class=\"notice"))
        #expect(!site.text("scopes/users-read/index.md").contains("> "))
    }

    @Test func `actors and units are in the words of the language where it has any`() async throws {
        let site = try await site(
            Self.content { content in
                content.platform = content.platform.replacing(
                    "\"resource\": {\"en\"",
                    with: "\"actors\": [\"bot\", \"user\", \"gizmo\"], \"resource\": {\"en\""
                )
                content.listings[0].files["integration.json"] = Array(
                    content.listings[0].manifest.replacing(
                        "\"id\": \"users:read\"",
                        with: "\"id\": \"users:read\", \"actor\": \"user\""
                    )
                    .utf8
                )
            }
        )
        #expect(site.text("fr/integrations/acme/index.html").contains("<dd>utilisateur</dd>"))
        #expect(site.text("integrations/acme/index.html").contains("<dd>user</dd>"))
        let texts = ThemeTexts.builtIn.texts(in: "fr")
        #expect(texts.string(of: actorText("gizmo")) == "gizmo")
        #expect(texts.string(of: rate(2, "events", .minute)) == "2 événements par minute")
        #expect(texts.string(of: rate(1, "events", .minute)) == "1 événement par minute")
        #expect(texts.string(of: rate(2, "gizmos", .day)) == "2 gizmos par jour")
        #expect(ThemeTexts.builtIn.texts(in: "en").string(of: rate(9000, "events", .minute)) == "9,000 events a minute")
    }

    @Test func `machines are told the language of a page`() async throws {
        let site = try await site()
        let page = "integrations/plain/setup/index.html"
        #expect(
            site.text(page).contains(#""inLanguage":"en""#) && site.text("fr/\(page)").contains(#""inLanguage":"en""#)
        )
        let translated = site.text("fr/integrations/acme/setup/index.html")
        #expect(translated.contains(#""@type":"WebPage""#) && translated.contains(#""inLanguage":"fr""#))
        #expect(translated.contains("<meta property=\"og:locale\" content=\"fr\">"))
        #expect(translated.contains("<meta property=\"og:locale:alternate\" content=\"en\">"))
        #expect(!translated.contains("content=\"ar\""))
        #expect(site.text("fr/\(page)").contains("<meta property=\"og:locale\" content=\"en\">"))
        #expect(!site.text("fr/\(page)").contains("og:locale:alternate"))
        let record = site.text("fr/integrations/acme/listing.json")
        #expect(record.contains("\"inLanguage\":\"fr\""), "\(record)")
        let original = site.text("fr/integrations/plain/listing.json")
        #expect(original.contains("\"inLanguage\":\"fr\"") && original.contains("\"inLanguage\":\"en\""))
    }

    @Test(arguments: [
        ("fr", "fr"), ("pt-BR", "pt_BR"), ("zh-Hant-tw", "zh_TW"), ("zh-Hant", "zh"), ("es-419", "es_419"),
        ("de-1901", "de"), ("en-x-us", "en"),
    ])
    func `a locale is made of what the tag says`(tag: String, expected: String) {
        #expect(locale(of: tag) == expected)
    }

    @Test func `the index for language models says which pages are not translated`() async throws {
        let site = try await site()
        let lines = site.text("fr/llms.txt").split(separator: "\n")
        #expect(lines.contains { $0.contains("[Plain Mail]") && $0.hasSuffix("(en anglais)") })
        #expect(lines.contains { $0.contains("[Acme Loyalty]") && !$0.contains("anglais") }, "\(lines)")
        #expect(!site.text("llms.txt").contains("(in English)"))
        #expect(site.text("ar/llms.txt").contains("الإنجليزية"))
    }

    @Test func `a link to a heading that a translation has not names the file of the translation`() async throws {
        let outcome = try await run(
            Self.content {
                $0.files["pages/reading.fr.md"] = Self.page("Lire", "[Acme](../integrations/acme/setup.md#connect).\n")
            }
        )
        let broken = outcome.report.diagnostics.filter { $0.id == "link-anchor-missing" }
        #expect(
            broken.map { $0.message.hasPrefix("'integrations/acme/setup.fr.md' has no heading '#connect'") } == [true]
        )
    }

    @Test func `a need that is denied documents nothing in French either`() async throws {
        let outcome = try await run(
            Self.content { content in
                let french = String(decoding: content.listings[0].files["index.fr.md"] ?? [], as: UTF8.self)
                content.listings[0].files["index.fr.md"] = Array(
                    french.replacing(
                        "avec [`users:read`](scope:users:read) et montre le solde\nà côté, pour que personne",
                        with: "et montre le solde. Nous n'avons pas besoin de `users:read`.\n\nPour que personne"
                    )
                    .utf8
                )
            }
        )
        let found = outcome.report.diagnostics.filter { $0.id == "scope-undocumented" }
        #expect(found.count == 1 && found[0].message.hasPrefix("in \"fr\", "), "\(outcome.report.sorted)")
    }

    @Test func `steps are known by the words of the page's language`() async throws {
        let list = "1. Ouvrez Acme.\n2. Cliquez.\n"
        func page(_ heading: String) async throws -> String {
            let site = try await site(
                Self.content { content in
                    content.files["pages/reading.fr.md"] = Self.page("Lire", "## \(heading)\n\n\(list)")
                }
            )
            return site.text("fr/pages/reading/index.html")
        }
        #expect(try await page("Les étapes").contains("<ol class=\"steps\""))
        #expect(!(try await page("Un classement").contains("<ol class=\"steps\"")))
    }
}
