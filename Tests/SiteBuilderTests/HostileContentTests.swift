import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

/// Whatever severities a directory sets, nothing of an author's text becomes code or a second id of a page.
struct HostileContentTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Builds with every rule off that can be off.
    private func publish(_ content: ContentBuilder) async throws {
        var content = content
        content.site = content.site.replacing(
            "\"language\"",
            with: #""rules": {"link-scheme-refused": "off", "page-raw-html": "off", "link-target-missing": "off", "#
                + #""link-anchor-missing": "off", "media-unknown": "off", "link-picture-elsewhere": "off"}, "language""#
        )
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        try #require(outcome.isPublished, "\(outcome.report.sorted.map { "\($0.id): \($0.message)" })")
    }

    /// The page of a listing whose overview says `text`.
    private func page(saying text: String) async throws -> String {
        var content = ContentBuilder()
        content.listings[0].overview += "\n\(text)\n"
        try await publish(content)
        return try folder.text("Output/integrations/acme/index.html")
    }

    static let attacks = [
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#9;script:alert(1))",
        "[a](<java\tscript:alert(1)>)", "[a](&#1;javascript:alert(1))", "[a](vbscript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)", "[a][r]\n\n[r]: javascript:alert(1)", "<javascript:alert(1)>",
        "![a](javascript:alert(1))", "![a](data:image/svg+xml,<svg/onload=alert(1)>)", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "text <b onclick=alert(1)>b</b>", "<!-- --><script>alert(1)</script>",
        "<iframe src=https://evil.example></iframe>", "[a](https://a.example/\"onmouseover=\"alert(1))",
        "[a](https://a.example 'x\" onmouseover=\"alert(1)')", "![x\" onerror=\"alert(1)](https://a.example/a.png)",
        "```js\" onload=\"alert(1)\n```", "`<script>alert(1)</script>`", "# <script>alert(1)</script>",
        "| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |",
        "> [!NOTE]\n> <script>alert(1)</script>", "[<script>alert(1)</script>](feature:points-sync)",
        "[a](//evil.example/x)", "{{{title}}} {{>layout}} {{=<% %>=}}", "[a](file:///etc/passwd)",
    ]

    @Test func `no text of an author becomes code`() async throws {
        var content = ContentBuilder()
        for (number, attack) in Self.attacks.enumerated() {
            let page = "---\ntitle: Attack\n---\n\n\(attack)\n"
            content.files["integrations/acme/attack-\(number).md"] = Array(page.utf8)
        }
        try await publish(content)
        for (number, attack) in Self.attacks.enumerated() {
            let page = try folder.text("Output/integrations/acme/attack-\(number)/index.html")
            for tag in HTMLScan(page).tags { expectHarmless(tag, "\(attack)") }
        }
    }

    private func expectHarmless(_ tag: HTMLScan.Tag, _ attack: Comment) {
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, attack)
        #expect(!["iframe", "object", "embed", "base", "form"].contains(tag.name), attack)
        if tag.name == "script" {
            let isData = tag.attributes["type"] == "application/ld+json"
            #expect(isData || tag.attributes["src"]?.hasPrefix("../../../assets/theme.") == true, attack)
        }
        for name in ["href", "src", "action", "srcset", "poster"] {
            guard let address = tag.attributes[name] else { continue }
            // Browsers drop spaces and control characters in front of and within a scheme.
            let scheme = address.filter { !$0.isWhitespace && $0 > " " }.lowercased().prefix { $0 != "/" && $0 != "#" }
            if scheme.contains(":") {
                #expect(["https:", "http:", "mailto:"].contains { scheme.hasPrefix($0) }, attack)
            }
            if tag.name == "img" { #expect(!address.contains("//"), attack) }
        }
    }

    private func repeatedIDs(in page: String) -> [String] {
        Dictionary(HTMLScan(page).ids.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys.sorted()
    }

    static let headings = [
        "Contents", "Permissions", "Features", "Data", "Limits", "Screenshots", "Support", "Overview", "Gallery",
        "Videos",
        "Usage", "About", "Filter", "Integrations",
    ]

    @Test func `headings of one text have ids of their own`() async throws {
        let page = try await page(saying: Self.headings.map { "## \($0)\n\n## \($0)\n" }.joined(separator: "\n"))
        #expect(repeatedIDs(in: page) == [])
    }

    @Test(arguments: ["Main", "Scope users read", "Screenshot points", "Feature list"])
    func `a heading never takes the id of another part of the page`(heading: String) async throws {
        let page = try await page(saying: "## \(heading)")
        #expect(repeatedIDs(in: page) == [])
    }

    @Test func `every id of the theme has a full stop, which no heading's has`() throws {
        for path in try PackageFolder.files(below: "Themes/default/templates", ending: ".mustache") {
            for id in HTMLScan(try PackageFolder.text(path)).ids {
                #expect(id.contains(".") || id.contains("{{"), "\(path): \(id)")
            }
        }
    }

    @Test func `a picture shown twice has one id`() async throws {
        let page = try await page(saying: "![a](screenshot:points)\n\n![a](screenshot:points)\n")
        #expect(repeatedIDs(in: page) == [])
    }
}
