import Diagnostics
import Evidence
import Listing
import LocatedJSON
import Testing

@testable import Rules

/// What the examples of the rules on recorded traffic do not show: how sure they are, and where they are silent.
@Suite struct TrafficRuleTests {
    private func findings(
        _ manifest: String,
        _ requests: [(method: String, path: String)],
        server: String? = "https://api.example.com",
        isWhole: Bool = true,
        need: String = #", "scopes": [["write"]]"#,
        more: String = "",
        status: Int = 200,
        unreadableCount: Int = 0
    ) throws -> (report: DiagnosticReport, coverage: Coverage) {
        let servers = server.map { #""servers": ["\#($0)"],"# } ?? ""
        let catalogue = """
            {"complete": true, "checked": "2026-01-01", \(servers)
             "scopes": [{"id": "read", "title": "Read", "description": "Read.", "kind": "scope"},
                        {"id": "write", "title": "Write", "description": "Write.", "kind": "scope"},
                        {"id": "hooks", "title": "Hooks", "description": "Hooks.", "kind": "scope"}],
             "operations": [{"id": "get", "method": "GET", "path": "/users", "scopes": [["read"]]},
                            {"id": "put", "method": "PUT", "path": "/users"\(need)}\(more)]}
            """
        var report = DiagnosticReport()
        let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(catalogue.utf8))
        let parsed = try #require(SiteParser.parseCatalogue(file, reporting: &report))
        #expect(report.diagnostics.map(\.id) == (more.isEmpty ? [] : ["api-path-ambiguous"]))
        report = DiagnosticReport()
        let recorded = requests.enumerated().map { number, request in
            RecordedRequest(
                method: request.method,
                host: "api.example.com",
                path: request.path,
                time: 0,
                status: status,
                entry: ByteRange(number * 10, number * 10 + 9)
            )
        }
        let tree = SourceTree(
            path: "acme",
            contentPath: "integrations/acme",
            texts: [SourceFile(path: "acme/integration.json", name: "integration.json", bytes: Array(manifest.utf8))],
            recordings: [
                RecordedTraffic(path: "a.har", requests: recorded, isWhole: isWhole, unreadableCount: unreadableCount)
            ]
        )
        let rules = RuleRegistry.rules.filter { type(of: $0).description.id.hasPrefix("traffic-") }
        let coverage = RuleRunner(rules: rules).check(
            ListingParser(catalogue: parsed).parseExcerpt(tree),
            reporting: &report
        ).coverage
        return (report, coverage)
    }

    private func ids(_ report: DiagnosticReport) -> [String] { report.diagnostics.map(\.id).sorted() }

    private let both = #"{"scopes": [{"id": "read"}, {"id": "write"}], "features": []}"#

    @Test func `a call without its scope is an error that quotes what it needs`() throws {
        let (report, _) = try findings(
            #"{"scopes": [{"id": "read"}], "features": []}"#,
            [("PUT", "/users"), ("GET", "/users")]
        )
        let found = try #require(report.diagnostics.first { $0.id == "traffic-scope-not-requested" })
        #expect(found.severity == .error)
        #expect(found.message.contains("'write'"))
        #expect(found.notes.contains { $0.range == SourceRange(path: "a.har", bytes: ByteRange(0, 1)) })
    }

    @Test func `told by the path alone it is a warning`() throws {
        let (report, _) = try findings(
            #"{"scopes": [{"id": "read"}], "features": []}"#,
            [("PUT", "/users")],
            server: nil
        )
        #expect(report.errorCount == 0)
        #expect(ids(report).contains("traffic-scope-not-requested"))
    }

    @Test func `a call that was only refused is a warning in other words`() throws {
        let reading = #"{"scopes": [{"id": "read"}], "features": []}"#
        let (refused, _) = try findings(reading, [("PUT", "/users")], status: 403)
        let found = try #require(refused.diagnostics.first { $0.id == "traffic-scope-not-requested" })
        #expect(found.severity == .warning)
        #expect(found.message.contains("is refused"))
    }

    @Test(
        arguments: [(200, 1, "calls"), (304, 1, "calls")]
            + [400, 402, 404, 407, 429, 500, 503].map { ($0, 0, "fails") }
    )
    func `only a call that was answered is an error`(status: Int, errors: Int, word: String) throws {
        let reading = #"{"scopes": [{"id": "read"}], "features": []}"#
        let (report, _) = try findings(reading, [("PUT", "/users")], status: status)
        #expect(report.errorCount == errors)
        let found = try #require(report.diagnostics.first { $0.id == "traffic-scope-not-requested" })
        #expect(found.message.contains(word))
    }

    @Test func `a recording of refusals proves nothing and accuses of nothing`() throws {
        for status in [401, 403, 500] {
            let (report, coverage) = try findings(both, [("GET", "/users")], status: status)
            #expect(ids(report) == ["traffic-operation-unnamed"])
            #expect(coverage.recordedScopes == Coverage.Count(proved: 0, total: 2, notChecked: 2))
        }
    }

    @Test func `a request under another method leaves it open whether a scope is used`() throws {
        let (report, coverage) = try findings(both, [("PUT", "/users"), ("POST", "/users")])
        #expect(ids(report).contains("traffic-request-unmatched"))
        #expect(!ids(report).contains("traffic-scope-unused"))
        #expect(coverage.recordedScopes == Coverage.Count(proved: 1, total: 2, notChecked: 1))
        let found = try #require(report.diagnostics.first { $0.id == "traffic-request-unmatched" })
        #expect(found.notes.first?.message == "the catalogue has its path for GET, 'get'")
    }

    @Test func `a feature that is planned covers no call`() throws {
        let planned = #"{"id": "f", "status": "planned", "scopes": [], "operations": ["put"]}"#
        let manifest = #"{"scopes": [{"id": "write"}], "features": [\#(planned)]}"#
        let (report, _) = try findings(manifest, [("PUT", "/users")])
        let found = try #require(report.diagnostics.first { $0.id == "traffic-operation-unnamed" })
        #expect(found.message.hasPrefix("feature 'f' is planned"))
    }

    @Test func `a call that may be for an allowed operation is allowed`() throws {
        let more = #", {"id": "post", "method": "PUT", "path": "/users", "scopes": [["read"]]}"#
        let (report, _) = try findings(
            #"{"scopes": [{"id": "read"}], "features": [{"id": "f", "operations": ["post"]}]}"#,
            [("PUT", "/users")],
            more: more
        )
        #expect(report.isEmpty)
        let (unnamed, _) = try findings(
            #"{"scopes": [{"id": "hooks"}], "features": []}"#,
            [("PUT", "/users")],
            more: more
        )
        #expect(ids(unnamed) == ["traffic-operation-unnamed", "traffic-scope-not-requested"])
        #expect(unnamed.diagnostics.allSatisfy { $0.message.contains("'put' or 'post'") })
    }

    @Test func `beside an entry that cannot be read nothing is unused`() throws {
        let (report, coverage) = try findings(both, [("GET", "/users")], unreadableCount: 1)
        #expect(ids(report) == ["traffic-operation-unnamed"])
        #expect(coverage.recordedScopes == Coverage.Count(proved: 1, total: 2, notChecked: 1))
    }

    @Test func `a scope that nothing used is unused, and counted so`() throws {
        let (report, coverage) = try findings(both, [("GET", "/users")])
        #expect(ids(report) == ["traffic-operation-unnamed", "traffic-scope-unused"])
        #expect(coverage.recordedScopes == Coverage.Count(proved: 1, total: 2))
        #expect(coverage.gaps[.listingsWithoutTraffic] == nil)
    }

    @Test func `from a recording that is not whole nothing is unused`() throws {
        let (report, coverage) = try findings(both, [("GET", "/users")], isWhole: false)
        #expect(ids(report) == ["traffic-operation-unnamed"])
        #expect(coverage.recordedScopes == Coverage.Count(proved: 1, total: 2, notChecked: 1))
    }

    @Test func `beside a call of which nobody says what it needs nothing is unused`() throws {
        let (report, _) = try findings(both, [("PUT", "/users")], need: "")
        #expect(ids(report) == ["traffic-operation-unnamed"])
    }

    @Test func `a scope that no operation needs cannot be told of`() throws {
        let hooks = #"{"scopes": [{"id": "read"}, {"id": "hooks"}], "features": []}"#
        let (report, coverage) = try findings(hooks, [("GET", "/users")])
        #expect(ids(report) == ["traffic-operation-unnamed"])
        #expect(coverage.recordedScopes == Coverage.Count(proved: 1, total: 2, notChecked: 1))
    }

    @Test func `without any call nothing is said`() throws {
        let (report, coverage) = try findings(both, [])
        #expect(report.isEmpty)
        #expect(coverage.recordedScopes == Coverage.Count(proved: 0, total: 2, notChecked: 2))
    }

    @Test(arguments: [
        (#"{"count": 2, "per": "minute"}"#, 1, 0), (#"{"count": 1, "per": "minute"}"#, 0, 0),
        (#"{"count": 1, "unit": "events", "per": "minute"}"#, 0, 1),
    ])
    func `a declared peak is held against what was recorded`(peak: String, proved: Int, notChecked: Int) throws {
        let manifest = #"{"scopes": [], "usage": [{"operation": "get", "peak": \#(peak)}]}"#
        let (report, coverage) = try findings(manifest, [("GET", "/users"), ("GET", "/users")])
        #expect(coverage.recordedPeaks == Coverage.Count(proved: proved, total: 1, notChecked: notChecked))
        #expect(ids(report).contains("traffic-peak-above-usage") == (proved + notChecked == 0))
    }

    @Test func `of many kinds of unknown requests the first are told and the others counted`() throws {
        let paths = (1...30).map { number in
            String(repeating: "/users", count: number % 6) + String(repeating: "/x", count: number / 6 + 1)
        }
        let (report, _) = try findings(both, paths.map { ("GET", $0) })
        let found = report.diagnostics.filter { $0.id == "traffic-request-unmatched" }
        #expect(found.count == 20)
        #expect(found.last?.notes.last?.message == "and 10 more kinds of requests")
    }
}
