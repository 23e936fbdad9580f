import Testing

@testable import Preview

private func target(_ text: String) -> RequestTarget? { try? RequestTarget(Array(text.utf8)) }

@Test(
    arguments: [
        ("/", "/", nil), ("/a/b.html", "/a/b.html", nil), ("/a?b?c/../%00", "/a", "b?c/../%00"), ("/a?", "/a", ""),
        ("/caf%C3%A9", "/café", nil), ("/a%20b", "/a b", nil), ("/%252e%252e/x", "/%2e%2e/x", nil),
        ("/a..b/...", "/a..b/...", nil), ("/a%3Fb", "/a?b", nil),
    ] as [(String, String, String?)]
)
func `an address is decoded once`(text: String, path: String, query: String?) throws {
    let found = try #require(target(text))
    #expect(found.path == path)
    #expect(found.query == query)
}

@Test(arguments: ["/", "/a b/ü/%41?x/", "/100%/'\"<>"])
func `a path survives being written into an address`(path: String) throws {
    let found = try #require(target(RequestTarget.encoded(path)))
    #expect(found.path == path)
}

@Test(
    arguments: [
        ("bytes=0-1", 10, RangeRequest.part(0..<2)), ("bytes=0-", 10, .part(0..<10)), ("bytes=3-", 10, .part(3..<10)),
        ("bytes=-3", 10, .part(7..<10)), ("bytes=-30", 10, .part(0..<10)), ("bytes=4-99", 10, .part(4..<10)),
        ("bytes=9-9", 10, .part(9..<10)), ("BYTES = 1-2 ", 10, .part(1..<3)),
        ("bytes=0-99999999999999999999999", 10, .part(0..<10)), ("bytes=-99999999999999999999999", 10, .part(0..<10)),
        ("bytes=10-", 10, .unsatisfiable), ("bytes=10-11", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable),
        ("bytes=99999999999999999999999-", 10, .unsatisfiable), ("bytes=0-", 0, .unsatisfiable),
        ("bytes=-1", 0, .everything), ("bytes=0-1,3-4", 10, .everything), ("bytes=5-2", 10, .everything),
        ("bytes=-", 10, .everything), ("bytes=", 10, .everything), ("bytes", 10, .everything), ("", 10, .everything),
        ("bytes=a-b", 10, .everything), ("bytes=1--2", 10, .everything), ("bytes=+1-2", 10, .everything),
        ("lines=0-1", 10, .everything),
    ]
)
func `a range means what RFC 9110 says`(field: String, length: Int, expected: RangeRequest) {
    #expect(RangeRequest(field, length: length) == expected)
}

@Test func `tags are compared weakly and in lists`() {
    let tag = EntityTag(of: [1, 2, 3])
    #expect(tag != EntityTag(of: [1, 2, 4]))
    #expect(tag.text.hasPrefix("\"") && tag.text.hasSuffix("\""))
    for field in ["*", tag.text, "W/\(tag.text)", "\"a\", W/\(tag.text) ,\"b\""] { #expect(tag.isAmong([field])) }
    for field in ["", "\"a\"", "W/\"a\", \"b\"", String(tag.text.dropLast())] { #expect(!tag.isAmong([field])) }
    #expect(tag.isAmong(["\"a\"", tag.text]))
    #expect(!tag.isAmong([]))
}

@Test(
    arguments: [
        ("a/b.HTML", "text/html; charset=utf-8"), ("demo.mp4", "video/mp4"), ("x.svg", "image/svg+xml; charset=utf-8"),
        ("a.b/c", "application/octet-stream"), ("", "application/octet-stream"), ("a.", "application/octet-stream"),
        ("search.json", "application/json"), ("site.css", "text/css; charset=utf-8"),
    ]
)
func `a type follows from the extension`(path: String, expected: String) {
    #expect(MediaType.of(path) == expected)
}

@Test(
    arguments: [
        ("localhost", "localhost", nil), ("LOCALHOST.:4000", "localhost", 4000), ("[::1]:80", "::1", 80),
        ("[::1]", "::1", nil), ("a-b.example.org:1", "a-b.example.org", 1), ("127.0.0.1:", "127.0.0.1", nil),
    ] as [(String, String, Int?)]
)
func `a host is a name or an address, with a port or without`(text: String, name: String, port: Int?) throws {
    let host = try #require(HostName(text))
    #expect(host.name == name)
    #expect(host.port == port)
}

@Test(arguments: ["", ".", ":80", "a b", "a@b", "a/b", "[::1", "[x]", "::1", "a:b", "a:123456", "[::1]x", "é", "a,b"])
func `what is no host is none`(text: String) {
    #expect(HostName(text) == nil)
}

@Test func `a date is written as RFC 9110 asks`() {
    #expect(HTTPDate.text(secondsSince1970: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(secondsSince1970: 0) == "Thu, 01 Jan 1970 00:00:00 GMT")
}

@Test func `an event has a line for each line of its data`() {
    let event = ServerEvent(id: "a\nb", name: "x\r\ny", data: "1\n2\r\n3\u{2028}4")
    #expect(
        String(decoding: event.bytes, as: UTF8.self)
            == "id: ab\nevent: xy\ndata: 1\ndata: 2\ndata: 3\u{2028}4\n\n"
    )
}

@Test func `a base path has slashes at both ends`() {
    for path in ["docs", "/docs", "docs/", "//docs//"] {
        #expect(ServerConfiguration(port: .any, basePath: path).basePath == "/docs/")
    }
    #expect(ServerConfiguration(port: .any, basePath: "").basePath == "/")
}
