import Foundation
import Preview
import TestSupport
import Testing

/// The known holes of preview servers, one test each.
struct SecurityTests {
    private static let evil = "Origin: http://evil.example"

    @Test func `no other site can read anything, since no header allows it`() async throws {
        let site = try TestSite()
        for target in ["/", "/missing", "/digits.txt", "/guides", "/_candor/client.js"] {
            let response = try await site.get(target, Self.evil)
            #expect(!response.head.lowercased().contains("access-control-"))
        }
        #expect(try await site.get("/", Self.evil, method: "OPTIONS").status == 405)
    }

    @Test func `another site cannot listen to events`() async throws {
        let site = try TestSite()
        #expect(try await site.get("/_candor/events", Self.evil).status == 403)
        #expect(try await site.get("/_candor/events", "Origin: null").status == 403)
        #expect(try await site.get("/_candor/events", "Origin: https://localhost:\(site.port)").status == 403)
        #expect(try await site.get("/_candor/events", "Origin: http://localhost:1").status == 403)
        for value in ["cross-site", "same-site"] {
            #expect(try await site.get("/_candor/events", "Sec-Fetch-Site: \(value)").status == 403)
        }
        let forged = "X-Forwarded-Host: evil.example"
        #expect(try await site.get("/_candor/events", Self.evil, forged).status == 403)
    }

    @Test func `the pages themselves may listen`() async throws {
        let site = try TestSite()
        for header in ["Origin: http://localhost:\(site.port)", "Sec-Fetch-Site: same-origin", "Accept: */*"] {
            #expect(try await site.get("/_candor/events", header, method: "HEAD").status == 200)
        }
    }

    @Test(
        arguments: [
            ("localhost", 200), ("LocalHost:1234", 200), ("docs.localhost", 200), ("127.0.0.1:80", 200),
            ("[::1]:80", 200), ("192.168.1.7", 200), ("mine.test", 200), ("a.team.test", 200), ("team.test", 200),
            ("lan.test:4000", 200), ("evil.example", 403), ("localhost.evil.example", 403), ("notlocalhost", 403),
            ("127.0.0.1.evil.example", 403), ("xteam.test", 403), ("mine.test.evil.example", 403), ("127.1", 403),
        ]
    )
    func `a name bent to this machine gets nothing`(host: String, status: Int) async throws {
        let site = try TestSite { $0.allowedHosts = ["mine.test", ".team.test", "lan.test"] }
        let request = "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n"
        let response = try #require(try await site.exchange(Array(request.utf8)).first)
        #expect(response.status == status)
        if status == 403 { #expect(response.text.contains("--allowed-host")) }
    }

    @Test(arguments: [
        "", "Host: localhost\r\nHost: localhost\r\n", "Host:\r\n", "Host: a b\r\n", "Host: u@localhost\r\n",
    ])
    func `a request without exactly one good host is refused`(lines: String) async throws {
        let site = try TestSite()
        let responses = try await site.exchange(Array("GET / HTTP/1.1\r\n\(lines)\r\n".utf8))
        #expect(responses.map(\.status) == [400])
    }

    @Test(
        arguments: [
            "/../etc/passwd", "/a/..", "/%2e%2e/etc/passwd", "/.%2e/x", "/..%2fetc", "/%2e%2e%2fetc", "/a%2Fb",
            "/..%5cwindows", "/a\\b", "/%5c", "/a%00.html", "/#/../etc/passwd", "/a%23b", "//evil.example", "/a//b",
            "http://localhost/", "localhost:80", "*", "a", "?x", "/%", "/%2", "/%zz", "/%ff", "/%0d%0aX-Evil:1", "/%7f",
            "/@fs/..//etc/passwd?raw??", "/%c0%ae%c0%ae/",
        ]
    )
    func `an address that leads elsewhere is refused`(target: String) async throws {
        let site = try TestSite()
        #expect(try await site.get(target).status == 400)
    }

    @Test(arguments: ["/@fs/etc/passwd?raw??", "/etc/passwd", "/digits.txtx", "/%252e%252e/etc/passwd", "/digits.txt/"])
    func `an address is only looked up, so that nothing is found beside the site`(target: String) async throws {
        let site = try TestSite()
        #expect(try await site.get(target).status == 404)
    }

    @Test(
        arguments: [
            "Host: [", "Host: ]", "Host: :::::", "Host: \u{FFFD}", "Origin: http://[", "Origin: :", "Range: bytes=--",
            "Range: bytes=9-99999999999999999999", "If-None-Match: W/\"", "Connection: ,,,", "Last-Event-ID: \t",
            "Sec-Fetch-Site: \u{FF}", "Content-Length: 99999999999999999999",
            "Accept-Encoding: \(String(repeating: ",", count: 8_000))",
        ]
    )
    func `no header ends the server`(header: String) async throws {
        let site = try TestSite()
        for target in ["/", "/digits.txt", "/_candor/events"] {
            _ = try await site.exchange(Array("HEAD \(target) HTTP/1.1\r\nHost: localhost\r\n\(header)\r\n\r\n".utf8))
            _ = try await site.exchange(Array("HEAD \(target) HTTP/1.1\r\n\(header)\r\n\r\n".utf8))
        }
        #expect(try await site.get("/").status == 200)
    }

    @Test func `it listens on loopback alone unless asked`() throws {
        let site = try TestSite()
        #expect(!site.server.addresses.isEmpty)
        #expect(site.server.addresses.filter { !$0.isLoopback } == [])
        let open = try TestSite { $0.hosts = ["0.0.0.0"] }
        #expect(open.server.addresses.filter { $0.isEveryAddress }.map(\.host) == ["0.0.0.0"])
    }

    @Test func `nothing can be loaded into a page of another site`() async throws {
        let site = try TestSite()
        for target in ["/", "/digits.txt", "/missing", "/guides", "/%"] {
            let response = try await site.get(target)
            #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
            #expect(response["X-Content-Type-Options"] == "nosniff")
        }
        let script = try await site.get("/digits.txt", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")
        #expect(script.status == 403)
        #expect(try await site.get("/", "Sec-Fetch-Site: cross-site").status == 403)
        let link = try await site.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
        #expect(link.status == 200)
    }

    @Test(arguments: [("POST", 405), ("PUT", 405), ("DELETE", 405), ("OPTIONS", 405), ("TRACE", 405), ("BREW", 501)])
    func `only reading is possible`(method: String, status: Int) async throws {
        let response = try await TestSite().get("/", method: method)
        #expect(response.status == status)
        #expect(response["Allow"] == (status == 405 ? "GET, HEAD" : nil))
    }

    @Test(
        arguments: [
            ("Content-Length: 5\r\n", 413), ("Content-Length: 0\r\nContent-Length: 5\r\n", 400),
            ("Content-Length: +5\r\n", 400), ("Content-Length: 5, 5\r\n", 400), ("Content-Length:\r\n", 400),
            ("Transfer-Encoding: chunked\r\n", 413), ("Transfer-Encoding: gzip, chunked\r\n", 501),
            ("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", 400), ("Transfer-Encoding:\r\n", 501),
            ("Transfer-Encoding : chunked\r\n", 400), ("Content-Length: 5\r\nExpect: 100-continue\r\n", 413),
        ]
    )
    func `no request can be smuggled in as the body of another`(lines: String, status: Int) async throws {
        let site = try TestSite()
        let hidden = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let request = "GET / HTTP/1.1\r\nHost: localhost\r\n\(lines)\r\n\(hidden)"
        let responses = try await site.exchange(Array(request.utf8))
        #expect(responses.map(\.status) == [status])
        #expect(responses.first?["Connection"] == "close")
    }

    @Test func `only its own pages may make it do more than show`() async throws {
        let site = try TestSite()
        for headers in ["Sec-Fetch-Site: same-origin", "Origin: http://localhost:\(site.port)"] {
            #expect(try await site.get("/_candor/open", headers).text == "tool open true")
        }
        for headers in ["Sec-Fetch-Site: none", "Sec-Fetch-Site: same-site", Self.evil, "Accept: */*"] {
            #expect(try await site.get("/_candor/open", headers).text == "tool open false")
        }
    }

    @Test func `random requests over a socket leave it running`() async throws {
        let site = try TestSite()
        var generator = SeededGenerator(seed: 44)
        let requests = (0..<300).map { _ in RandomRequest.bytes(using: &generator) }
        for request in requests {
            let text = String(decoding: request, as: UTF8.self)
            guard !text.contains("/_candor/events") else { continue }
            _ = try await site.exchange(request)
        }
        #expect(try await site.get("/").status == 200)
    }
}
