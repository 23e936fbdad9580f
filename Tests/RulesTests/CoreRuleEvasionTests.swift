import Diagnostics
import Listing
import Rules
import Testing

/// Ways to look as if a scope or feature were documented when no reader can see it.
struct CoreRuleEvasionTests {
    private func findings(manifest: String, page: String) throws -> [String] {
        var report = DiagnosticReport()
        let platform = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(exampleCatalogue.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(platform, reporting: &report))
        let folder = "integrations/acme"
        let files = [
            SourceFile(path: "integration.json", name: "integration.json", bytes: Array(manifest.utf8)),
            SourceFile(path: "index.md", name: "index.md", bytes: Array(page.utf8)),
        ]
        let assets = [AssetFile(path: "media/a.png", name: "media/a.png", byteCount: 1)]
        let tree = SourceTree(path: folder, contentPath: folder, texts: files, assets: assets)
        let listing = ListingParser(catalogue: catalogue).parseExcerpt(tree)
        _ = RuleRunner().check(listing, reporting: &report)
        return Set(report.diagnostics.map(\.id)).sorted()
    }

    private static let manifest = """
        {"links": {"privacy": "https://acme.example/privacy"},
         "scopes": [{"id": "users:read", "reason": "To match."}],
         "features": [{"id": "sync", "scopes": ["users:read"], "evidence": ["picture"]}],
         "media": [{"id": "picture", "kind": "screenshot", "file": "media/a.png", "alt": "The sync"}]}
        """

    private static func page(_ text: String) -> String {
        """
        ## [Sync](feature:sync)

        Every night the members of the programme are looked through and each of them is matched to the profile with the
        same address. \(text)

        ![The sync](screenshot:picture)
        """
    }

    @Test func `the page is sound when it names the scope`() throws {
        #expect(try findings(manifest: Self.manifest, page: Self.page("It needs [users](scope:users:read).")) == [])
    }

    @Test(arguments: [
        "[](scope:users:read)", "![](scope:users:read)", "![users](scope:users:read)", "[&nbsp;](scope:users:read)",
        "[\u{200B}](scope:users:read)", "[<!-- x -->](scope:users:read)", "~~users:read~~",
        "~~[users](scope:users:read)~~",
        "![a [x](scope:users:read) b](screenshot:picture)", "<!-- users:read -->", "<users:read>",
        "[x](scope:users:raed)",
        "\n\n[users:read]: https://a.example\n", "![users:read](screenshot:picture)", "https://a.example/users:read",
    ])
    func `a mention that no reader can see documents nothing`(text: String) throws {
        #expect(try findings(manifest: Self.manifest, page: Self.page(text)).contains("scope-undocumented"))
    }

    @Test func `a link to a picture does not show it`() throws {
        let page = Self.page("It needs `users:read`.").replacing("![The sync]", with: "[]")
        #expect(try findings(manifest: Self.manifest, page: page).contains("feature-without-evidence"))
    }

    @Test func `words that are struck out are no words`() throws {
        let page =
            "## [Sync](feature:sync)\n\n`users:read`\n\n~~one two three four five six seven eight nine ten "
            + "one two three four five six seven eight nine ten~~\n\n![The sync](screenshot:picture)\n"
        #expect(try findings(manifest: Self.manifest, page: page).contains("feature-undocumented"))
    }

    @Test func `what a feature inside another says is its own`() throws {
        let manifest = Self.manifest.replacing(
            #""features": ["#,
            with: #""features": [{"id": "whole", "scopes": ["users:read"], "evidence": ["picture"]}, "#
        )
        let page = "## [Whole](feature:whole)\n\n" + Self.page("It needs `users:read`.").replacing("## ", with: "### ")
        let found = try findings(manifest: manifest, page: page)
        #expect(found == ["feature-scope-not-mentioned", "feature-undocumented"])
    }

    @Test func `a scope that two actors ask for is named with its actor`() throws {
        let manifest = """
            {"links": {"privacy": "https://acme.example/privacy"},
             "scopes": [{"id": "chat:write", "actor": "bot", "reason": "To answer."},
                        {"id": "chat:write", "actor": "user", "reason": "To forward."}],
             "features": [{"id": "sync", "scopes": ["chat:write@bot", "chat:write@user"], "evidence": ["picture"]}],
             "media": [{"id": "picture", "kind": "screenshot", "file": "media/a.png", "alt": "The sync"}]}
            """
        #expect(try findings(manifest: manifest, page: Self.page("It needs `chat:write`.")) == ["scope-undocumented"])
        let both = Self.page("It needs `chat:write@bot` and `chat:write@user`.")
        #expect(try findings(manifest: manifest, page: both) == [])
    }

    @Test(arguments: [
        (#"[{"id": "tile:data"}]"#, "users:read"), (#"[{"id": "users:write"}]"#, "users:read"),
    ])
    func `a scope that a wider one grants maps the wider one`(scopes: String, need: String) throws {
        let manifest = #"{"scopes": \#(scopes), "features": [{"id": "sync", "scopes": ["\#(need)"]}]}"#
        #expect(try !findings(manifest: manifest, page: Self.page("")).contains("scope-unmapped"))
    }
}
