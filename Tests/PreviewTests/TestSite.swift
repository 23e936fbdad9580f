import Foundation
import Preview

/// A server with a few pages, on a free port.
struct TestSite: Sendable {
    static let page = "<p>Example page</p>"
    static let tag = EntityTag(of: Array(page.utf8))
    static let digits = Array("0123456789".utf8)

    let server: PreviewServer

    init(
        _ change: (inout ServerConfiguration) -> Void = { _ in },
        basePath: String = "/",
        files: [String: String] = [:],
        welcome: @escaping @Sendable (String?) -> [ServerEvent] = { _ in [] }
    ) throws {
        var configuration = ServerConfiguration(port: .any, basePath: basePath)
        change(&configuration)
        server = try PreviewServer(
            configuration,
            answer: { request in
                if let file = files[request.path] { return .content(.file(file)) }
                return await Self.answer(request)
            },
            welcome: welcome
        )
    }

    private static let large = [UInt8](repeating: 65, count: 8 << 20)

    private static func answer(_ request: PageRequest) async -> Answer {
        if request.area == .tool { return .content(.text("tool \(request.path) \(request.isFromOwnPage)")) }
        switch request.path {
        case "", "guides/": return .content(.bytes(Array(page.utf8), type: MediaType.html))
        case "guides": return request.redirectedToFolder
        case "digits.txt": return .content(.bytes(digits, type: MediaType.of("digits.txt")))
        case "empty.txt": return .content(.bytes([], type: MediaType.of("empty.txt")))
        case "waits": return .unavailable(.text("not yet"))
        case "slow":
            try? await Task.sleep(for: .milliseconds(100))
            return .content(.text("slow"))
        case "large":
            return .content(.bytes(large, type: MediaType.html, tag: tag))
        default: return .missing(.text("nothing at '\(request.path)'"))
        }
    }

    var port: UInt16 { server.port }

    /// Sends all at once, ends, and reads to the end: what a pipelining client does.
    func exchange(_ bytes: [UInt8], isHead: Bool = false) async throws -> [RawResponse] {
        try await onThread { [port] in
            let client = try RawClient(port: port)
            client.send(bytes)
            client.endSending()
            return RawResponse.all(of: try client.receiveAll(), isHead: isHead)
        }
    }

    /// The answer to one request with these headers, lines without their ends.
    func get(_ target: String, _ headers: String..., method: String = "GET") async throws -> RawResponse {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost:\(port)"] + headers
        let text = lines.map { $0 + "\r\n" }.joined() + "\r\n"
        let responses = try await exchange(Array(text.utf8), isHead: method == "HEAD")
        guard responses.count == 1 else { throw RawClient.Failure(what: "\(responses.count) responses") }
        return responses[0]
    }
}
