import Diagnostics
import SiteBuilder
import TestSupport
import Testing

/// One diagnostic a fault, in the file that is to be mended.
struct ThemeFaultsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What is found in a site of three languages whose theme `own` has these files.
    private func faults(_ files: [String: String], languages: String = "[\"fr\", \"ar\"]") async throws -> [Diagnostic]
    {
        var content = ContentBuilder()
        content.site = content.site.replacing(
            "\"language\": \"en\"",
            with: "\"theme\": \"own\",\n  \"languages\": \(languages),\n  \"language\": \"en\""
        )
        try content.write(to: folder)
        try folder.write("{\"name\": \"own\", \"extends\": \"default\"}", to: "Themes/own/theme.json")
        for (file, text) in files { try folder.write(text, to: "Themes/own/\(file)") }
        let diagnostics = try await build(in: folder).report.sorted
        // The content of these tests is in English alone.
        return diagnostics.filter { !$0.id.contains("untranslated") }
    }

    private func place(_ file: String, _ range: ByteRange) -> SourceRange {
        SourceRange(path: folder.path(of: "Themes/own/\(file)"), bytes: range)
    }

    static let templates: [(id: String, template: String)] = [
        ("template-name-unknown", "<footer>⟦{{titel}}⟧</footer>\n"),
        ("template-kind-mismatch", "<footer>⟦{{breadcrumbs}}⟧</footer>\n"),
        ("template-unescaped-text", "<footer>⟦{{{title}}}⟧</footer>\n"),
        ("template-partial-missing", "<footer>⟦{{>nothing}}⟧</footer>\n"),
        ("template-text-unknown", "<footer>⟦{{@nothing.at.all}}⟧</footer>\n"),
    ]

    @Test(arguments: templates)
    func `a fault that all pages in all languages bring in is one`(id: String, template: String) async throws {
        let marked = MarkedText(template)
        let found = try await faults(["templates/footer.mustache": marked.text])
        #expect(found.map(\.id) == [id], "\(found)")
        #expect(found.map(\.range) == marked.ranges.map { place("templates/footer.mustache", $0) })
    }

    @Test func `a name that only some pages have is one fault, which tells them apart`() async throws {
        let found = try await faults(["templates/footer.mustache": "<footer>{{tagline}}</footer>\n"])
        #expect(found.map(\.id) == ["template-name-unknown"], "\(found)")
        let note = try #require(found.first?.notes.last?.message)
        #expect(note.hasPrefix("so it is on pages of `directory`, `category`"), "\(note)")
        #expect(note.hasSuffix("and not on those of `listing`"), "\(note)")
    }

    @Test func `each block that pages fill and a layout lacks is one fault of the layout`() async throws {
        let found = try await faults(["templates/layout.mustache": "<!doctype html>\n<body>{{title}}</body>\n"])
        #expect(found.map(\.message) == ["`layout` has no block `body`", "`layout` has no block `main`"], "\(found)")
        for fault in found {
            #expect(fault.id == "template-name-unknown")
            #expect(fault.range == SourceRange(startOf: folder.path(of: "Themes/own/templates/layout.mustache")))
            #expect(fault.notes.first?.message.contains("where the block belongs") == true)
        }
    }

    @Test func `a text without the place that templates fill is one fault of the text`() async throws {
        let text = MarkedText(#"{⟦"date.updated"⟧: "Updated"}"#)
        let found = try await faults(["texts/en.json": text.text])
        #expect(found.map(\.id) == ["template-name-unknown"], "\(found)")
        #expect(found.map(\.range) == text.ranges.map { place("texts/en.json", $0) })
        #expect(found.first?.notes.first?.message == "write `{date}` where it belongs in the text")
    }

    // What follows from a fault

    static let slips: [(file: String, text: String, id: String)] = [
        ("texts/en.json", #"{"own.hello": "Hello" "own.bye": "Bye"}"#, "json-syntax"),
        ("texts/en.json", #"["own.hello"]"#, "theme-text-malformed"),
        ("texts/en.json", #"{"own.hello": 7, "own.bye": "Bye"}"#, "theme-text-malformed"),
        ("texts/fr.json", #"{"own.hello": "Bonjour","#, "json-syntax"),
        ("theme.json", #"{"name": "own", "extends": "default""#, "json-syntax"),
        ("theme.json", #"{"name": "own", "extends": 7}"#, "manifest-type-wrong"),
        ("templates/footer.mustache", "{{#site}}{{@own.hello}}{{@own.bye}}{{>own-part}}\n", "template-syntax"),
    ]

    @Test(arguments: slips)
    func `a slip in one file is all that is said`(file: String, text: String, id: String) async throws {
        var files = [
            "templates/footer.mustache": "<footer>{{@own.hello}} {{@own.bye}} {{>own-part}}</footer>\n",
            "templates/own-part.mustache": "<p>{{title}}</p>\n",
            "texts/en.json": #"{"own.hello": "Hello", "own.bye": "Bye"}"#,
            "texts/fr.json": #"{"own.hello": "Bonjour", "own.bye": "Salut"}"#,
            "texts/ar.json": #"{"own.hello": "مرحبا", "own.bye": "وداعا"}"#,
        ]
        files[file] = text
        let found = try await faults(files)
        #expect(found.map(\.id) == [id], "\(found)")
        #expect(found.first?.range?.path == folder.path(of: "Themes/own/\(file)"))
    }

    // Files of languages

    static let texts: [(id: String, file: String)] = [
        ("json-syntax", #"{"card.by": "von {builtBy}"⟦⟧"#),
        ("theme-text-unknown", #"{⟦"card.yb"⟧: "von"}"#),
        ("theme-text-malformed", #"{"card.by": ⟦7⟧}"#),
        ("template-name-unknown", #"{"card.by": "von ⟦{bulitBy}⟧ {builtBy}"}"#),
        ("theme-text-place-unknown", #"{"feed.new": "Neu: ⟦{nmae}⟧ {name}"}"#),
        ("theme-text-place-missing", #"{⟦"card.by"⟧: "von jemand"}"#),
        ("theme-text-form-missing", #"{⟦"rate.requests"⟧: {"of": "count", "other": "{count} Anfragen"}}"#),
    ]

    @Test(arguments: texts)
    func `a file of a language that the site is not read in is checked too`(id: String, file: String) async throws {
        let marked = MarkedText(file)
        let found = try await faults(["texts/de.json": marked.text]).filter { $0.id != "theme-text-missing" }
        #expect(found.map(\.id) == [id], "\(found)")
        if let place = marked.ranges.first, place.start < place.end {
            #expect(found.first?.range == self.place("texts/de.json", place))
        }
    }

    @Test func `what a file of another language lacks is said once, of a kind of the language not again`() async throws
    {
        let files = [
            "texts/de.json": #"{"card.by": "von {builtBy}"}"#, "texts/de-AT.json": #"{"search.title": "Suche"}"#,
        ]
        let found = try await faults(files)
        #expect(found.map(\.id) == ["theme-text-missing"], "\(found)")
        #expect(found.first?.range == SourceRange(startOf: folder.path(of: "Themes/own/texts/de.json")))
        #expect(found.first?.notes.first?.message == "write it in '\(folder.path(of: "Themes/own/texts/de.json"))'")
    }

    @Test(arguments: [
        ("pl", "\"few\", \"many\""), ("ar", "\"zero\", \"one\", \"two\", \"few\", \"many\""), ("fr", "\"one\""),
    ])
    func `the forms that a language tells apart are asked for`(language: String, forms: String) async throws {
        let one = language == "pl" ? #""one": "{count} x", "# : ""
        let file = #"{"rate.requests": {"of": "count", \#(one)"other": "{count} y"}}"#
        let found = try await faults(["texts/\(language).json": file]).filter { $0.id != "theme-text-missing" }
        #expect(found.map(\.id) == ["theme-text-form-missing"], "\(found)")
        #expect(found.first?.message.contains("has no text for \(forms), which '\(language)'") == true, "\(found)")
    }

    @Test func `a language has one form alone, and needs no other`() async throws {
        let file = #"{"rate.requests": {"of": "count", "other": "{count} 件"}}"#
        let found = try await faults(["texts/ja.json": file]).filter { $0.id != "theme-text-missing" }
        #expect(found.isEmpty, "\(found)")
    }

    @Test func `a file that is named by no language is said to be unused`() async throws {
        let found = try await faults(["texts/pt_BR.json": "{}"])
        #expect(found.map(\.id) == ["theme-file-unused"])
        #expect(found.first?.message.hasSuffix("did you mean 'pt-BR'?") == true, "\(found)")
    }

    @Test func `a further language without texts is said where the site names it, with the file to write`() async throws
    {
        let found = try await faults([:], languages: "[\"fr\", \"nl\"]")
        #expect(found.map(\.id) == ["theme-text-missing"], "\(found)")
        let place = try #require(found.first?.range)
        let site = Array(try folder.text("Content/site.json").utf8)
        #expect(site[place.bytes.start..<place.bytes.end].elementsEqual("\"nl\"".utf8))
        #expect(found.first?.notes.first?.message == "write them in '\(folder.path(of: "Themes/own/texts/nl.json"))'")
    }
}
