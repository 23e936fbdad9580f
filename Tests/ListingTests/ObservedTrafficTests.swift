import Diagnostics
import Evidence
import FileSystem
import Listing
import LocatedJSON
import TestSupport
import Testing

@Suite struct ObservedTrafficTests {
    private let catalogue = """
        {"complete": true, "checked": "2026-01-01", "servers": ["https://api.example.com"],
         "scopes": [{"id": "read", "title": "Read", "description": "Read.", "kind": "scope"},
                    {"id": "write", "title": "Write", "description": "Write.", "kind": "scope"}],
         "operations": [
           {"id": "get", "method": "GET", "path": "/users/{id}", "scopes": [["read"]]},
           {"id": "list", "method": "GET", "path": "/users", "servers": ["https://lists.example.com/v2"]},
           {"id": "track", "method": "POST", "path": "/events"},
           {"id": "tenant", "method": "GET", "path": "/me", "servers": ["https://{tenant}.tenants.example.com"]},
           {"id": "form", "method": "POST", "path": "/users", "servers": ["https://forms.example.com"], "scopes": [["write"]]},
           {"id": "people", "method": "POST", "path": "/people", "servers": ["https://forms.example.com"], "scopes": [["write"]]},
           {"id": "shown", "method": "GET", "path": "/users/{id}", "servers": ["https://forms.example.com"],
            "scopes": [["read"]]},
           {"id": "rename", "method": "PATCH", "path": "/users/{id}", "scopes": [["read"]]},
           {"id": "block", "method": "PATCH", "path": "/users/{user}", "scopes": [["write"]]}]}
        """

    private func listing(_ recordings: [RecordedTraffic]) throws -> ParsedListing {
        var report = DiagnosticReport()
        let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(catalogue.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(file, reporting: &report))
        #expect(report.diagnostics.map(\.id) == ["api-path-ambiguous"])
        let manifest = SourceFile(
            path: "acme/integration.json",
            name: "integration.json",
            bytes: Array(#"{"scopes": [{"id": "read"}]}"#.utf8)
        )
        let tree = SourceTree(
            path: "acme",
            contentPath: "integrations/acme",
            texts: [manifest],
            recordings: recordings
        )
        return ListingParser(catalogue: catalogue).parseExcerpt(tree)
    }

    private func request(
        _ method: String = "GET",
        _ path: String = "/users/1",
        host: String = "api.example.com",
        at second: Double? = 0,
        status: Int = 200,
        redirect: RecordedRequest.Redirect? = nil,
        number: Int = 0
    ) -> RecordedRequest {
        RecordedRequest(
            method: method,
            host: host,
            path: path,
            time: second.map { Int($0 * 1000) },
            status: status,
            redirect: redirect,
            entry: ByteRange(number * 100, number * 100 + 99)
        )
    }

    private func traffic(_ requests: [RecordedRequest]...) throws -> ObservedTraffic {
        let recordings = requests.enumerated().map { RecordedTraffic(path: "\($0).har", requests: $1) }
        return try #require(try listing(recordings).traffic)
    }

    @Test func `without a recording there is none`() throws {
        #expect(try listing([]).traffic == nil)
        #expect(try traffic([]).calls.isEmpty)
    }

    @Test func `requests become calls`() throws {
        let found = try traffic([
            request(number: 1), request(status: 403, number: 2), request("POST", "/events", number: 3),
            request("GET", "/v2/users/", host: "lists.example.com"), request(host: "www.example.net"),
        ])
        #expect(found.calls.map(\.operation.id.value) == ["get", "list", "track"])
        #expect(found.calls.map(\.count) == [2, 1, 1])
        #expect(found.calls[0].count(.refused) == 1 && found.calls[0].count(.answered) == 1)
        #expect(found.calls[0].place == SourceRange(path: "0.har", bytes: ByteRange(100, 101)))
        #expect(found.elsewhereCount == 1)
        #expect(found.usedScopes == ["read"])
        #expect(found.unmatched.isEmpty)
    }

    @Test(
        arguments: [
            ([0, 59.999], 2), ([0, 60], 1), ([120, 0, 61, 119.5], 3), ([0, 0, 0], 3), ([], 0),
            ([30, 45, 89.9, 90, 100], 4),
        ] as [([Double], Int)]
    )
    func `a peak is the most in any minute`(seconds: [Double], peak: Int) throws {
        let found = try traffic(seconds.map { request(at: $0) } + [request("POST", "/events", at: 1)])
        #expect((found.calls.first { $0.operation.id.value == "get" }?.peaks[.minute]?.count ?? 0) == peak)
    }

    @Test func `a peak begins at a request`() throws {
        let found = try traffic([request(at: 500, number: 1), request(at: 100, number: 2), request(at: 101, number: 3)])
        let peaks = try #require(found.calls.first).peaks
        #expect(peaks[.minute]?.count == 2)
        #expect(peaks[.minute]?.place == SourceRange(path: "0.har", bytes: ByteRange(200, 201)))
        #expect(peaks[.second]?.count == 1)
        #expect(peaks[.hour]?.count == 3)
        #expect(peaks[.day]?.count == 3)
    }

    @Test func `recordings that overlap are not added up`() throws {
        let found = try traffic([request(at: 1), request(at: 2)], [request(at: 1), request(at: 2), request(at: 3)])
        #expect(found.calls.first?.count == 5)
        #expect(found.calls.first?.peaks[.minute]?.count == 3)
        #expect(found.calls.first?.peaks[.minute]?.place.path == "1.har")
    }

    @Test func `requests without a time have no peak`() throws {
        #expect(try traffic([request(at: nil)]).calls.first?.peaks.isEmpty == true)
    }

    @Test(arguments: [
        ("/users/17", "/users/{}"), ("/v2/users/jane-doe", "/v2/users/{}"), ("/", "/"), ("", "/"),
        ("/v9/sk-live-abcdefgh", "/{}/{}"), ("/reset/correcthorsebattery", "/{}/{}"),
        ("/hooks/T0AAA/B0BBB/abcdefghijklmnop", "/{}/{}/{}/{}"), ("/users/17:activate", "/users/{}"),
        ("/%75sers/Users", "/users/{}"), ("/events/{id}", "/events/{}"),
        (String(repeating: "/users", count: 14), String(repeating: "/users", count: 12) + "/…"),
    ])
    func `of a path only words of the catalogue are shown`(path: String, shape: String) throws {
        let found = try traffic([request("DELETE", path), request("DELETE", path)])
        #expect(found.unmatched.map(\.shape) == [shape])
        #expect(found.unmatched.map(\.count) == [2])
    }

    @Test func `a host is shown as the catalogue writes it`() throws {
        let found = try traffic([
            request("DELETE", "/users", host: "acme-corp.tenants.example.com"),
            request("DELETE", "/users", host: "other.tenants.example.com"),
        ])
        #expect(found.unmatched.map(\.host) == ["{tenant}.tenants.example.com"])
        #expect(found.unmatched.map(\.count) == [2])
    }

    @Test(arguments: [
        ("store.example.net", "/a", 1), ("api.example.com", "/users/2", 0), ("api.example.com", "/login", 1),
        ("api.example.com", "/users/2/", 0), ("lists.example.com", "/v2/users", 0), ("", "", 1),
    ])
    func `a redirect is the call unless it leads to one`(host: String, path: String, count: Int) throws {
        let redirect = RecordedRequest.Redirect(host: host, path: path)
        let found = try traffic([
            request(status: 302, redirect: redirect), request("GET", "/pages", status: 302, redirect: redirect),
        ])
        #expect(found.calls.map(\.count) == (count == 0 ? [] : [1]))
        #expect(found.calls.first?.count(.redirected) ?? 0 == count)
        #expect(found.calls.first?.peaks[.minute]?.count ?? 0 == count)
        #expect(found.recordings.map(\.requestCount) == [count])
        #expect(found.recordings[0].passedOver == [.redirect: 2 - count])
        #expect(found.unmatched.isEmpty)
    }

    @Test(arguments: [
        ("POST", "/users", 303, "/users/17", 1), ("POST", "/users", 302, "/users/17", 1),
        ("POST", "/users", 301, "/users", 1), ("POST", "/users", 302, "/people", 0),
        ("POST", "/users", 307, "/people", 0),
        ("POST", "/users", 303, "/people", 1), ("POST", "/users", 308, "/users/17", 1),
        ("GET", "/users/1", 303, "/users/2", 0),
        ("HEAD", "/users/1", 302, "/users/2", 0),
    ])
    func `a call that shows its outcome elsewhere is a call`(
        method: String,
        path: String,
        status: Int,
        target: String,
        count: Int
    ) throws {
        let redirect = RecordedRequest.Redirect(host: "forms.example.com", path: target)
        let found = try traffic([
            request(method, path, host: "forms.example.com", status: status, redirect: redirect)
        ])
        #expect(found.calls.map { $0.count(.redirected) } == (count == 0 ? [] : [1]))
        #expect(found.usedScopes.union(found.doubtfulScopes) == [method == "POST" ? "write" : "read"])
        #expect(found.usedScopes.isEmpty == (count == 0))
    }

    @Test(arguments: [(200, true), (304, true), (401, false), (404, false), (503, false)])
    func `what never came through used nothing`(status: Int, isUse: Bool) throws {
        let found = try traffic([request(status: status)])
        #expect(found.usedScopes == (isUse ? ["read"] : []))
        #expect(found.doubtfulScopes == (isUse ? [] : ["read"]))
    }

    @Test(arguments: [("DELETE", "/users/1", ["get", "rename", "block"]), ("GET", "/users/a/b.txt", ["get"])])
    func `what an unknown request may have been meant for is told`(
        method: String,
        path: String,
        near: [String]
    ) throws {
        let found = try traffic([request(method, path)])
        #expect(found.unmatched.map { $0.near.map(\.id.value) } == [near])
        #expect(found.doubtfulScopes.contains("read"))
    }

    @Test func `what stands beside the paths of a server is other traffic`() throws {
        let found = try traffic([
            request("GET", "/favicon.ico", host: "lists.example.com"),
            request("GET", "/v2/x", host: "lists.example.com"),
        ])
        #expect(found.elsewhereCount == 1)
        #expect(found.unmatched.map(\.shape) == ["/v2/{}"])
    }

    @Test func `a recording that is named twice is read once`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "Content/integrations/acme/integration.json")
        try folder.write("{\"log\": {\"entries\": []}}", to: "Content/integrations/acme/evidence/a.har")
        try folder.write("{\"log\": {\"entries\": []}}", to: "b.har")
        var report = DiagnosticReport()
        let loader = try ContentLoader(
            path: folder.path(of: "Content"),
            recordings: [
                "acme": [
                    "b.har", "./b.har", "Content/integrations/acme/../acme/evidence/a.har",
                ].map { folder.path(of: $0) }
            ]
        )
        #expect(try loader.loadIntegration("acme", reporting: &report).recordings.count == 2)
    }

    @Test func `requests that may be for two operations count for neither alone`() throws {
        let found = try traffic([request("PATCH", "/users/1"), request()])
        #expect(found.calls.map { $0.candidates.map(\.id.value) } == [["get"], ["rename", "block"]])
        #expect(found.usedScopes == ["read", "write"])
        #expect(found.calls.last.flatMap { found.call(of: $0.operation) } == nil)
        #expect(found.calls.last?.isNeedKnown == true)
    }

    @Test func `with an entry that cannot be read a recording is not whole`() throws {
        let recording = RecordedTraffic(path: "a.har", requests: [request()], unreadableCount: 1)
        #expect(try #require(try listing([recording]).traffic).isWhole == false)
    }

    @Test func `a recording that cannot be read is one of which nothing is known`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "Content/integrations/acme/integration.json")
        try folder.write("", to: "folder.har/file")
        var report = DiagnosticReport()
        let loader = try ContentLoader(
            path: folder.path(of: "Content"),
            recordings: ["acme": [folder.path(of: "folder.har")]]
        )
        let recordings = try loader.loadIntegration("acme", reporting: &report).recordings
        #expect(recordings.map(\.isWhole) == [false])
        #expect(report.diagnostics.map(\.id) == ["file-not-regular"])
    }

    @Test func `a folder of evidence is read and is no asset`() throws {
        let folder = try TemporaryFolder()
        let text = """
            {"log": {"entries": [{"startedDateTime": "2026-01-01T00:00:00Z", "response": {"status": 200},
            "request": {"method": "GET", "url": "https://api.example.com/users/1"}}]}}
            """
        for (name, content) in [
            ("integration.json", "{}"), ("evidence/b.har", text), ("evidence/a.HAR", text), ("evidence/.DS_Store", ""),
            ("evidence/cut.har", "{"), ("evidence/picture.png", ""),
        ] { try folder.write(content, to: "Content/integrations/acme/\(name)") }
        try folder.write(text, to: "other.har")
        var report = DiagnosticReport()
        let loader = try ContentLoader(
            path: folder.path(of: "Content"),
            recordings: ["acme": [folder.path(of: "other.har")], "others": ["missing.har"]]
        )
        let tree = try loader.loadIntegration("acme", reporting: &report)
        let names = tree.recordings.map { String($0.path.split(separator: "/").last ?? "") }
        #expect(names == ["a.HAR", "b.har", "cut.har", "other.har"])
        #expect(tree.recordings.map(\.requests.count) == [1, 1, 0, 1])
        #expect(tree.recordings.map(\.isWhole) == [true, true, false, true])
        #expect(tree.assets.isEmpty && tree.texts.count == 1)
        #expect(tree.withoutRecordings.recordings.isEmpty)
        #expect(report.diagnostics.map(\.id).sorted() == ["file-unexpected", "har-cut-off"])
    }
}
