import Diagnostics
import Listing
import TestSupport
import Testing

@testable import Rules

/// What a run says it has proved.
struct CoverageTests {
    private let page = """
        ---
        title: Acme
        ---

        ## [Sync](feature:sync)

        Every night the members of the programme are read and each of them is matched to the profile with the same
        address, for which `users:read` is needed.

        ![The sync](screenshot:picture)

        """

    private let scope =
        #"{"id": "users:read", "requirement": "required", "reason": "Members are matched to profiles."}"#

    private func manifest(scopes: String, feature: String = "", usage: String = "", media: String = "") -> String {
        """
        {"name": "Acme", "version": "1.0.0", "updated": "2026-01-01", "scopes": \(scopes),
         "features": [{"id": "sync", "title": "Sync", "summary": "Every night.", "scopes": ["users:read"],
                       "operations": ["get-user"], "evidence": ["picture"]\(feature)}],
         "usage": [\(usage)],
         "media": [{"id": "picture", "kind": "video", "url": "https://video.example/1", "alt": "The sync"\(media)}]}
        """
    }

    private func coverage(_ manifest: String, page: String? = nil) throws -> Coverage {
        var report = DiagnosticReport()
        let limits = #"{"id": "get-user", "limit": {"count": 100, "unit": "users", "per": "minute"}, "#
        let platform = exampleCatalogue.replacing(#"{"id": "get-user", "#, with: limits)
        let catalogue = try #require(
            SiteParser.parseCatalogue(
                SourceFile(path: "platform.json", name: "platform.json", bytes: Array(platform.utf8)),
                reporting: &report
            )
        )
        let files = [("integration.json", manifest), ("index.md", page ?? self.page)].map {
            SourceFile(path: "a/\($0)", name: $0, bytes: Array($1.utf8))
        }
        let tree = SourceTree(path: "a", contentPath: "integrations/a", texts: files)
        let listing = ListingParser(catalogue: catalogue).parseIntegration(tree, reporting: &report)
        return RuleRunner(catalogue: catalogue).check(listing, reporting: &report).coverage
    }

    @Test func `a clean listing is proved`() throws {
        let found = try coverage(manifest(scopes: "[\(scope)]"))
        #expect(found.scopes == Coverage.Count(proved: 1, total: 1))
        #expect(found.features == Coverage.Count(proved: 1, total: 1))
        #expect(found.reasons == Coverage.Count(proved: 1, total: 1))
    }

    @Test(arguments: [
        // scope-for-planned-feature and feature-planned-shown-as-available
        (#", "status": "planned""#, "needed.", 0, 0, 1),
        // scope-missing-for-operation
        (#", "operations": ["get-user", "put-user"]"#, "needed.", 1, 0, 1),
        // feature-scope-not-mentioned and scope-undocumented
        ("", "not", 0, 0, 1),
    ])
    func `what something was found against is not proved`(
        feature: String,
        page: String,
        scopes: Int,
        features: Int,
        reasons: Int
    ) throws {
        let manifest = manifest(scopes: "[\(scope)]").replacing(
            #""operations": ["get-user"], "evidence": ["picture"]"#,
            with: (feature.contains("operations") ? "" : #""operations": ["get-user"], "#)
                + #""evidence": ["picture"]"# + feature
        )
        let text = page == "not" ? self.page.replacing("`users:read`", with: "nothing") : self.page
        let found = try coverage(manifest, page: text)
        #expect(found.scopes.proved == scopes)
        #expect(found.features.proved == features)
        #expect(found.reasons.proved == reasons)
    }

    @Test(arguments: [
        ("[a](Index.md)", 0, 1), ("[a](index.md)", 1, 1), ("[a](ftp://a.b/) [](index.md)", 0, 2),
        ("[a](none.md) [b](index.md)", 1, 2), ("[a](https://a.example)", 0, 0),
    ])
    func `a link that any rule on links found something against is not proved`(
        links: String,
        proved: Int,
        total: Int
    ) throws {
        let found = try coverage(manifest(scopes: "[\(scope)]"), page: page + links + "\n")
        #expect(found.links == Coverage.Count(proved: proved, total: total))
    }

    @Test(arguments: [0, -1])
    func `a peak of nothing is not proved`(count: Int) throws {
        let usage = #"{"operation": "get-user", "peak": {"count": \#(count), "per": "minute", "unit": "users"}}"#
        let found = try coverage(manifest(scopes: "[\(scope)]", usage: usage))
        #expect(found.peaks == Coverage.Count(proved: 0, total: 1))
    }

    @Test func `a hedged reason is no proved one`() throws {
        let hedged = scope.replacing("Members are matched to profiles.", with: "May be needed in the future.")
        let found = try coverage(manifest(scopes: "[\(hedged)]"))
        #expect(found.reasons.proved == 0)
        #expect(found.scopes.proved == 0)
    }

    @Test func `a listing that cannot be read is not checked`() throws {
        let found = try coverage("{")
        #expect(found.uncheckedListings == 1)
        #expect("\(found)".contains("not checked: 1 integration"))
    }

    @Test(arguments: [#""x""#, "null", "{}"])
    func `scopes that cannot be read are said to be unchecked`(scopes: String) throws {
        let found = try coverage(manifest(scopes: scopes))
        #expect(found.gaps[.unreadScopes] == 1)
        #expect(found.features.proved == 0)
    }

    @Test func `a scope that cannot be read among others is not checked`() throws {
        let found = try coverage(manifest(scopes: "[\(scope), {\"idd\": \"x\"}]"))
        #expect(found.scopes == Coverage.Count(proved: 0, total: 2, notChecked: 2))
    }

    @Test(arguments: [
        (#"{"count": 100, "unit": "users", "per": "minute"}"#, 1, 0), (#"{"count": 101, "per": "minute"}"#, 0, 0),
        (#"{"count": 90, "per": "minute"}"#, 0, 1), (#"{"count": 90, "unit": "events", "per": "minute"}"#, 0, 1),
        (#"{"count": 1, "unit": "user", "per": "second"}"#, 1, 0),
        (#"{"count": 90, "unit": "Users", "per": "hour"}"#, 1, 0),
        (#"{"count": 900, "unit": "users", "per": "hour"}"#, 0, 1),
    ])
    func `a peak is proved, refuted or not checked`(peak: String, proved: Int, notChecked: Int) throws {
        let usage = #"{"operation": "get-user", "peak": \#(peak)}"#
        let found = try coverage(manifest(scopes: "[\(scope)]", usage: usage))
        #expect(found.peaks == Coverage.Count(proved: proved, total: 1, notChecked: notChecked))
    }

    @Test func `what the content does not say is counted`() throws {
        let found = try coverage(manifest(scopes: "[\(scope)]", feature: #", "since": "soon""#))
        for gap in [CoverageGap.mediaWithoutVersion, .mediaWithoutDate, .listingsWithoutRecord, .unorderedSince] {
            #expect(found.gaps[gap] == 1, "\(gap)")
        }
        #expect(found.gaps[.listingsWithoutUsage] == 1)
        #expect(found.gaps[.videosElsewhere] == 1)
        #expect("\(found)".contains("1 medium without version"))
    }
}
