import Diagnostics
import LocatedJSON
import TestSupport
import Testing

@testable import Listing

/// What of a listing is read in which language.
struct TranslationTests {
    private static func file(_ name: String, _ text: String) -> SourceFile {
        SourceFile(path: "Content/integrations/acme/\(name)", name: name, bytes: Array(text.utf8))
    }

    private static func page(_ title: String) -> String { "---\ntitle: \(title)\n---\n\n## \(title)\n\nSome words.\n" }

    private func parse(
        _ files: [String: String],
        languages: [String] = ["fr", "pt-BR"],
        unread: Set<String> = []
    ) -> (listing: ParsedListing, report: DiagnosticReport) {
        let editions = ContentLanguages(main: "en", others: languages).choices.map {
            ContentEdition(language: $0, catalogue: Catalogue(path: ""))
        }
        let tree = SourceTree(
            path: "Content/integrations/acme",
            contentPath: "integrations/acme",
            texts: files.map(Self.file),
            unreadPages: unread
        )
        var report = DiagnosticReport()
        let parser = ListingParser(main: editions[0], translations: Array(editions.dropFirst()))
        let listing = parser.parseIntegration(tree, reporting: &report)
        return (listing, report)
    }

    private static let manifest = """
        {"name": "Acme", "tagline": {"en": "Points", "fr": "Des points"}, "builtBy": "Acme Labs",
         "description": "Words.", "version": "1.0.0", "updated": "2026-11-10", "categories": ["Loyalty"],
         "scopes": [{"id": "a", "requirement": "optional", "reason": {"en": "Why", "fr": "Pourquoi", "pt-BR": "Por"}}],
         "features": []}
        """

    @Test func `a page with a language in its name is the same page in that language`() throws {
        let (listing, report) = parse([
            "integration.json": Self.manifest, "index.md": Self.page("Overview"), "index.fr.md": Self.page("Aperçu"),
            "setup.md": Self.page("Set-up"),
        ])
        #expect(report.ids == [])
        #expect(listing.pages.map(\.title) == ["Overview", "Set-up"])
        let french = try #require(listing.translations.first)
        #expect(french.language.wanted == "fr" && french.isOffered)
        #expect(french.pages.map(\.name) == ["index.md"])
        #expect(french.pages.map(\.contentPath) == ["integrations/acme/index.md"])
        #expect(french.pages.map(\.fileContentPath) == ["integrations/acme/index.fr.md"])
        #expect(french.shownPages.map(\.title) == ["Aperçu", "Set-up"])
        #expect(french.originalPages.map(\.language) == ["en"])
        #expect(french.page(at: "integrations/acme/setup.md")?.title == "Set-up")
        #expect(french.pageLanguages == ["index.md": ["en", "fr"], "setup.md": ["en"]])
    }

    @Test func `a text with languages is read in the wanted one, and what is missing is told where it stands`() throws {
        let (listing, report) = parse(["integration.json": Self.manifest, "index.md": Self.page("Overview")])
        #expect(report.ids == [])
        #expect(listing.manifest?.tagline?.value == "Points")
        #expect(listing.manifest?.scopes.first?.reason?.value == "Why")
        let (french, brazilian) = (listing.translations[0], listing.translations[1])
        #expect(french.manifest?.tagline?.value == "Des points")
        #expect(french.manifest?.scopes.first?.reason?.value == "Pourquoi")
        #expect(french.manifest?.name?.value == "Acme")
        #expect(french.untranslatedTexts.map(\.value) == ["description"])
        #expect(brazilian.manifest?.tagline?.value == "Points")
        #expect(brazilian.untranslatedTexts.map(\.value) == ["tagline", "description"])
        let range = try #require(brazilian.untranslatedTexts.first?.range.bytes)
        #expect(String(decoding: Array(Self.manifest.utf8)[range.start..<range.end], as: UTF8.self) == "\"Points\"")
    }

    @Test func `a listing is offered in a language as soon as anything of it is`() {
        let pages = ["index.md": Self.page("Overview")]
        let plain = Self.manifest.replacing(#"{"en": "Points", "fr": "Des points"}"#, with: #""Points""#)
            .replacing(#", "fr": "Pourquoi", "pt-BR": "Por""#, with: "")
        func offered(_ files: [String: String]) -> [Bool] {
            parse(files.merging(pages) { first, _ in first }).listing.translations.map(\.isOffered)
        }
        #expect(offered(["integration.json": plain]) == [false, false])
        #expect(offered(["integration.json": plain, "index.pt-BR.md": Self.page("Visão")]) == [false, true])
        #expect(offered(["integration.json": Self.manifest]) == [true, true])
    }

    @Test(arguments: [
        ("index.de.md", ["page-language-unknown"]), ("index.en.md", ["page-language-unknown"]),
        ("index.FR.md", ["page-language-unknown"]), ("index.pt-br.md", ["page-language-unknown"]),
        ("guide.fr.md", ["page-original-missing"]), ("node.js.md", []), ("release.1.2.md", []), ("a.guide.md", []),
        ("customer.io.md", []), ("setup.de.md", []),
    ])
    func `a file name is no translation of nothing and in no language of nobody`(name: String, ids: [String]) {
        let (_, report) = parse([
            "integration.json": Self.manifest, "index.md": Self.page("Overview"), name: Self.page("Other"),
        ])
        #expect(report.ids == ids)
    }

    @Test func `a translation of a page that cannot be read is no orphan, and one that cannot be read no gap`() {
        let (listing, report) = parse(
            [
                "integration.json": Self.manifest, "index.md": Self.page("Overview"),
                "setup.fr.md": Self.page("Connexion"),
            ],
            unread: ["setup.md", "index.fr.md"]
        )
        #expect(report.ids == [])
        #expect(listing.unreadPages == ["setup.md"])
        #expect(listing.translations[0].unreadPages == ["index.md"])
        // Brazilian readers would be shown the original, which cannot be read.
        #expect(listing.translations[1].unreadPages == ["setup.md"])
        #expect(listing.translations[0].originalPages.isEmpty)
    }

    @Test(arguments: [
        (#"{"en": "Points", "de": "Punkte"}"#, ["text-language-unknown"]),
        (#"{"fr": "Des points"}"#, ["text-language-missing"]),
        (#"{}"#, ["manifest-value-invalid"]),
        (#"{"en": ""}"#, ["manifest-value-invalid"]),
        (#"{"en": 7}"#, ["manifest-type-wrong"]),
        (#"{"en": "Points", "french": "Des points"}"#, ["manifest-key-unknown"]),
        (#"{"en": "Points", "en": "More"}"#, ["json-key-duplicated"]),
        (#"["Points"]"#, ["manifest-type-wrong"]),
    ])
    func `a text in languages is refused where something is wrong with them`(text: String, ids: [String]) {
        let manifest = Self.manifest.replacing(#"{"en": "Points", "fr": "Des points"}"#, with: text)
        let (_, report) = parse(["integration.json": manifest, "index.md": Self.page("Overview")])
        #expect(report.ids == ids, "\(report.diagnostics)")
    }

    @Test func `the ids of a translation's headings are those of its own page`() throws {
        let (listing, _) = parse([
            "integration.json": Self.manifest, "index.md": Self.page("Overview"), "index.fr.md": Self.page("Aperçu"),
        ])
        #expect(listing.pages[0].anchors == ["overview"])
        #expect(listing.translations[0].pages[0].anchors == ["aperçu"])
    }

    @Test(arguments: [
        (#""languages": ["fr", "fr"]"#, 1), (#""languages": ["EN"]"#, 1), (#""languages": ["français"]"#, 1),
        (#""languages": ["fr", "pt-BR", "zh-Hant"]"#, 0), (#""languages": ["search"]"#, 1),
    ])
    func `the languages of a site are tags, each once`(languages: String, count: Int) throws {
        var report = DiagnosticReport()
        let text = "{\"title\": \"A\", \(languages)}"
        let file = SourceFile(path: "Content/site.json", name: "site.json", bytes: Array(text.utf8))
        let site = try #require(SiteParser.parseSite(file, reporting: &report))
        #expect(report.ids == Array(repeating: "manifest-value-invalid", count: count))
        #expect(
            site.contentLanguages.others == (count == 0 ? ["fr", "pt-BR", "zh-Hant"] : site.contentLanguages.others)
        )
        #expect(Set(site.contentLanguages.others.map { $0.lowercased() }).isDisjoint(with: ["en", "search"]))
    }
}
