import Foundation
import Preview
import TestSupport
import Testing

struct ServedFileTests {
    private static let large = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    @Test func `a file is sent whole, in part and not again`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.large, to: "demo.mp4")
        let site = try TestSite(files: ["demo.mp4": folder.path(of: "demo.mp4")])
        let whole = try await site.get("/demo.mp4")
        #expect(whole.body == Self.large)
        #expect(whole["Content-Type"] == "video/mp4")
        let tag = try #require(whole["ETag"])
        let first = try await site.get("/demo.mp4", "Range: bytes=0-1")
        #expect(first.status == 206)
        #expect(first.body == Array(Self.large[..<2]))
        let tail = try await site.get("/demo.mp4", "Range: bytes=3000000-", "If-Range: \(tag)")
        #expect(tail.body == Array(Self.large[3_000_000...]))
        #expect(try await site.get("/demo.mp4", "If-None-Match: \(tag)").status == 304)
    }

    @Test func `a changed file has another tag`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "a.txt")
        let site = try TestSite(files: ["a.txt": folder.path(of: "a.txt")])
        let before = try await site.get("/a.txt")["ETag"]
        try folder.write("three", to: "a.txt")
        #expect(try await site.get("/a.txt")["ETag"] != before)
        #expect(try await site.get("/a.txt").text == "three")
    }

    @Test func `a file that is gone, or none, is missing`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "folder/x")
        mkfifo(folder.path(of: "pipe"), 0o600)
        let files = [
            "gone": folder.path(of: "gone"), "folder": folder.path(of: "folder"), "pipe": folder.path(of: "pipe"),
        ]
        let site = try TestSite(files: files)
        for name in files.keys { #expect(try await site.get("/\(name)").status == 404) }
    }

    @Test func `a file that becomes shorter ends the connection before its length is reached`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "demo.mp4")
        // More than the buffers of both sides hold.
        let length = 64 << 20
        try folder.write("", to: "demo.mp4")
        truncate(path, off_t(length))
        let site = try TestSite(files: ["demo.mp4": path])
        let received = try await onThread {
            let client = try RawClient(port: site.port, receiveBuffer: 4_096)
            client.send("GET /demo.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            _ = try client.receive()
            truncate(path, 10)
            return try client.receiveAll().count
        }
        #expect(received < length)
        #expect(try await site.get("/demo.mp4").body.count == 10)
    }

    @Test func `a file that is replaced or removed is sent as it was`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "demo.mp4")
        try folder.write(Self.large, to: "demo.mp4")
        let site = try TestSite(files: ["demo.mp4": path])
        let response = try await onThread {
            let client = try RawClient(port: site.port, receiveBuffer: 4_096)
            client.send("GET /demo.mp4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            let start = try client.receive()
            unlink(path)
            return RawResponse.all(of: start + (try client.receiveAll()))
        }
        #expect(response.first?.body == Self.large)
    }

    @Test func `clients that drop a video half way disturb nobody`() async throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 1, count: 16 << 20), to: "demo.mp4")
        let site = try TestSite(files: ["demo.mp4": folder.path(of: "demo.mp4")])
        try await onThread {
            for start in 0..<100 {
                // Closed with bytes that nobody has read, which resets the connection.
                let client = try RawClient(port: site.port, receiveBuffer: 4_096)
                client.send("GET /demo.mp4 HTTP/1.1\r\nHost: localhost\r\nRange: bytes=\(start << 10)-\r\n\r\n")
                _ = try client.receive()
            }
        }
        let rest = try await site.get("/demo.mp4", "Range: bytes=-5")
        #expect(rest.body == [1, 1, 1, 1, 1])
    }
}
