import Foundation
import Preview
import Testing

struct EventStreamTests {
    private static func listen(_ site: TestSite, _ lines: String = "", receiveBuffer: Int32? = nil) throws -> RawClient
    {
        let client = try RawClient(port: site.port, receiveBuffer: receiveBuffer)
        client.send("GET /_candor/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\(lines)\r\n")
        return client
    }

    @Test func `a page that listens is welcomed and then told what happens`() async throws {
        let site = try TestSite(welcome: { [ServerEvent(id: "7", name: "build", data: $0 ?? "new")] })
        try await onThread {
            let client = try Self.listen(site)
            let start = try client.receive(until: "data: new\n\n")
            #expect(start.contains("Content-Type: text/event-stream\r\n"))
            #expect(start.contains("Cache-Control: no-cache\r\n"))
            #expect(!start.contains("Content-Length"))
            #expect(start.contains("\r\n\r\nretry: 500\n\nid: 7\nevent: build\ndata: new\n\n"))
            site.server.send(ServerEvent(id: "8", name: "change", data: "a\nb"))
            #expect(try client.receive(until: "\n\n") == "id: 8\nevent: change\ndata: a\ndata: b\n\n")
        }
    }

    @Test func `a page that comes back is known by what it heard last`() async throws {
        let site = try TestSite(welcome: { [ServerEvent(id: "9", name: "build", data: "after \($0 ?? "nothing")")] })
        try await onThread {
            let client = try Self.listen(site, "Last-Event-ID: 4\r\n")
            #expect(try client.receive(until: "\ndata: ").contains("data: after 4"))
        }
    }

    @Test func `a quiet stream has a heartbeat`() async throws {
        let site = try TestSite { $0.limits.heartbeatInterval = .milliseconds(50) }
        try await onThread {
            let client = try Self.listen(site)
            _ = try client.receive(until: "retry: 500\n\n")
            _ = try client.receive(until: ": \n\n")
            _ = try client.receive(until: ": \n\n")
        }
    }

    @Test func `two hundred pages hear everything while others are served`() async throws {
        let site = try TestSite()
        let clients = try await onThread {
            try (0..<200).map { _ in
                let client = try Self.listen(site)
                _ = try client.receive(until: "retry: 500\n\n")
                return client
            }
        }
        try await withThrowingTaskGroup { group in
            for _ in 0..<50 { group.addTask { try await site.get("/").status } }
            for id in 0..<10 { site.server.send(ServerEvent(id: "\(id)", name: "change", data: "x")) }
            for try await status in group { #expect(status == 200) }
        }
        try await onThread {
            for client in clients {
                let heard = try client.receive(until: "id: 9\nevent: change\ndata: x\n\n")
                #expect(heard.components(separatedBy: "event: change").count == 11)
            }
        }
    }

    @Test func `streams do not take the place of requests, and have a limit of their own`() async throws {
        let site = try TestSite {
            $0.limits.connectionCount = 2
            $0.limits.streamCount = 3
        }
        try await onThread {
            let clients = try (0..<3).map { _ in try Self.listen(site) }
            for client in clients { _ = try client.receive(until: "retry") }
            #expect(try Self.listen(site).response().status == 503)
            clients[0].endSending()
            #expect(try clients[0].receiveAll().count < 20)
            #expect(try Self.listen(site).receive(until: "\r\n").contains("200"))
        }
        #expect(try await site.get("/").status == 200)
    }

    @Test func `a page that does not read is let go, and the others hear on`() async throws {
        let site = try TestSite { $0.limits.streamBacklog = 1 << 16 }
        let data = String(repeating: "x", count: 1 << 15)
        try await onThread {
            let deaf = try Self.listen(site, receiveBuffer: 4_096)
            _ = try deaf.receive(until: "retry: 500\n\n")
            let hearing = try Self.listen(site)
            _ = try hearing.receive(until: "retry: 500\n\n")
            for id in 0..<250 {
                site.server.send(ServerEvent(id: "\(id)", name: "x", data: data))
                _ = try hearing.receive(until: "\n\n")
            }
            #expect(try deaf.receiveAll().count < 250 << 15)
            site.server.send(ServerEvent(id: "end", name: "x", data: ""))
            _ = try hearing.receive(until: "id: end\n")
        }
    }
}
