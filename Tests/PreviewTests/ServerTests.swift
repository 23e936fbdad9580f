import Foundation
import Preview
import TestSupport
import Testing

struct ServerTests {
    private static let close = "Connection: close\r\n"

    private static func request(_ target: String, _ lines: String = "", version: String = "1.1") -> String {
        "GET \(target) HTTP/\(version)\r\nHost: localhost\r\n\(lines)\r\n"
    }

    @Test func `a page comes with all that a client needs to know`() async throws {
        let response = try await TestSite().get("/")
        #expect(response.status == 200)
        #expect(response.text == TestSite.page)
        #expect(response["Content-Type"] == "text/html; charset=utf-8")
        #expect(response["Content-Length"] == "\(TestSite.page.utf8.count)")
        #expect(response["Cache-Control"] == "no-cache")
        #expect(response["Accept-Ranges"] == "bytes")
        #expect(response["ETag"]?.hasPrefix("\"") == true)
        #expect(response["Date"]?.hasSuffix(" GMT") == true)
        #expect(response["Connection"] == nil)
    }

    @Test func `one connection serves many requests, one after the other`() async throws {
        let site = try TestSite()
        try await onThread {
            let client = try RawClient(port: site.port)
            for (target, status) in [("/", 200), ("/missing", 404), ("/guides", 301), ("/digits.txt", 200)] {
                client.send(Self.request(target))
                #expect(try client.response().status == status)
            }
            client.send(Self.request("/", Self.close))
            #expect(try client.response()["Connection"] == "close")
            #expect(try client.receive().isEmpty)
        }
    }

    @Test func `requests sent at once are answered in their order`() async throws {
        let site = try TestSite()
        let targets = ["/slow", "/", "/digits.txt", "/missing", "/slow", "/empty.txt"]
        let responses = try await site.exchange(Array(targets.map { Self.request($0) }.joined().utf8))
        #expect(responses.map(\.status) == [200, 200, 200, 404, 200, 200])
        #expect(responses.map(\.text) == ["slow", TestSite.page, "0123456789", "nothing at 'missing'", "slow", ""])
    }

    @Test func `many refusals sent at once are answered one after the other`() async throws {
        let request = "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let site = try TestSite()
        let responses = try await site.exchange(Array(String(repeating: request, count: 2_000).utf8))
        #expect(responses.count == 2_000)
        #expect(Set(responses.map(\.status)) == [405])
    }

    @Test func `after HTTP 1_0 the connection ends`() async throws {
        let two = Self.request("/", version: "1.0") + Self.request("/", version: "1.0")
        let responses = try await TestSite().exchange(Array(two.utf8))
        #expect(responses.map(\.status) == [200])
        #expect(responses[0]["Connection"] == "close")
    }

    @Test(arguments: ["/", "/digits.txt", "/missing", "/guides", "/%"])
    func `HEAD says what GET would and sends no body`(target: String) async throws {
        let site = try TestSite()
        let get = try await site.get(target)
        let two = "HEAD \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let head = try #require(try await site.exchange(Array(two.utf8), isHead: true).first)
        func fields(_ response: RawResponse) -> [String] {
            response.head.components(separatedBy: "\r\n").filter { !$0.hasPrefix("Date:") }
        }
        #expect(fields(head) == fields(get))
    }

    @Test func `what the browser has already is not sent again`() async throws {
        let site = try TestSite()
        let tag = try #require(try await site.get("/")["ETag"])
        for condition in [tag, "*", "W/\(tag)", "\"x\", \(tag)"] {
            let response = try await site.get("/", "If-None-Match: \(condition)", "Range: bytes=0-1")
            #expect(response.status == 304)
            #expect(response["ETag"] == tag)
            #expect(response["Content-Length"] == nil)
        }
        #expect(try await site.get("/", "If-None-Match: \"x\"").status == 200)
        #expect(try await site.get("/missing", "If-None-Match: *").status == 404)
    }

    @Test(
        arguments: [
            ("bytes=0-1", 206, "01", "bytes 0-1/10"), ("bytes=0-", 206, "0123456789", "bytes 0-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=8-100", 206, "89", "bytes 8-9/10"),
            ("bytes=10-", 416, "", "bytes */10"), ("bytes=0-1,4-5", 200, "0123456789", nil),
            ("bytes=x", 200, "0123456789", nil),
        ] as [(String, Int, String, String?)]
    )
    func `a part is sent when a part is asked for`(range: String, status: Int, body: String, place: String?)
        async throws
    {
        let response = try await TestSite().get("/digits.txt", "Range: \(range)")
        #expect(response.status == status)
        #expect(response.text == body)
        #expect(response["Content-Range"] == place)
        #expect(response["Content-Length"] == "\(body.utf8.count)")
        #expect(response["Accept-Ranges"] == "bytes")
    }

    @Test func `a part is sent only of what the client has a part of`() async throws {
        let site = try TestSite()
        let tag = try #require(try await site.get("/digits.txt")["ETag"])
        for (condition, status) in [
            (tag, 206), ("W/\(tag)", 200), ("\"x\"", 200), ("Sun, 06 Nov 1994 08:49:37 GMT", 200),
        ] {
            #expect(try await site.get("/digits.txt", "Range: bytes=0-1", "If-Range: \(condition)").status == status)
        }
        #expect(try await site.get("/digits.txt", "Range: bytes=0-1", method: "HEAD").status == 200)
        #expect(try await site.get("/missing", "Range: bytes=0-1").status == 404)
    }

    @Test func `a folder without its slash leads to the one with it, and the query comes along`() async throws {
        let response = try await TestSite().get("/guides?a=%20b")
        #expect(response.status == 301)
        #expect(response["Location"] == "/guides/?a=%20b")
    }

    @Test func `a site below a base path is found from the root`() async throws {
        let site = try TestSite(basePath: "/my docs/")
        for (target, status) in [
            ("/my%20docs/", 200), ("/my%20docs/guides", 301), ("/", 302), ("/my%20docs", 302), ("/guides/", 404),
            ("/_candor/x", 200), ("/my%20docs/missing", 404),
        ] {
            #expect(try await site.get(target).status == status)
        }
        #expect(try await site.get("/?a")["Location"] == "/my%20docs/?a")
        #expect(try await site.get("/my%20docs/guides")["Location"] == "/my%20docs/guides/")
        #expect(try await site.get("/guides/").text.contains("/my%20docs/"))
        #expect(site.server.addresses.first?.url == "http://localhost:\(site.port)/my%20docs/")
    }

    @Test func `a site that cannot be shown says so`() async throws {
        #expect(try await TestSite().get("/waits").status == 503)
    }

    @Test func `a request that does not end is given up`() async throws {
        let site = try TestSite { $0.limits.headTime = .milliseconds(150) }
        let statuses = try await onThread {
            let client = try RawClient(port: site.port)
            client.send("GET / HTTP/1.1\r\nHost: local")
            return RawResponse.all(of: try client.receiveAll()).map(\.status)
        }
        #expect(statuses == [408])
    }

    @Test func `a header a moment does not keep a connection open`() async throws {
        let site = try TestSite { $0.limits.headTime = .milliseconds(200) }
        let statuses = try await onThread {
            let client = try RawClient(port: site.port)
            client.send("GET / HTTP/1.1\r\n")
            for _ in 0..<20 {
                client.send("A: b\r\n")
                usleep(20_000)
            }
            return RawResponse.all(of: try client.receiveAll()).map(\.status)
        }
        #expect(statuses == [408])
    }

    @Test func `a connection without requests ends in silence`() async throws {
        let site = try TestSite {
            $0.limits.headTime = .milliseconds(150)
            $0.limits.idleTime = .milliseconds(150)
        }
        try await onThread {
            #expect(try RawClient(port: site.port).receiveAll().isEmpty)
            let client = try RawClient(port: site.port)
            client.send(Self.request("/"))
            #expect(try client.response().status == 200)
            #expect(try client.receiveAll().isEmpty)
        }
    }

    @Test func `a client that stops reading is given up, and others are served meanwhile`() async throws {
        let site = try TestSite { $0.limits.stallTime = .milliseconds(300) }
        let client = try RawClient(port: site.port, receiveBuffer: 4_096)
        client.send(Self.request("/large"))
        let start = try await onThread { try client.receive().count }
        #expect(try await site.get("/").status == 200)
        try await Task.sleep(for: .milliseconds(700))
        let received = try await onThread { start + (try client.receiveAll().count) }
        #expect(received < 8 << 20)
    }

    @Test func `clients beyond the limit wait for their turn`() async throws {
        let site = try TestSite {
            $0.limits.connectionCount = 2
            $0.limits.headTime = .milliseconds(300)
        }
        let held = try (0..<2).map { _ in try RawClient(port: site.port) }
        for client in held { client.send("GET") }
        #expect(try await site.get("/").status == 200)
        withExtendedLifetime(held) {}
    }

    @Test func `an idle connection makes room for a client that waits`() async throws {
        let site = try TestSite { $0.limits.connectionCount = 2 }
        let held = try await onThread {
            try (0..<2).map { _ in
                let client = try RawClient(port: site.port)
                client.send(Self.request("/"))
                _ = try client.response()
                return client
            }
        }
        #expect(try await site.get("/").status == 200)
        withExtendedLifetime(held) {}
    }

    @Test func `many clients at once all get their page`() async throws {
        let site = try TestSite()
        try await withThrowingTaskGroup { group in
            for index in 0..<100 {
                group.addTask { try await site.get(index.isMultiple(of: 5) ? "/slow" : "/").status }
            }
            for try await status in group { #expect(status == 200) }
        }
    }
}
