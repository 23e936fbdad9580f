import Foundation
import Preview
import TestSupport
import Testing

/// A client that others have written.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/curl"), "curl is missing"))
struct CurlTests {
    private static func curl(_ arguments: String...) async throws -> String {
        try await onThread {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/curl")
            process.arguments = ["--silent", "--show-error", "--max-time", "20"] + arguments
            process.standardOutput = output
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let data = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return String(decoding: data, as: UTF8.self)
        }
    }

    @Test func `curl gets pages, parts and heads`() async throws {
        let site = try TestSite()
        let root = "http://localhost:\(site.port)"
        #expect(try await Self.curl("\(root)/") == TestSite.page)
        #expect(try await Self.curl("--range", "2-4", "\(root)/digits.txt") == "234")
        #expect(try await Self.curl("--continue-at", "7", "--output", "-", "\(root)/digits.txt") == "789")
        #expect(try await Self.curl("--head", "\(root)/digits.txt").contains("Content-Length: 10\r\n"))
        #expect(try await Self.curl("--location", "\(root)/guides") == TestSite.page)
        #expect(try await Self.curl("--http1.0", "\(root)/digits.txt") == "0123456789")
        #expect(try await Self.curl("--write-out", "%{http_code}", "\(root)/missing").hasSuffix("404"))
    }

    @Test func `curl uses one connection for several pages`() async throws {
        let site = try TestSite()
        let root = "http://localhost:\(site.port)"
        let counts = try await Self.curl(
            "--write-out",
            "%{num_connects} ",
            "--output",
            "/dev/null",
            "--output",
            "/dev/null",
            "--output",
            "/dev/null",
            "\(root)/",
            "\(root)/missing",
            "\(root)/digits.txt"
        )
        #expect(counts == "1 0 0 ")
    }

    @Test func `curl reaches both families of loopback`() async throws {
        let site = try TestSite()
        for address in site.server.addresses {
            let family = address.host.contains(":") ? "--ipv6" : "--ipv4"
            #expect(try await Self.curl(family, "http://localhost:\(site.port)/") == TestSite.page)
        }
    }

    @Test func `curl sends a page nowhere`() async throws {
        let site = try TestSite()
        let root = "http://localhost:\(site.port)"
        #expect(try await Self.curl("--data", "a=b", "--write-out", "%{http_code}", "\(root)/").hasSuffix("405"))
        let plain = try await Self.curl("--path-as-is", "--write-out", "%{http_code}", "\(root)/../../etc/passwd")
        #expect(plain.hasSuffix("400"))
    }
}
