import Foundation
import TestSupport
import Testing

@testable import Preview

struct LifetimeTests {
    @Test(.enabled(if: OpenDescriptors.canBeListed, "this system does not list descriptors in /proc"))
    func `a stopped server leaves nothing open`() async throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 0, count: 8 << 20), to: "demo.mp4")
        let video = folder.path(of: "demo.mp4")
        for _ in 0..<20 {
            let site = try TestSite(files: ["demo.mp4": video])
            try await onThread {
                let stream = try RawClient(port: site.port)
                stream.send("GET /_candor/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                _ = try stream.receive(until: "retry")
                let viewer = try RawClient(port: site.port, receiveBuffer: 4_096)
                viewer.send("GET /demo.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                _ = try viewer.receive()
                let late = try RawClient(port: site.port)
                late.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
                let mailbox = OpenDescriptors.target(of: site.server.mailbox.readEnd)
                #expect(OpenDescriptors.targets().isSuperset(of: [video, mailbox]))
                #expect(OpenDescriptors.sockets(boundTo: site.port).count >= 3)
                site.server.stop()
                #expect(OpenDescriptors.targets().isDisjoint(with: [video, mailbox]))
                #expect(OpenDescriptors.sockets(boundTo: site.port) == [])
                #expect(try stream.receiveAll().isEmpty)
            }
        }
    }

    @Test func `a stopped server does not listen any more, and its port is free at once`() async throws {
        let site = try TestSite()
        #expect(try await site.get("/").status == 200)
        site.server.stop()
        site.server.stop()
        site.server.send(ServerEvent(id: "1", name: "x", data: ""))
        #expect(throws: RawClient.Failure.self) { _ = try RawClient(port: site.port) }
        let port = site.port
        let again = try TestSite { $0.port = .exactly(port) }
        #expect(again.port == port)
        #expect(try await again.get("/").status == 200)
    }

    @Test func `a server that nobody holds stops`() async throws {
        let port = try TestSite().port
        for _ in 0..<100 where (try? RawClient(port: port)) != nil { try await Task.sleep(for: .milliseconds(20)) }
        #expect(throws: RawClient.Failure.self) { _ = try RawClient(port: port) }
    }

    @Test func `a port asked for is taken or refused`() throws {
        let first = try TestSite()
        let port = first.port
        let error = #expect(throws: ServerError.self) { _ = try TestSite { $0.port = .exactly(port) } }
        #expect(error == .portTaken(port))
        #expect(error?.description == "port \(port) is in use by another program")
        withExtendedLifetime(first) {}
    }

    @Test func `a usual port gives way to one of those after it`() throws {
        let first = try TestSite()
        let second = try TestSite { $0.port = .from(first.port) }
        #expect(second.port > first.port)
        #expect(second.port <= first.port + 20)
        withExtendedLifetime(first) {}
    }

    @Test func `all addresses have one port`() throws {
        let addresses = try TestSite().server.addresses
        #expect(Set(addresses.map(\.port)).count == 1)
        #expect(addresses.map(\.host).contains("127.0.0.1"))
    }

    @Test(arguments: [["localhost"], ["127.0.0.1", "::1"], ["localhost", "0.0.0.0", "127.0.0.1"]])
    func `a host may be asked for that is listened on anyway`(hosts: [String]) async throws {
        let site = try TestSite { $0.hosts = hosts }
        #expect(try await site.get("/").status == 200)
    }

    @Test func `other machines are told numbers`() throws {
        let site = try TestSite { $0.hosts = ["0.0.0.0"] }
        let urls = site.server.addresses.flatMap(\.urlsFromOutside)
        #expect(urls.filter { $0.contains("localhost") || $0.contains("//127.") || $0.contains("//0.0.0.0") } == [])
        #expect(try TestSite().server.addresses.flatMap(\.urlsFromOutside) == [])
    }

    @Test func `an unknown host is named`() {
        let error = #expect(throws: ServerError.self) { _ = try TestSite { $0.hosts = ["no such host"] } }
        #expect(error == .unknownHost("no such host"))
    }
}
