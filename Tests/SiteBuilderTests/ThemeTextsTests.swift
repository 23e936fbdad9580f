import Diagnostics
import SiteBuilder
import TestSupport
import Testing

/// What a theme says in place of the default theme.
struct ThemeTextsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func build(
        in language: String,
        _ files: [String: String],
        extends: String = "default"
    ) async throws -> SiteBuild.Outcome {
        var content = ContentBuilder()
        content.site = content.site.replacing(
            "\"language\": \"en\"",
            with: "\"theme\": \"own\",\n  \"language\": \"\(language)\""
        )
        try content.write(to: folder)
        try folder.write("{\"name\": \"own\", \"extends\": \"\(extends)\"}", to: "Themes/own/theme.json")
        for (file, text) in files { try folder.write(text, to: "Themes/\(file)") }
        return try await SiteBuilderTests.build(in: folder)
    }

    private func page() throws -> String { try folder.text("Output/index.html") }

    @Test func `a theme replaces texts key by key and language by language`() async throws {
        let outcome = try await build(
            in: "fr-CA",
            [
                "own/texts/en.json": #"{"cards.more": "English", "footer.title": "Foot"}"#,
                "own/texts/fr.json": #"{"cards.more": "Encore"}"#,
                "own/texts/fr-CA.json": #"{"search.title": "Chercher"}"#,
            ]
        )
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        let page = try page()
        #expect(page.contains(">Encore</button>"))
        #expect(page.contains("<span>Chercher</span>"))
        // The default theme has it in French, which is nearer than an English one.
        #expect(page.contains("aria-label=\"Pied de page\""))
        #expect(page.contains("<html lang=\"fr-CA\" dir=\"ltr\">"))
    }

    @Test func `a theme between two others is heard after the one that extends it`() async throws {
        let outcome = try await build(
            in: "en",
            [
                "own/texts/en.json": #"{"cards.more": "Own"}"#,
                "base/theme.json": #"{"name": "base", "extends": "default"}"#,
                "base/texts/en.json": #"{"cards.more": "Base", "search.title": "Look"}"#,
            ],
            extends: "base"
        )
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        #expect(try page().contains(">Own</button>") && page().contains("<span>Look</span>"))
    }

    @Test func `a theme has texts of its own for templates of its own`() async throws {
        let outcome = try await build(
            in: "fr",
            [
                "own/texts/en.json": #"{"own.hello": "Hello {title}"}"#,
                "own/texts/fr.json": #"{"own.hello": "Bonjour {title}"}"#,
                "own/templates/footer.mustache": "<footer>{{@own.hello}}</footer>\n",
            ]
        )
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        #expect(try folder.text("Output/404.html").contains("<footer>Bonjour Page introuvable</footer>"))
    }

    @Test func `a theme has texts for words of the content that nobody foresaw`() async throws {
        let outcome = try await build(
            in: "en",
            [
                "own/texts/en.json":
                    #"{"actor.seat": "Seat", "unit.seats": "{count} seats", "unit.price": "For {title}"}"#,
                "own/templates/footer.mustache": "<footer>{{@unit.price}}</footer>\n",
            ]
        )
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
    }

    @Test func `what is missing in the language of the site is said once a file, and is English`() async throws {
        let outcome = try await build(
            in: "fr",
            [
                "own/texts/en.json": #"{"own.hello": "Hello", "own.bye": "Bye"}"#,
                "own/texts/fr.json": #"{"own.hello": "Bonjour"}"#,
                "own/templates/footer.mustache": "<footer>{{@own.hello}} {{@own.bye}}</footer>\n",
            ]
        )
        #expect(outcome.isPublished)
        #expect(outcome.report.sorted.map(\.id) == ["theme-text-missing"])
        #expect(
            outcome.report.diagnostics.first?.message
                == "there is no text in 'fr' for `own.bye`: readers see the English one"
        )
        #expect(
            outcome.report.diagnostics.first?.range == SourceRange(startOf: folder.path(of: "Themes/own/texts/fr.json"))
        )
        #expect(try page().contains("<footer>Bonjour Bye</footer>"))
    }

    @Test func `a language that nobody has written yet is English, and that is said once`() async throws {
        let outcome = try await build(in: "de", [:])
        #expect(outcome.isPublished)
        #expect(outcome.report.sorted.map(\.id) == ["theme-text-missing"])
        let warning = try #require(outcome.report.diagnostics.first)
        #expect(warning.message == "the theme has no texts in 'de': readers see the English ones")
        #expect(warning.notes.first?.message == "write them in '\(folder.path(of: "Themes/own/texts/de.json"))'")
        let place = try #require(warning.range)
        #expect(place.path == folder.path(of: "Content/site.json"))
        let site = Array(try folder.text("Content/site.json").utf8)
        #expect(site[place.bytes.start..<place.bytes.end].elementsEqual("\"de\"".utf8))
        #expect(try page().contains("<html lang=\"de\" dir=\"ltr\">"))
    }

    static let faults: [(id: String, file: String)] = [
        ("theme-text-unknown", #"{⟦"card.yb"⟧: "von"}"#),
        ("theme-text-malformed", #"{"card.by": ⟦7⟧}"#),
        ("theme-text-malformed", #"{"card.by": ⟦"by {builtBy"⟧}"#),
        ("theme-text-malformed", #"{"card.by": ⟦"two\nlines"⟧}"#),
        ("theme-text-malformed", #"⟦["card.by"]⟧"#),
        ("theme-text-malformed", #"{"integrations.count": ⟦{"of": "count", "one": "x"}⟧}"#),
        ("theme-text-malformed", #"{"integrations.count": {"of": "count", ⟦"mnay"⟧: "x", "other": "y"}}"#),
        ("theme-text-place-unknown", #"{"feed.new": "New: ⟦{nmae}⟧"}"#),
        ("theme-text-place-unknown", #"{"integrations.count": {"of": ⟦"n"⟧, "one": "one", "other": "many"}}"#),
        ("theme-text-place-unknown", #"{"uses.can.required": ⟦"\u0043an {what}"⟧}"#),
        ("theme-text-place-unknown", #"{"unit.seats": "⟦{cuont}⟧ seats"}"#),
        ("theme-text-unknown", #"{⟦"unit."⟧: "x"}"#),
        ("template-name-unknown", #"{"card.by": "by ⟦{bulitBy}⟧"}"#),
        ("template-kind-mismatch", #"{"card.by": {"of": ⟦"builtBy"⟧, "one": "y", "other": "x"}}"#),
    ]

    @Test(arguments: faults)
    func `what is wrong with a text is said at its place`(id: String, file: String) async throws {
        let marked = MarkedText(file)
        let outcome = try await build(in: "en", ["own/texts/en.json": marked.text])
        #expect(outcome.report.sorted.map(\.id) == [id], "\(outcome.report.sorted)")
        let path = folder.path(of: "Themes/own/texts/en.json")
        #expect(
            outcome.report.sorted.compactMap(\.range) == marked.ranges.map { SourceRange(path: path, bytes: $0) },
            "\(outcome.report.sorted)"
        )
    }

    @Test func `a misspelt key brings the nearest one`() async throws {
        let outcome = try await build(in: "en", ["own/texts/en.json": #"{"card.yb": "von"}"#])
        #expect(
            outcome.report.diagnostics.first?.message == "nothing uses the text 'card.yb'; did you mean 'card.by'?"
        )
    }

    @Test func `a text is escaped, whatever is in it`() async throws {
        let outcome = try await build(
            in: "en",
            ["own/texts/en.json": #"{"cards.more": "<script>&\"", "code.copy": "\"><img>", "status.beta": "<b>"}"#]
        )
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        #expect(try page().contains(">&lt;script&gt;&amp;&quot;</button>"))
        #expect(try folder.text("Output/integrations/acme/index.html").contains("data-copy=\"&quot;&gt;&lt;img&gt;\""))
    }

    @Test(arguments: ["", "[", "null", "{}", #"{"a": "b", "a": "c"}"#, "{\"a\": \"\u{0}\"}"])
    func `no file of texts stops the program`(file: String) async throws {
        _ = try await build(in: "en", ["own/texts/en.json": file])
    }
}
