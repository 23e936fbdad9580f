import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import SiteBuilder
@testable import Templates

/// The texts that the default theme has in each language.
struct ShippedTextsTests {
    private static func texts(_ language: String) throws -> [String: InterfaceText] {
        let file = try #require(BuiltInTheme.texts.first { $0.name == language })
        var report = DiagnosticReport()
        let texts = TextsReader.read(file, reporting: &report).texts
        #expect(report.isEmpty, "\(report.sorted)")
        return Dictionary(texts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: ["fr", "ar"])
    func `every text is there in a language, with the same places`(language: String) throws {
        let (english, other) = (try Self.texts("en"), try Self.texts(language))
        #expect(Set(english.keys).symmetricDifference(other.keys) == [])
        for (key, text) in other {
            #expect(Set(text.places.map(\.name)) == Set(english[key]?.places.map(\.name) ?? []), "\(key)")
        }
    }

    /// Numbers and marks are the same in many languages, and so are a few words.
    @Test(arguments: ["fr", "ar"])
    func `a text is another one in another language`(language: String) throws {
        let (english, other) = (try Self.texts("en"), try Self.texts(language))
        let shared: Set = [
            "Site", "Menu", "Pages", "Version", "Documentation", "Actions", "Important", "Page", "message",
            "messages", "contact", "contacts",
        ]
        for (key, text) in other {
            let words = Self.words(text)
            guard words.contains(where: { $0.count > 3 }), words != ["Actions"] else { continue }
            #expect(words != english[key].map(Self.words) || shared.isSuperset(of: words), "\(key): \(words)")
        }
    }

    private static func words(_ text: InterfaceText) -> [String] {
        let words = text.forms.flatMap(\.pieces).compactMap { piece -> String? in
            guard case .words(let words) = piece else { return nil }
            return words
        }
        return words.flatMap { piece in piece.split { letter in !letter.isLetter }.map(String.init) }
    }

    @Test func `every text is used, and every text that is used is there`() throws {
        let known = Set(try Self.texts("en").keys)
        let templates = try PackageFolder.files(below: "Themes/default/templates", ending: ".mustache")
        let sources = try PackageFolder.files(below: "Sources", ending: ".swift")
        // Some are of the language and not of a place where something is said.
        var used: Set = ["number.group", "list.and", "list.andMore", "list.comma", "list.sentences"]
        for path in templates {
            used.formUnion(try PackageFolder.text(path).matches(of: /\{\{<?@@?([a-zA-Z.]+)\}\}/).map { String($0.1) })
        }
        // Words of the content, of which the theme knows some.
        used.formUnion(known.filter { $0.hasPrefix("actor.") || $0.hasPrefix("unit.") || $0.hasPrefix("language.") })
        for path in sources where !path.hasPrefix("Sources/SiteBuilder/Theme/") {
            let matches = try PackageFolder.text(path).matches(of: /Phrase\(\s*"([a-zA-Z.]+)(\\\()?/)
            for match in matches {
                let key = String(match.1)
                used.formUnion(match.2 == nil ? [key] : known.filter { $0.hasPrefix(key) })
            }
        }
        #expect(known.subtracting(used).sorted() == [])
        #expect(used.subtracting(known).sorted() == [])
    }
}

/// One theme in several languages.
struct ThemeLanguageTests {
    @Test func `a theme speaks every language that it is loaded for, and any other when it is asked`() throws {
        var report = DiagnosticReport()
        let loaded = try ThemeLoader(folder: "").load(
            "default",
            namedAt: SourceRange(startOf: "site.json"),
            languages: ["en", "fr"].map { Located($0, at: SourceRange(startOf: "site.json")) },
            reporting: &report
        )
        let theme = try #require(loaded)
        #expect(report.isEmpty, "\(report.sorted)")
        for (language, menu) in [("en", "Menu"), ("fr", "Rechercher"), ("ar", "البحث"), ("ar-EG", "البحث")] {
            let template = try #require(theme.library(in: language)["header"])
            #expect(String(decoding: template.text, as: UTF8.self).contains(menu))
            #expect(theme.texts(in: language).language == language)
        }
    }

    @Test func `style sheets and scripts stay small`() {
        func size(_ ending: String) -> Int {
            BuiltInTheme.assets.filter { $0.name.hasSuffix(ending) }.reduce(0) { $0 + $1.bytes.count }
        }
        #expect(size(".css") < 40_000)
        #expect(size(".js") < 30_000)
    }
}

/// The whole of a site in another language.
@Suite(.serialized)
struct TranslatedSiteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Our own content in French, and in Arabic, of which it has nothing.
    private func buildContent() async throws -> FolderSnapshot {
        let content = folder.url.appending(path: "Content")
        try FileManager.default.copyItem(at: PackageFolder.url(of: "Content"), to: content)
        let site = try folder.text("Content/site.json")
        try folder.write(
            site.replacing("\"languages\": [\"fr\"]", with: "\"languages\": [\"fr\", \"ar\"]"),
            to: "Content/site.json"
        )
        let outcome = try await build(in: folder) { $0.baseURL = "https://a.example/b/" }
        // Arabic is there for the interface alone.
        let ids = Set(outcome.report.diagnostics.map(\.id))
        #expect(ids == ["text-untranslated"], "\(outcome.report.sorted)")
        return try FolderSnapshot(folder.url.appending(path: "Output"))
    }

    /// Whole texts of the English interface that our content does not say by chance; on pages as text or as a value of an attribute.
    @Test(arguments: ["fr", "ar"])
    func `a site in another language has none of the English texts`(language: String) async throws {
        let site = try await buildContent()
        let texts = ThemeTexts.builtIn.texts(in: "en")
        let other = ThemeTexts.builtIn.texts(in: language)
        let keys = texts.keys.filter { texts[$0]?.places.isEmpty == true && texts.string($0).count > 3 }
        let content = try FolderSnapshot(folder.url.appending(path: "Content"))
        let written = content.names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".json") }.map(content.text).joined()
        let phrases = Set(keys.filter { texts.string($0) != other.string($0) }.map(texts.string))
            .filter { !written.contains($0) }
        #expect(phrases.count > 100)
        let names = site.names.filter { $0.hasPrefix("\(language)/") }
        for name in names where name.hasSuffix(".html") || name.hasSuffix(".md") || name.hasSuffix("feed.xml") {
            let pieces = Set(Self.pieces(of: site.text(name), isMarkdown: name.hasSuffix(".md")))
            #expect(pieces.intersection(phrases).sorted() == [], "\(name)")
        }
        let page = site.text("\(language)/integrations/fernhollow-picks/index.html")
        let direction = language == "ar" ? "rtl" : "ltr"
        #expect(page.contains("<html lang=\"\(language)\" dir=\"\(direction)\" data-folder=\"\(language)/\">"))
    }

    private static func pieces(of text: String, isMarkdown: Bool) -> [String] {
        guard !isMarkdown else {
            return text.split(separator: "\n").flatMap { line in
                line.split(separator: "|").map { piece in
                    String(piece.trimmingPrefix(while: { "#-> ".contains($0) }))
                        .trimmingCharacters(in: .whitespaces)
                }
            }
        }
        let between = text.matches(of: />([^<]+)</).map { String($0.1).trimmingCharacters(in: .whitespacesAndNewlines) }
        let values = text.matches(of: /[a-z]="([^"]+)"/).map { String($0.1) }
        return between + values
    }

    @Test func `what is no page is in the language of the site too`() async throws {
        let site = try await buildContent()
        #expect(site.text("fr/llms.txt").contains("## Intégrations"))
        #expect(site.text("fr/feed.xml").contains("<title>Nouveau\u{A0}: Fernhollow Picks 1.6.0</title>"))
        #expect(site.text("fr/data/search.js").contains("Rechercher"))
        #expect(site.text("fr/data/filter.js").contains("Modifier ("))
        #expect(!site.text("fr/data/filter.js").contains("Write ("))
        let listing = site.text("fr/integrations/fernhollow-picks/index.html")
        #expect(listing.contains("<time datetime=\"2026-11-20\">20 novembre 2026</time>"))
        #expect(listing.contains("<li>Peut lire, modifier, supprimer et gérer les catalogues.</li>"))
        #expect(listing.contains("\u{202F}000 "))
        #expect(listing.contains("aria-label=\"Lien vers "))
    }
}
