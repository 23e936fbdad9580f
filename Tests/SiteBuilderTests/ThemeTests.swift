import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

struct ThemeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.site = content.site.replacing("\"language\"", with: "\"theme\": \"own\",\n  \"language\"")
        try content.write(to: folder)
    }

    private func writeTheme(_ name: String = "own", extends: String? = "default", _ files: [String: String] = [:])
        throws
    {
        let parent = extends.map { ", \"extends\": \"\($0)\"" } ?? ""
        try folder.write("{\"name\": \"\(name)\"\(parent)}", to: "Themes/\(name)/theme.json")
        for (file, text) in files { try folder.write(text, to: "Themes/\(name)/\(file)") }
    }

    /// Expects one diagnostic, at the marked place of a file of the theme.
    private func expect(_ id: String, in file: String, _ marked: String) async throws {
        let text = MarkedText(marked)
        try writeTheme(files: [file: text.text])
        let outcome = try await build(in: folder)
        #expect(!outcome.isPublished)
        #expect(outcome.report.sorted.map(\.id) == [id])
        #expect(
            outcome.report.sorted.compactMap(\.range)
                == text.ranges.map { SourceRange(path: folder.path(of: "Themes/own/\(file)"), bytes: $0) }
        )
    }

    private func writeTheme(files: [String: String]) throws { try writeTheme("own", extends: "default", files) }

    @Test func `a theme replaces one template and takes the others from the one it extends`() async throws {
        try writeTheme(files: ["templates/footer.mustache": "<footer>Own words</footer>\n"])
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let page = try folder.text("Output/integrations/acme/index.html")
        #expect(page.contains("<footer>Own words</footer>"))
        #expect(page.contains("class=\"skip-link\""))
    }

    @Test func `a theme replaces one asset, and the address of the style sheet changes with it`() async throws {
        try writeTheme()
        _ = try await build(in: folder)
        let before = try FolderSnapshot(folder.url.appending(path: "Output")).names.filter { $0.hasSuffix(".css") }
        try writeTheme(files: ["assets/90-print.css": "@media print { body { color: teal; } }\n"])
        #expect(try await build(in: folder).isPublished)
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let after = site.names.filter { $0.hasSuffix(".css") }
        #expect(before.count == 1 && after.count == 1 && before != after)
        #expect(site.text(after[0]).contains("color: teal"))
        #expect(site.text("index.html").contains(after[0]))
    }

    @Test func `a picture of a theme is published under its name`() async throws {
        try writeTheme()
        try folder.write(TinyPicture.png, to: "Themes/own/assets/mark.png")
        #expect(try await build(in: folder).isPublished)
        #expect(folder.has("Output/assets/mark.png"))
    }

    static let unused: [(String, String)] = [
        ("templates/listings.mustache", "no page uses the template 'listings'; did you mean 'listing'?"),
        ("templates/alone.mustache", "no page uses the template 'alone'"), ("templates/notes.txt", "is not used"),
        ("style.css", "is not used"), ("partials/footer.mustache", "is not used"),
    ]

    @Test(arguments: unused)
    func `what no page uses of a theme is said, and the site is built`(file: String, message: String) async throws {
        try writeTheme(files: [
            file: "<p>x</p>\n", "README.md": "x", "templates/.draft": "x",
            "templates/footer.mustache": "{{> own-footer}}\n", "templates/own-footer.mustache": "<footer></footer>\n",
        ])
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished)
        #expect(outcome.report.sorted.map(\.id) == ["theme-file-unused"])
        #expect(outcome.report.diagnostics.first?.message.hasSuffix(message) == true, "\(outcome.report.sorted)")
    }

    @Test func `of themes that extend one another the nearest has the word, in templates, assets and texts`()
        async throws
    {
        try writeTheme(
            "ground",
            [
                "templates/footer.mustache": "<footer>Ground</footer>\n",
                "templates/site-links.mustache": "<p>Ground links {{@search.title}}</p>\n",
                "templates/logo.mustache": "<b>Ground logo</b>\n",
                "assets/90-print.css": ".ground-print { color: teal }\n",
                "assets/60-prose.css": ".ground-prose { color: teal }\n",
                "texts/en.json": #"{"search.title": "Ground", "cards.more": "Ground more"}"#,
            ]
        )
        try writeTheme(
            "middle",
            extends: "ground",
            [
                "templates/footer.mustache": "<footer>Middle</footer>\n",
                "templates/site-links.mustache": "<p>Middle links {{@search.title}}</p>\n",
                "assets/90-print.css": ".middle-print { color: teal }\n",
                "texts/en.json": #"{"search.title": "Middle"}"#,
            ]
        )
        try writeTheme(extends: "middle", ["templates/footer.mustache": "<footer>Own {{>site-links}}</footer>\n"])
        let outcome = try await build(in: folder)
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let page = site.text("index.html")
        #expect(page.contains("<footer>Own <p>Middle links Middle</p>"))
        #expect(page.contains("<b>Ground logo</b>") && page.contains(">Ground more</button>"))
        #expect(page.contains("class=\"skip-link\""))
        let style = try #require(site.names.first { $0.hasSuffix(".css") }.map(site.text))
        #expect(style.contains(".middle-print") && style.contains(".ground-prose") && !style.contains(".ground-print"))
        #expect(style.contains(":root"))
    }

    @Test func `every template of the default theme can be replaced`() async throws {
        for path in try PackageFolder.files(below: "Themes/default/templates", ending: ".mustache") {
            let name = try #require(path.split(separator: "/").last.map(String.init))
            let own = try PackageFolder.text(path) + "<!-- own \(name) -->\n"
            try writeTheme(files: ["templates/\(name)": own])
        }
        let outcome = try await build(in: folder)
        #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
        let pages = ["index.html", "integrations/acme/index.html", "404.html", "scopes/index.html"]
        for page in pages { #expect(try folder.text("Output/\(page)").contains("<!-- own "), "\(page)") }
    }

    @Test func `a theme that is extended may have more than is used of it`() async throws {
        try writeTheme("base", ["templates/footer.mustache": "{{> deep}}\n", "templates/deep.mustache": "x\n"])
        try writeTheme(extends: "base", ["templates/footer.mustache": "<footer></footer>\n"])
        #expect(try await build(in: folder).report.isEmpty)
    }

    @Test func `a theme that is not there brings the one that may be meant`() async throws {
        try writeTheme("ownn")
        let report = try await build(in: folder).report
        #expect(report.sorted.map(\.id) == ["theme-missing"])
        #expect(report.diagnostics.first?.message.hasSuffix("did you mean 'ownn'?") == true)
        #expect(report.diagnostics.first?.range?.path == folder.path(of: "Content/site.json"))
    }

    @Test(arguments: ["own", "other"])
    func `a theme that extends itself is reported where it says so`(parent: String) async throws {
        try writeTheme("own", extends: parent)
        try writeTheme("other", extends: "own")
        let report = try await build(in: folder).report
        #expect(report.sorted.map(\.id) == ["theme-extends-itself"])
        #expect(report.diagnostics.first?.range?.path.hasSuffix("theme.json") == true)
    }

    @Test func `text that is not escaped is refused at its tag`() async throws {
        try await expect("template-unescaped-text", in: "templates/footer.mustache", "<p>⟦{{{title}}}⟧</p>\n")
    }

    @Test func `a name that no view has is refused at its place`() async throws {
        try await expect("template-name-unknown", in: "templates/footer.mustache", "<p>⟦{{titel}}⟧</p>\n")
    }

    @Test func `a partial that is not there is refused at its place`() async throws {
        try await expect("template-partial-missing", in: "templates/footer.mustache", "<p>⟦{{>nothing}}⟧</p>\n")
    }

    @Test func `a section that is not closed is refused`() async throws {
        try writeTheme(files: ["templates/footer.mustache": "{{#site}}<p>\n"])
        let report = try await build(in: folder).report
        #expect(report.sorted.map(\.id) == ["template-syntax"])
    }

    @Test func `a theme without the templates of a page is refused`() async throws {
        try writeTheme("own", extends: nil, ["templates/directory.mustache": "{{title}}"])
        let report = try await build(in: folder).report
        #expect(report.sorted.map(\.id) == ["template-partial-missing"])
        let fault = try #require(report.diagnostics.first)
        #expect(fault.range == SourceRange(startOf: folder.path(of: "Themes/own/theme.json")))
        #expect(fault.message.contains("`category`, `listing`, `page`") && !fault.message.contains("`directory`"))
        #expect(fault.notes.map(\.message).contains { $0.contains("\"extends\": \"default\"") })
    }

    @Test(arguments: [[0xFF], [0x00]] as [[UInt8]])
    func `a template that is no text is an error`(bytes: [UInt8]) async throws {
        try writeTheme()
        try folder.write(Array("<p>".utf8) + bytes, to: "Themes/own/templates/footer.mustache")
        let outcome = try await build(in: folder)
        #expect(!outcome.isPublished)
        #expect(outcome.report.hasErrors)
    }
}
