import Diagnostics
import Listing
import Rules
import TestSupport
import Testing

/// A list of the manifest that cannot be read is one problem, and not one for each thing that relied on it.
struct UnreadListTests {
    private func check(
        _ manifest: String,
        page: String,
        unreadPages: Set<String> = []
    ) throws -> (ids: [String], coverage: Coverage) {
        var report = DiagnosticReport()
        let platform = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(exampleCatalogue.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(platform, reporting: &report))
        let folder = "integrations/acme"
        let files = [("integration.json", manifest), ("index.md", page)].map {
            SourceFile(path: $0, name: $0, bytes: Array($1.utf8))
        }
        let read = files.filter { !unreadPages.contains($0.name) }
        let tree = SourceTree(path: folder, contentPath: folder, texts: read, unreadPages: unreadPages)
        let listing = ListingParser(catalogue: catalogue).parseIntegration(tree, reporting: &report)
        let coverage = RuleRunner().check(listing, reporting: &report).coverage
        return (report.sorted.map(\.id), coverage)
    }

    private static let page = """
        ---
        title: Acme
        description: What it does.
        ---

        ## [Sync](feature:sync)

        Every night the members of the programme are read and each of them is matched to the profile with the same
        address, for which `users:read` is needed.

        ![The sync](screenshot:picture)

        """

    private func manifest(scopes: String? = nil, features: String? = nil, media: String? = nil) -> String {
        """
        {"name": "Acme", "tagline": "Sync", "builtBy": "Acme", "description": "Syncs.", "version": "1.0.0",
         "updated": "2026-01-01", "categories": ["Loyalty"], "links": {"privacy": "https://acme.example/privacy"},
         "scopes": \(scopes ?? #"[{"id": "users:read", "requirement": "required", "reason": "To match members."}]"#),
         "features": \(features ?? #"""
            [{"id": "sync", "title": "Sync", "summary": "Every night.", "scopes": ["users:read"],
              "operations": ["get-user"], "evidence": ["picture"]}]
            """#),
         "media": \(media ?? #"""
            [{"id": "picture", "kind": "video", "url": "https://video.example/1", "alt": "The sync"}]
            """#)}
        """
    }

    @Test func `a page that cannot be read is said to be missing by nothing`() throws {
        let (ids, coverage) = try check(manifest(), page: Self.page, unreadPages: ["index.md"])
        #expect(ids.filter { !$0.hasPrefix("file-") } == [])
        #expect(coverage.scopes.notChecked == 1)
        #expect(coverage.scopes.proved == 0)
        #expect(coverage.features.notChecked == 1)
        #expect(coverage.features.proved == 0)
    }

    @Test(arguments: [
        "null", "{}", "\"users:read\"", "[null]", "[\"users:read\"]",
        #"[{"id": 1, "requirement": "required"}]"#,
    ])
    func `scopes that cannot be read are one error`(scopes: String) throws {
        let (ids, coverage) = try check(manifest(scopes: scopes), page: Self.page)
        #expect(ids.filter { $0.hasPrefix("scope") || $0.hasPrefix("feature") || $0.hasPrefix("p") } == [])
        #expect(ids.count { $0 == "manifest-type-wrong" } == 1, "\(ids)")
        #expect(coverage.features.notChecked == coverage.features.total)
    }

    @Test(arguments: ["null", "[\"sync\"]"])
    func `features that cannot be read are one error`(features: String) throws {
        let ids = try check(manifest(features: features), page: Self.page).ids
        #expect(ids.filter { $0.hasPrefix("scope") || $0.hasPrefix("feature") || $0.hasPrefix("media") } == [])
        #expect(ids.count { $0 == "manifest-type-wrong" } == 1, "\(ids)")
    }

    @Test func `media that cannot be read are one error`() throws {
        let ids = try check(manifest(media: "null"), page: Self.page).ids
        #expect(ids.filter { $0.hasPrefix("scope") || $0.hasPrefix("feature") || $0.hasPrefix("media") } == [])
        #expect(ids.count { $0 == "manifest-type-wrong" } == 1, "\(ids)")
    }

    @Test func `an empty list is read to its end`() throws {
        #expect(try check(manifest(scopes: "[]"), page: Self.page).ids.contains("scope-not-requested"))
    }
}
