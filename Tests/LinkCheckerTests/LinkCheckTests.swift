import Diagnostics
import LocatedJSON
import Testing

@testable import LinkChecker

/// What a server of the test's own answers, and what is made of it.
struct LinkCheckTests {
    private let server: LoopbackServer
    private let today = CalendarDate("2026-11-24")

    init() throws { server = try LoopbackServer(Self.answer) }

    private static func answer(_ request: LoopbackServer.Request, _ number: Int) -> String? {
        switch request.path {
        case "/alive": "200 OK"
        case "/forbidden": "403 Forbidden"
        case "/no-head": request.method == "HEAD" ? "405 Method Not Allowed" : "200 OK"
        case "/head-denies": request.method == "HEAD" ? "404 Not Found" : "200 OK"
        case "/chain/5": "200 OK"
        case "/long/9": "200 OK"
        case _ where request.path.hasPrefix("/chain/") || request.path.hasPrefix("/long/"): next(request.path)
        case "/loop": "302 Found\r\nLocation: /pool"
        case "/pool": "302 Found\r\nLocation: /loop"
        case "/elsewhere": "301 Moved Permanently\r\nLocation: ftp://127.0.0.1/file"
        case "/slow": nil
        case "/busy": number == 1 ? "429 Too Many Requests\r\nRetry-After: 1" : "200 OK"
        case "/always-busy": "429 Too Many Requests"
        case "/recovers": number == 1 ? "500 Internal Server Error" : "200 OK"
        case "/broken": "500 Internal Server Error"
        default: "404 Not Found"
        }
    }

    /// `/chain/1` leads to `/chain/2`.
    private static func next(_ path: String) -> String {
        let parts = path.split(separator: "/")
        return "302 Found\r\nLocation: /\(parts[0])/\((Int(parts[1]) ?? 0) + 1)"
    }

    private var settings: LinkCheckSettings {
        var settings = LinkCheckSettings()
        settings.delay = .zero
        settings.backOff = .milliseconds(10)
        // Longer than a machine with much to do keeps an answer waiting: only `/slow` is there to run into it.
        settings.timeout = 30
        settings.allowsPrivate = true
        settings.userAgent = "candor/test"
        return settings
    }

    private func place(_ address: String, at start: Int = 0) -> LinkPlace {
        LinkPlace(written: address, range: SourceRange(path: "a.md", bytes: ByteRange(start, start + 1)))
    }

    private func check(
        _ addresses: [String],
        cache: LinkCache? = nil,
        _ settings: LinkCheckSettings? = nil
    ) async throws -> LinkCheck.Outcome {
        let places = addresses.enumerated().map { place($1, at: $0) }
        return try await LinkCheck(settings ?? self.settings, cache: cache, today: today).run(places)
    }

    @Test(arguments: [
        ("/alive", "alive"), ("/no-head", "alive"), ("/head-denies", "alive"), ("/chain/1", "alive"),
        ("/busy", "alive"), ("/recovers", "alive"), ("/forbidden", "unverified"), ("/always-busy", "unverified"),
        ("/slow", "unverified"), ("/missing", "dead"), ("/loop", "dead"), ("/long/1", "dead"), ("/broken", "dead"),
        ("/elsewhere", "dead"),
    ])
    func `an address is alive, dead or neither`(path: String, result: String) async throws {
        var settings = settings
        if path == "/slow" { settings.timeout = 1 }
        let outcome = try await check([server.address(path)], settings)
        let expected = ["dead": ["link-dead"], "unverified": ["link-unverified"]][result] ?? []
        #expect(outcome.report.diagnostics.map(\.id) == expected, "\(outcome.report.diagnostics)")
        #expect(outcome.report.hasErrors == (result == "dead"))
    }

    @Test func `the same address is asked for once, and reported at every place`() async throws {
        let address = server.address("/missing")
        let outcome = try await check([address, address + "#part", address])
        #expect(outcome.report.diagnostics.count == 3)
        #expect(server.requests.map(\.method) == ["HEAD", "GET"])
        #expect(outcome.counts.description == "1 address: 0 alive, 1 dead, 0 unverified")
    }

    @Test func `a server learns who asks`() async throws {
        _ = try await check([server.address("/alive")])
        #expect(server.requests.map(\.userAgent) == ["candor/test"])
    }

    @Test func `a machine nearby is not asked unless that is allowed`() async throws {
        var settings = settings
        settings.allowsPrivate = false
        let names = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
        let outcome = try await check(names.map { "http://\($0):\(server.port)/alive" }, settings)
        #expect(outcome.report.warningCount == names.count)
        #expect(!outcome.report.hasErrors)
        #expect(server.requests == [])
    }

    @Test func `a host where nobody listens is dead, and a name of nobody is not asked for`() async throws {
        let outcome = try await check(["http://127.0.0.1:1/", "https://acme.example/", "https://user@acme.test/"])
        #expect(outcome.report.sorted.map(\.id) == ["link-dead", "link-unverified"])
        #expect(
            outcome.counts.description
                == "3 addresses: 0 alive, 1 dead, 1 unverified; not asked for: 1 of made-up names"
        )
    }

    @Test func `with a cache only what two runs find dead is an error`() async throws {
        let addresses = [server.address("/missing"), server.address("/alive")]
        let first = try await check(addresses, cache: LinkCache())
        #expect(first.report.diagnostics.map(\.id) == ["link-unverified"])
        let second = try await check(addresses, cache: first.cache)
        #expect(second.report.diagnostics.map(\.id) == ["link-dead"])
        #expect(server.requests.count { $0.path == "/alive" } == 1)
    }

    @Test(arguments: [("2026-11-23", 0), ("2026-11-17", 1), ("2026-11-25", 1)])
    func `what a cache knows is believed for some days`(date: String, requests: Int) async throws {
        let text = """
            {"links": [{"address": "\(server.address("/alive"))", "result": "alive", "date": "\(date)"}]}
            """
        var report = DiagnosticReport()
        let cache = LinkCache.parse(Array(text.utf8), path: "links.json", reporting: &report)
        let outcome = try await check([server.address("/alive")], cache: cache)
        #expect(report.isEmpty)
        #expect(outcome.counts.alive == 1)
        #expect(server.requests.count == requests)
    }

    @Test func `a cache that is no cache is reported`() {
        var report = DiagnosticReport()
        _ = LinkCache.parse(Array(#"{"links": [{"address": "a"}]}"#.utf8), path: "links.json", reporting: &report)
        #expect(report.hasErrors)
    }

    @Test func `what is found does not depend on how many are asked at once`() async throws {
        let addresses = ["/missing", "/alive", "/loop", "/forbidden"].map(server.address)
        var one = settings
        one.concurrency = 1
        let (left, right) = (try await check(addresses, one), try await check(addresses.reversed(), settings))
        #expect(Set(left.report.diagnostics.map(\.message)) == Set(right.report.diagnostics.map(\.message)))
        #expect(left.counts == right.counts)
        #expect(left.cache.text == right.cache.text)
    }

    private func check(_ addresses: [String], _ settings: LinkCheckSettings) async throws -> LinkCheck.Outcome {
        try await check(addresses, cache: nil, settings)
    }
}
