import Diagnostics
import Evidence
import Foundation
import Testing

/// What stands where a secret is in these tests: it must never be told.
private let canary = "c4n4ry-9f8e7d6c5b4a"

private func entry(
    _ method: String = "GET",
    _ url: String = "https://api-01.example.com/users/1",
    time: String? = "2026-11-20T09:00:00.000Z",
    status: Int? = 200,
    request: String = "",
    response: String = "",
    more: String = ""
) -> String {
    let started = time.map { "\"startedDateTime\": \"\($0)\", " } ?? ""
    let answer = status.map { "\"status\": \($0)" } ?? "\"status\": null"
    return """
        {\(started)"time": 12.5, "request": {"method": "\(method)", "url": "\(url)", "httpVersion": "HTTP/2"\(request)}, \
        "response": {\(answer)\(response)}, "cache": {}, "timings": {"wait": -1}\(more)}
        """
}

private func har(_ entries: String...) -> String { har(entries) }

private func har(_ entries: [String]) -> String {
    """
    {"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"}, "pages": [], "entries": [
    \(entries.joined(separator: ",\n"))
    ]}}

    """
}

private func recording(_ text: String) -> (traffic: RecordedTraffic, report: DiagnosticReport) {
    recording(Array(text.utf8))
}

private func recording(_ bytes: [UInt8]) -> (traffic: RecordedTraffic, report: DiagnosticReport) {
    var report = DiagnosticReport()
    let traffic = RecordedTraffic(bytes, path: "a.har", reporting: &report)
    return (traffic, report)
}

@Suite struct RecordedTrafficTests {
    @Test func `a request is read with its place and nothing else of the entry`() throws {
        let text = har(entry("post", "https://API-01.example.com:443/v1/users/1?fields=name&page=2#top"))
        let (traffic, report) = recording(text)
        let request = try #require(traffic.requests.first)
        #expect(report.isEmpty)
        #expect(traffic.isWhole)
        #expect(request.method == "POST")
        #expect(request.host == "api-01.example.com")
        #expect(request.path == "/v1/users/1")
        #expect(request.queryNames == ["fields", "page"])
        #expect(request.status == 200)
        let bytes = Array(text.utf8)[request.entry.start..<request.entry.end]
        #expect(bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}"))
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("{\"startedDateTime\""))
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:01.5Z", 1500), ("1970-01-01T02:00:00.123456+02:00", 123),
        ("1969-12-31T23:30:00-0030", 0), ("1970-01-01T01:00:00+01", 0), ("1970-01-01T00:00:02,25", 2250),
        ("2026-11-20T09:00:00.000Z", 1_795_165_200_000), ("1970-01-01t00:01z", 60_000),
    ])
    func `a moment is read in UTC`(text: String, milliseconds: Int) {
        #expect(recordedTime(text) == milliseconds)
    }

    @Test(arguments: [
        "", "now", "2026-13-01T00:00:00Z", "2026-11-20", "2026-11-20T25:00:00Z", "2026-11-20T09:00:00.Z",
        "2026-11-20T09:00:00+", "2026-11-20T09:00:00Zulu", "1795165200000", "2026-02-30T00:00:00Z",
    ])
    func `what is no moment is none`(text: String) {
        #expect(recordedTime(text) == nil)
    }

    @Test func `entries that are no calls are counted apart`() {
        let (traffic, report) = recording(
            har(
                entry(),
                entry("OPTIONS", status: 204),
                entry(status: 0),
                entry(status: -1),
                entry(status: nil),
                entry(status: 301),
                entry(more: ", \"_fromCache\": \"disk\""),
                entry(more: ", \"_fetchType\": \"Memory Cache\""),
                entry(more: ", \"_fetchType\": \"Disk Cache\""),
                entry(more: ", \"_fetchType\": \"Network Load\""),
                entry("GET", "wss://api-01.example.com/live", status: 101),
                entry(more: ", \"_resourceType\": \"websocket\", \"_webSocketMessages\": [{\"data\": \"x\"}]"),
                entry("CONNECT", "https://api-01.example.com:443"),
                entry("GET", "data:image/png;base64,AAAA"),
                entry("GET", "chrome-extension://abc/x.js")
            )
        )
        #expect(report.isEmpty)
        #expect(traffic.requests.count == 2)
        #expect(
            traffic.passedOver
                == [.preflight: 1, .unanswered: 3, .redirect: 1, .cached: 3, .webSocket: 2, .notHTTP: 3]
        )
    }

    @Test func `what each program leaves out or adds does no harm`() {
        let firefox = entry(time: "2026-11-20T10:00:00.000+01:00", more: ", \"_securityState\": \"secure\"")
        let charles = """
            {"startedDateTime": "2026-11-20T09:00:00Z", "time": 1, "response": {"_charlesStatus": "COMPLETE",
             "status": 200, "headers": []}, "request": {"url": "http://api-01.example.com:80/users/1", "method": "GET"}}
            """
        let mitmproxy = entry(
            time: "2026-11-20T09:00:00.123456+00:00",
            request: ", \"headers\": [{\"name\": \":authority\", \"value\": \"api-01.example.com\"}]"
        )
        let (traffic, report) = recording("\u{FEFF}" + har(firefox, charles, mitmproxy))
        #expect(report.isEmpty)
        #expect(traffic.requests.map(\.host) == Array(repeating: "api-01.example.com", count: 3))
        #expect(traffic.requests.map { $0.time ?? 0 } == [1_795_165_200_000, 1_795_165_200_000, 1_795_165_200_123])
    }

    @Test func `entries that cannot be read are said once`() throws {
        let (traffic, report) = recording(
            har(
                "{}",
                "7",
                entry("G T"),
                entry("GET", "/users/1"),
                entry("GET", "https:///x"),
                entry(time: nil),
                entry()
            )
        )
        #expect(traffic.requests.count == 2)
        #expect(report.diagnostics.map(\.id) == ["har-entry-unreadable", "har-time-missing"])
        #expect(report.diagnostics[0].message.hasPrefix("5 entries have"))
        #expect(traffic.isWhole)
    }

    @Test(arguments: [
        ("", "har-cut-off"), ("   ", "har-cut-off"), ("{}", "har-unknown"), ("[]", "har-unknown"),
        ("{\"log\": []}", "har-unknown"), ("{\"log\": {\"entries\": {}}}", "har-unknown"),
        ("{\"log\": {\"entries\": []}}", "har-empty"), ("{\"log\": {\"entries\": []}} {}", "har-malformed"),
        ("{\"log\": {\"entries\": [}}", "har-malformed"), ("hello: world", "har-unknown"), ("<html>", "har-malformed"),
        ("{\"log\" {}}", "har-malformed"), ("{log: 1}", "har-malformed"),
        ("{\"log\": {\"entries\": [{} {}]}}", "har-malformed"),
    ])
    func `what is no recording gets one error`(text: String, id: String) {
        let (traffic, report) = recording(text)
        #expect(report.diagnostics.first?.id == id || report.diagnostics.last?.id == id, "\(report.diagnostics)")
        #expect(report.diagnostics.filter { $0.severity == .error }.count == (id == "har-empty" ? 0 : 1))
        #expect(traffic.requests.isEmpty)
    }

    @Test(arguments: [[], [0xFF, 0xFE]] as [[UInt8]])
    func `UTF-16 is told as such`(mark: [UInt8]) {
        let (traffic, report) = recording(mark + har(entry()).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(report.diagnostics.map(\.id) == ["har-malformed"])
        #expect(report.diagnostics[0].message.contains("no UTF-8"))
        #expect(!traffic.isWhole)
    }

    @Test func `a key that is repeated costs no more than its bytes`() {
        let many = String(repeating: ", \"redirectURL\": \"/\"", count: 200_000)
        let time = ContinuousClock().measure {
            #expect(recording(har(entry(status: 302, response: many))).traffic.requests.map(\.redirect?.path) == ["/"])
        }
        #expect(time < .seconds(10))
    }

    @Test(arguments: [
        (", \"redirectURL\": \"https://Store.example/a?b=c\"", "store.example", "/a"),
        (
            ", \"redirectURL\": \"\", \"headers\": [{\"name\": \"location\", \"value\": \"/x\"}]", "api-01.example.com",
            "/x"
        ),
        (", \"redirectURL\": \"//store.example/a\"", "store.example", "/a"),
        (", \"redirectURL\": \"2#top\"", "api-01.example.com", "/users/2"),
        (", \"redirectURL\": \"../files/./2\"", "api-01.example.com", "/files/2"),
        (", \"redirectURL\": \"/../../a/..\"", "api-01.example.com", "/"),
        (", \"redirectURL\": \"https://store.example/a/../b.\"", "store.example", "/b."),
        (
            ", \"redirectURL\": \"/a\", \"redirectURL\": \"/b\", \"headers\": [{\"name\": \"location\", \"value\": \"/x\"}]",
            "api-01.example.com", "/b"
        ),
        (", \"redirectURL\": \"?page=2\"", "api-01.example.com", "/users/1"),
        (", \"redirectURL\": \"com.acme.app://cb\"", "", ""),
    ])
    func `a redirect is told by where it leads`(response: String, host: String, path: String) {
        let (traffic, _) = recording(har(entry(status: 302, response: response)))
        #expect(traffic.requests.map(\.redirect) == [RecordedRequest.Redirect(host: host, path: path)])
        #expect(recording(har(entry(response: response))).traffic.requests.map(\.redirect) == [nil])
    }

    @Test(arguments: [
        ("POST", "get", "GET"), ("POST", "PATCH", "PATCH"), ("GET", "DELETE", "GET"), ("POST", "a b", "POST"),
    ])
    func `a post may stand for another method`(method: String, override: String, counted: String) {
        let header = ", \"headers\": [{\"name\": \"X-HTTP-Method-Override\", \"value\": \"\(override)\"}]"
        #expect(recording(har(entry(method, request: header))).traffic.requests.map(\.method) == [counted])
    }

    @Test func `a recording that is cut off anywhere gets one error, and what stands before counts`() throws {
        let whole = Array(har((0..<20).map { entry("GET", "https://api-01.example.com/users/\($0)") }).utf8)
        let end = try #require(whole.lastIndex(of: UInt8(ascii: "}")))
        var counts: [Int] = []
        for part in 0..<50 {
            let cut = Array(whole[..<(end * part / 50)])
            let (traffic, report) = recording(cut)
            #expect(report.diagnostics.map(\.id) == ["har-cut-off"], "at \(cut.count): \(report.diagnostics)")
            #expect(!traffic.isWhole)
            #expect(report.diagnostics.first?.range?.bytes == ByteRange(cut.count, cut.count))
            let count = traffic.requests.count
            #expect(report.diagnostics[0].message.contains(cut.isEmpty ? "empty" : "\(count) entr"))
            counts.append(count)
        }
        #expect(counts == counts.sorted())
        #expect(counts.last == 19 || counts.last == 20)
        #expect(recording(whole).report.isEmpty)
    }

    @Test func `a recording that is cut off within each of its bytes is no crash`() {
        let whole = Array(
            har(
                entry(
                    "GET",
                    "https://u:p@a.example/x?key=\\u0041&b=%4",
                    request: ", \"cookies\": [{\"name\":\"é\\\\\"}]"
                )
            )
            .utf8
        )
        for length in whole.indices.dropLast(4) {
            let (_, report) = recording(Array(whole[..<length]))
            #expect(report.errorCount == 1, "at \(length)")
        }
    }

    @Test func `fifty thousand entries are read`() {
        let (traffic, report) = recording(har((0..<50_000).map { entry("GET", "https://a.example/users/\($0 % 100)") }))
        #expect(report.isEmpty)
        #expect(traffic.requests.count == 50_000)
    }

    @Test func `deep nesting is passed over`() {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let (traffic, report) = recording(har(entry(more: ", \"_deep\": \(deep)"), entry()))
        #expect(report.isEmpty)
        #expect(traffic.requests.count == 2)
    }
}

@Suite struct AnswerVerdictTests {
    @Test(arguments: [
        (#"{"ok":true}"#, 200, RecordedRequest.Outcome.answered),
        (#"{"ok":false,"error":"channel_not_found"}"#, 200, .failed),
        ("\n { \"error\" : \"missing_scope\",\n\t\"ok\" :\r\n false, \"needed\": \"chat:write\" } ", 200, .refused),
        (#"{"ok":false,"error":"not_allowed_token_type"}"#, 200, .refused),
        (#"{"ok":false,"error":"no_permission"}"#, 201, .refused),
        (#"{"ok":false}"#, 404, .failed), (#"{"ok":false}"#, 403, .refused), (#"{"ok":false}"#, 304, .answered),
        (#"{"ok":"false"}"#, 200, .answered), (#"{"ok":null}"#, 200, .answered), (#"{"ok":[false]}"#, 200, .answered),
        (#"{"checks":[{"ok":false}],"error":"missing_scope"}"#, 200, .answered),
        (#"[{"ok":false}]"#, 200, .answered), (#"ok: false"#, 200, .answered), ("", 200, .answered),
        (#"{"ok":false,"text":"\#(String(repeating: "x", count: 40_000))"}"#, 200, .failed),
        (#"{"error":{"ok":"a"},"ok":false,"error_code":400"#, 200, .failed),
    ])
    func `an answer may say that the call failed`(body: String, status: Int, outcome: RecordedRequest.Outcome) throws {
        let written = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
        let encoded = "\"\(Data(body.utf8).base64EncodedString())\", \"encoding\": \"base64\""
        for text in [written, encoded] {
            let answer = ", \"content\": {\"text\": \(text)}"
            let (traffic, report) = recording(har(entry(status: status, response: answer)))
            #expect(traffic.requests.map(\.outcome) == [outcome], "\(text.prefix(200))")
            #expect(report.isEmpty)
        }
    }

    @Test func `what was sent is no answer`() {
        let sent = ", \"postData\": {\"text\": \"{\\\"ok\\\": false}\"}"
        #expect(recording(har(entry(request: sent))).traffic.requests.map(\.outcome) == [.answered])
    }
}

@Suite struct RecordedSecretTests {
    @Test(arguments: [
        (
            ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer @\"}]", RecordedSecret.Kind.header,
            "Authorization"
        ),
        (", \"headers\": [{\"value\": \"@\", \"name\": \"X-Api-Key\"}]", .header, "X-Api-Key"),
        (", \"headers\": [{\"name\": \"cookie\", \"value\": \"sid=@\"}]", .header, "cookie"),
        (", \"headers\": [{\"name\": \"X-Custom\", \"value\": \"Basic @\"}]", .header, "X-Custom"),
        (", \"headers\": [{\"name\": \"Referer\", \"value\": \"https://a.example/?token=@\"}]", .query, "token"),
        (", \"headers\": [{\"name\": \":path\", \"value\": \"/users?api_key=@\"}]", .query, "api_key"),
        (", \"cookies\": [{\"name\": \"sid\", \"value\": \"@\"}]", .cookies, "cookies"),
        (", \"queryString\": [{\"name\": \"signature\", \"value\": \"@\"}]", .query, "signature"),
        (", \"postData\": {\"params\": [{\"name\": \"password\", \"value\": \"@\"}]}", .form, "password"),
        (", \"postData\": {\"text\": \"a=1&client_secret=@\"}", .body, "client_secret"),
        (", \"postData\": {\"text\": \"{\\\"token\\\" : \\\"@\\\"}\"}", .body, "token"),
        (", \"postData\": {\"text\": \"grant_type=x&code=@\"}", .body, "code"),
        (", \"postData\": {\"params\": [{\"name\": \"code\", \"value\": \"@\"}]}", .form, "code"),
        (", \"postData\": {\"text\": \"see xoxb-@\"}", .token, "xoxb-"),
        (", \"headers\": [{\"name\": \"Cookie\", \"value\": \"s=@; sidebar=hidden\"}]", .header, "Cookie"),
        (", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer @example\"}]", .header, "Authorization"),
        (", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer {@}\"}]", .header, "Authorization"),
        (", \"headers\": [{\"name\": \"X-Api-Token\", \"value\": \"@\"}]", .header, "X-Api-Token"),
        (", \"headers\": [{\"name\": \"Api-Token\", \"value\": \"@\"}]", .header, "Api-Token"),
        (", \"headers\": [{\"name\": \"X-Exchange-Token\", \"value\": \"@\"}]", .header, "X-Exchange-Token"),
        (", \"headers\": [{\"name\": \"X-Credit-Token\", \"value\": \"@\"}]", .header, "X-Credit-Token"),
        (", \"headers\": [{\"name\": \"friendtoken\", \"value\": \"@\"}]", .header, "friendtoken"),
        (", \"headers\": [{\"name\": \"X-Api-Key\", \"value\": \"maskedsinger\"}]", .header, "X-Api-Key"),
        (", \"headers\": [{\"name\": \"X-Auth-Key\", \"value\": \"@\"}]", .header, "X-Auth-Key"),
        (", \"headers\": [{\"name\": \"X-Figma-Token\", \"value\": \"@\"}]", .header, "X-Figma-Token"),
        (", \"headers\": [{\"name\": \"DD-APPLICATION-KEY\", \"value\": \"@\"}]", .header, "DD-APPLICATION-KEY"),
        (", \"headers\": [{\"name\": \"X-Custom\", \"value\": \"xoxb-@\"}]", .token, "xoxb-"),
        (", \"headers\": [{\"name\": \"X-Original-URL\", \"value\": \"/v1?api_key=@\"}]", .query, "api_key"),
        (", \"queryString\": [{\"name\": \"q\", \"value\": \"ghp_@\"}]", .token, "ghp_"),
        (", \"queryString\": [{\"name\": \"user_token\", \"value\": \"@\"}]", .query, "user_token"),
        (", \"postData\": {\"text\": \"client%5Fsecret=@\"}", .body, "client_secret"),
        (", \"postData\": {\"text\": \"{\\\"client_secret\\\"\\n:\\t\\\"@\\\"}\"}", .body, "client_secret"),
        (", \"postData\": {\"text\": \"{\\\"key\\\": \\\"c4n4ry9f8e7d6c5b4a\\\"}\"}", .body, "key"),
        (
            ", \"postData\": {\"text\": \"{\\\"grant_type\\\": \\\"authorization_code\\\", \\\"code\\\": \\\"@\\\"}\"}",
            .body,
            "code"
        ),
        (
            ", \"postData\": {\"text\": \"--x\\r\\nContent-Disposition: form-data; name=\\\"token\\\"\\r\\n\\r\\n@\\r\\n--x--\"}",
            .body, "token"
        ),
        (
            ", \"postData\": {\"params\": [{\"name\": \"{\\\"client_secret\\\": \\\"@\\\"}\", \"value\": \"\"}]}",
            .body,
            "client_secret"
        ),
    ])
    func `a secret of a request is told by its name`(part: String, kind: RecordedSecret.Kind, name: String) throws {
        let text = har(entry(request: part.replacing("@", with: canary)))
        let (traffic, report) = recording(text)
        let secret = try #require(traffic.secrets.first)
        #expect(traffic.secrets.count == 1)
        #expect(secret.kind == kind && secret.name == name && secret.count == 1)
        let marked = Array(text.utf8)[secret.place.bytes.start..<secret.place.bytes.end]
        #expect(!String(decoding: marked, as: UTF8.self).contains(canary))
        #expect(!"\(traffic) \(report)".contains(canary), "nothing that is kept has the value")
    }

    @Test(arguments: [
        ("https://user:@@api-01.example.com/users/1", RecordedSecret.Kind.password, "url"),
        ("https://api-01.example.com/users/1?access_token=@", .query, "access_token"),
        ("https://api-01.example.com/users/1?a=1&key=@", .query, "key"),
        ("https://api-01.example.com/users/1;jsessionid=@?a=1", .query, "jsessionid"),
        ("https://api-01.example.com/users/1?application_key=@", .query, "application_key"),
        ("https://api-01.example.com/users/1?PHPSESSID=@", .query, "PHPSESSID"),
        ("https://api-01.example.com/users/1?passphrase=@", .query, "passphrase"),
        ("https://api-01.example.com/users/1?session=@", .query, "session"),
        ("https://api-01.example.com/users/1?sig=@", .query, "sig"),
        ("https://api-01.example.com/users/1?bookmarkToken=@", .query, "bookmarkToken"),
        ("https://api-01.example.com/back?code=@&state=1", .query, "code"),
        ("https://api-01.example.com/hooks/ghp_@", .token, "ghp_"),
        ("https://api-01.example.com/bot123456789:@/send", .token, "bot"),
        ("https://api-01.example.com/users/1#access_token=@", .query, "access_token"),
        ("https://api-01.example.com/users/1?X-Amz-Signature=@", .query, "X-Amz-Signature"),
        ("https://api-01.example.com/users/1?api_token=@", .query, "api_token"),
        ("https://api-01.example.com/users/1?q=ghp_@", .token, "ghp_"),
        ("https://api-01.example.com/users/1?cb=%2Fa%3Faccess_token%3D@", .query, "access_token"),
    ])
    func `a secret of an address is told by its name`(url: String, kind: RecordedSecret.Kind, name: String) throws {
        let address =
            kind == .password
            ? url.replacing("user:@@", with: "user:\(canary)@")
            // A key is letters and digits without anything between them.
            : url.replacing("@", with: name == "key" ? "c4n4ry9f8e7d6c5b4a" : canary)
        let (traffic, _) = recording(har(entry("GET", address)))
        let secret = try #require(traffic.secrets.first)
        #expect(secret.kind == kind && secret.name == name)
        #expect(traffic.requests.count == 1)
        // A path is kept, to tell its operation.
        let kept = kind == .token || url.contains(";") ? "\(traffic.secrets)" : "\(traffic)"
        #expect(!kept.contains("9f8e7d6c5b4a"))
    }

    @Test(arguments: [
        ("https://sk_live_\(canary):@api.example/x", RecordedSecret.Kind.token, "sk_live_"),
        ("https://\(canary)@api.example/x", .password, "url"),
        ("com.acme.app://cb?access_token=\(canary)", .query, "access_token"),
        ("/users?access_token=\(canary)", .query, "access_token"),
    ])
    func `a secret of an address is told wherever it stands`(
        address: String,
        kind: RecordedSecret.Kind,
        name: String
    ) throws {
        let places = [
            har(entry("GET", address)),
            har(entry(status: 302, response: ", \"redirectURL\": \"\(address)\"")),
            har(entry(response: ", \"headers\": [{\"name\": \"Location\", \"value\": \"\(address)\"}]")),
            har(
                entry(response: ", \"headers\": [{\"name\": \"Link\", \"value\": \"<\(address)>; rel=\\\"next\\\"\"}]")
            ),
            har(
                entry(
                    more:
                        ", \"_initiator\": {\"type\": \"script\", \"stack\": {\"callFrames\": [{\"url\": \"\(address)\"}]}}"
                )
            ),
            har(entry()).replacing("\"pages\": []", with: "\"pages\": [{\"id\": \"1\", \"title\": \"\(address)\"}]"),
        ]
        for text in places {
            let secrets = recording(text).traffic.secrets
            #expect(secrets.map(\.name) == [name] && secrets.map(\.kind) == [kind], "\(text)")
            #expect(!"\(secrets)".contains(canary))
        }
    }

    /// As Go and PHP write what may stand in a page.
    @Test func `an address with escapes is an address`() {
        let initiator = #", "_initiator": {"url": "https:\/\/x.example\/?b=1\u0026access_token=\#(canary)"}"#
        #expect(recording(har(entry(more: initiator))).traffic.secrets.map(\.name) == ["access_token"])
    }

    @Test(arguments: [
        ("access_token=@&token_type=bearer", ["access_token"]), (#"{\"token\": \"@\"}"#, ["token"]),
        (#"{\"webhook_secret\": \"@\"}"#, ["webhook_secret"]), (#"{\"webhook_secret\": \"chapter-12-of-2\"}"#, []),
        (#"{\"url\": \"https://x.example/?access_token=@\"}"#, ["access_token"]),
        (#"{\"authorization\": \"Bearer @\"}"#, ["authorization"]), (#"{\"authorization\": \"required\"}"#, []),
        (#"{\"token\": \"order-2026-11-30\", \"user_token\": \"n\"}"#, []),
        (#"{\"access_token\": \"a-b\"}"#, ["access_token"]),
        (#"{\"pem\": \"-----BEGIN RSA PRIVATE KEY-----\\\\nMIIEpAIBAAKCAQEA@\"}"#, ["PRIVATE-KEY"]),
        (#"{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\\\nMIIEpAIBAAKCAQEA@\"}"#, ["private_key"]),
        (#"-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA@"#, ["PRIVATE-KEY"]),
        (#"begins with -----BEGIN PRIVATE KEY-----\n…, or -----BEGIN PUBLIC KEY-----\nMIIEpAIBAAKCAQEA@"#, []),
        (#"{\"jwt\": \"eyJ@.eyJ@.x\"}"#, ["jwt"]), (#"{\"signing_secret\": \"@\"}"#, ["signing_secret"]),
        (#"{\"secret_access_key\": \"@\"}"#, ["secret_access_key"]), (#"{\"token\": \"identifier\"}"#, []),
        (#"{\"next_page_token\": \"@\", \"secret\": \"Please keep 1 secret\"}"#, []), (#"{\"key\": \"@\"}"#, []),
        ("<a href='/x?page=2&amp;token=1'>", []), (#"{\"code\": \"authorization_code @\"}"#, []),
    ])
    func `a secret in the body of an answer is told by its name`(body: String, names: [String]) {
        let text = har(entry(response: ", \"content\": {\"text\": \"\(body.replacing("@", with: canary))\"}"))
        #expect(recording(text).traffic.secrets.map(\.name) == names)
    }

    @Test func `a secret of an answer is told by its name`() {
        let (traffic, _) = recording(
            har(
                entry(
                    response: """
                        , "headers": [{"name": "Set-Cookie", "value": "sid=\(canary)"}], "cookies": [{"value": "\(canary)"}],
                        "redirectURL": "https://b.example/?id_token=\(canary)",
                        "content": {"text": "{\\"access_token\\":\\"\(canary)\\",\\"password\\":\\"Password\\"}"}
                        """
                )
            )
        )
        #expect(Set(traffic.secrets.map(\.name)) == ["Set-Cookie", "cookies", "id_token", "access_token"])
        #expect(!"\(traffic)".contains(canary))
    }

    @Test(arguments: [
        ("{\"access_token\": \"\(canary)\"}", ["access_token"]), ("a sk_live_\(canary) b", ["sk_live_"]),
        ("{\"name\": \"x\"}", []), (String(repeating: " ", count: 60_000) + "{\"id_token\":\"\(canary)\"}", []),
    ])
    func `the beginning of an encoded body is looked at`(body: String, names: [String]) {
        let text = Data(body.utf8).base64EncodedString()
        for members in [
            "\"encoding\": \"base64\", \"text\": \"\(text)\"", "\"text\": \"\(text)\", \"encoding\": \"base64\"",
        ] {
            let (traffic, _) = recording(har(entry(response: ", \"content\": {\(members)}")))
            #expect(traffic.secrets.map(\.name) == names)
            #expect(!"\(traffic.secrets)".contains(canary))
        }
    }

    @Test(arguments: [
        ("Authentication", "@"), ("CB-ACCESS-PASSPHRASE", "@"), ("CB-ACCESS-SIGN", "@"),
        ("X-DocuSign-Authentication", "@"), ("X-Consumer-Key", "@"),
    ])
    func `a secret of a header is told by its name`(name: String, value: String) {
        let header = "{\"name\": \"\(name)\", \"value\": \"\(value.replacing("@", with: canary))\"}"
        let traffic = recording(har(entry(request: ", \"headers\": [\(header)]"))).traffic
        #expect(traffic.secrets.map(\.name) == [name])
    }

    @Test(
        arguments: [
            ("xoxc-@", "xoxc-"), ("xoxd-@", "xoxd-"), ("whsec_@", "whsec_"), ("sk_test_@", "sk_test_"),
            ("rk_test_@", "rk_test_"), ("ya29.@", "ya29."), ("pat-na2-@", "pat-"), ("GOCSPX-@", "GOCSPX-"),
            ("ASIAC4N4RY9F8E7D6C5B", "ASIA"), ("npm_c4n4ry9f8e7d6c5b4a", "npm_"), ("ntn_c4n4ry9f8e7d6c5b4a", "ntn_"),
            ("npm_config_registry_of_mine", nil), ("ASIA-PACIFIC-SOUTH-1", nil), ("pat-on-the-shoulder-of-it", nil),
            ("ntn_list_of_all_items", nil), ("see xoxb-your-bot-token", nil),
        ] as [(String, String?)]
    )
    func `a token of a known kind is told by how it begins`(token: String, name: String?) {
        let body = "{\\\"text\\\": \\\"\(token.replacing("@", with: canary))\\\"}"
        let traffic = recording(har(entry(request: ", \"postData\": {\"text\": \"\(body)\"}"))).traffic
        #expect(traffic.secrets.map(\.name) == [name].compactMap(\.self))
        #expect(traffic.secrets.allSatisfy { $0.kind == .token })
    }

    @Test func `a web token is told in headers and addresses, whatever holds it`() {
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.\(canary)"
        func secrets(_ request: String, url: String = "https://api-01.example.com/users/1") -> [RecordedSecret] {
            recording(har(entry("GET", url, request: request))).traffic.secrets
        }
        for name in ["Cf-Access-Jwt-Assertion", "X-Goog-IAP-JWT-Assertion", "X-Amzn-Oidc-Data"] {
            let found = secrets(", \"headers\": [{\"name\": \"\(name)\", \"value\": \"\(token)\"}]")
            #expect(found.map(\.name) == ["eyJ"] && found.map(\.kind) == [.token])
        }
        #expect(secrets("", url: "https://api-01.example.com/users/1?x=\(token)").map(\.name) == ["eyJ"])
        #expect(secrets("", url: "https://api-01.example.com/users/1?cursor=eyJpZCI6MTIzNDU2fQ").isEmpty)
    }

    @Test(arguments: [
        "key=PROJ-12", "key=name&order=asc", "key=users/42/avatar.png", "session=2026-summer", "sid=5", "sig=1",
        "auth=oauth2", "max_token=500", "resumptionToken=1234", "bookmarkToken=ab12", "credential=1", "session_id=42",
        "code=US-CA-SAN-FRANCISCO-1", "token=2026-11-30T09:00:00Z", "key=users%2F42%2Favatar-large.png",
    ])
    func `an ordinary value under the name of a secret is none`(query: String) {
        #expect(recording(har(entry("GET", "https://api-01.example.com/users/1?\(query)"))).traffic.secrets == [])
    }

    @Test(arguments: ["access_token=a", "refresh_token=1", "client_secret=word", "password=summer", "id_token=b-c"])
    func `some names are those of secrets whatever they hold`(query: String) {
        let traffic = recording(har(entry("GET", "https://api-01.example.com/users/1?\(query)"))).traffic
        #expect(traffic.secrets.map(\.kind) == [.query])
    }

    @Test(arguments: [
        "Bearer TOKEN", "Bearer ACCESS_TOKEN", "Bearer xoxb-your-token", "Bearer xoxb-your-bot-token-here", "API_KEY",
        "Bearer sk_live_your_key", "token",
    ])
    func `what documentation writes for a token is none`(value: String) {
        let header = "{\"name\": \"Authorization\", \"value\": \"\(value)\"}"
        #expect(recording(har(entry(request: ", \"headers\": [\(header)]"))).traffic.secrets == [])
    }

    @Test func `an entry that is cut off may hold a secret all the same`() {
        let text = har(
            entry(request: ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer \(canary)\"}]")
        )
        let (traffic, report) = recording(Array(text.utf8.prefix(text.utf8.count - 50)))
        #expect(report.errorCount == 1)
        #expect(traffic.secrets.map(\.name) == ["Authorization"])
    }

    @Test(arguments: [
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer [redacted]\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer ******\"}]",
        ", \"headers\": [{\"name\": \"Cookie\", \"value\": \"<removed>\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer $TOKEN\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer ${ACCESS_TOKEN}\"}]",
        ", \"headers\": [{\"name\": \"WWW-Authenticate\", \"value\": \"Bearer realm=\\\"users\\\"\"}]",
        ", \"queryString\": [{\"name\": \"signature\", \"value\": \"none\"}]",
        ", \"queryString\": [{\"name\": \"code\", \"value\": \"DE\"}]",
        ", \"postData\": {\"text\": \"tokens begin with xoxb- or sk_live_, as robots know; bot12:x\"}",
        ", \"headers\": [{\"name\": \"MOE-APPKEY\", \"value\": \"ABC\"}, {\"name\": \"Accept\", \"value\": \"*/*\"}]",
        ", \"cookies\": []", ", \"cookies\": [{\"name\": \"sid\", \"value\": \"REDACTED\"}]",
        ", \"queryString\": [{\"name\": \"page_token\", \"value\": \"abc\"}, {\"name\": \"key\", \"value\": \"\"}]",
        ", \"postData\": {\"text\": \"{\\\"push_token\\\": \\\"abc\\\", \\\"keyword\\\": \\\"x\\\"}\"}",
        ", \"headers\": [{\"name\": \"Cookie\", \"value\": \"a=hidden; b=<redacted>\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer <your-token-here>\"}]",
        ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer {{slack_token}}\"}]",
        ", \"headers\": [{\"name\": \"Idempotency-Key\", \"value\": \"\(canary)\"}]",
        ", \"headers\": [{\"name\": \"X-Next-Page-Token\", \"value\": \"\(canary)\"}]",
        ", \"queryString\": [{\"name\": \"nextPageToken\", \"value\": \"\(canary)\"}]",
        ", \"queryString\": [{\"name\": \"clientRequestToken\", \"value\": \"\(canary)\"}]",
        ", \"queryString\": [{\"name\": \"pagetoken\", \"value\": \"\(canary)\"}]",
        ", \"postData\": {\"text\": \"token=%5Bredacted%5D&page_token=\(canary)\"}",
        ", \"postData\": {\"text\": \"{\\\"key\\\": \\\"uploads/2026/11/picture-1.png\\\"}\"}",
        ", \"postData\": {\"text\": \"{\\\"code\\\": \\\"let a = 1; let b = 2;\\\"}\"}",
        ", \"postData\": {\"text\": \"{\\\"token\\\": null, \\\"password\\\": \\\"\\\"}\"}",
    ])
    func `what was removed, or is no secret, is none`(part: String) {
        #expect(recording(har(entry(request: part))).traffic.secrets == [])
    }

    @Test func `many of one kind are one`() {
        let one = entry(request: ", \"headers\": [{\"name\": \"Authorization\", \"value\": \"Bearer \(canary)\"}]")
        #expect(recording(har(one, one, one)).traffic.secrets.map(\.count) == [3])
    }

    @Test func `a fault quotes nothing of the file`() {
        for broken in [
            "{\"log\": {\"entries\": [\(canary)", "{\"log\": {\"entries\": [{\"request\": \(canary)!}]}}", canary,
        ] {
            let (_, report) = recording(broken)
            #expect(report.errorCount == 1)
            #expect(!"\(report.diagnostics)".contains(canary))
        }
    }
}
