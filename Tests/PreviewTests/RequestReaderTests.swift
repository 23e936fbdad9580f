import TestSupport
import Testing

@testable import Preview

/// The heads in the bytes, or the status of the first refusal.
private func read(
    _ bytes: [UInt8],
    inPiecesOf length: Int = .max,
    limits: ServerLimits = ServerLimits()
) -> (heads: [RequestHead], refusal: Status?) {
    var reader = RequestReader(limits: limits)
    var heads: [RequestHead] = []
    var start = 0
    do throws(Refusal) {
        while start < bytes.count {
            let end = length < bytes.count - start ? start + length : bytes.count
            reader.append(bytes[start..<end])
            start = end
            while let head = try reader.next() { heads.append(head) }
        }
        return (heads, nil)
    } catch {
        return (heads, error.status)
    }
}

private func status(of text: String) -> Status? { read(Array(text.utf8)).refusal }

@Test(arguments: [1, 2, 3, 7, 1_000])
func `requests are read in pieces of any size`(length: Int) throws {
    let text = "GET /a?b HTTP/1.1\r\nHost: localhost\r\nAccept:  */*\t\r\n\r\n\r\nHEAD / HTTP/1.0\r\nX-Empty:\r\n\r\n"
    let (heads, refusal) = read(Array(text.utf8), inPiecesOf: length)
    #expect(refusal == nil)
    try #require(heads.count == 2)
    #expect(heads[0].method == "GET")
    #expect(heads[0].target == Array("/a?b".utf8))
    #expect(heads[0].keepsAlive)
    #expect(heads[0].value("host") == "localhost")
    #expect(heads[0].value("accept") == "*/*")
    #expect(heads[1].method == "HEAD")
    #expect(!heads[1].keepsAlive)
    #expect(heads[1].value("x-empty") == "")
}

/// Shown with escapes, since a log is no place for control characters.
private struct WrongRequest: CustomTestStringConvertible, Sendable {
    let text: String
    let status: Status

    init(_ text: String, _ status: Status = .badRequest) {
        self.text = text
        self.status = status
    }

    var testDescription: String { text.debugDescription }
}

private let wrongRequests = [
    WrongRequest("GET /\r\n\r\n"),
    WrongRequest("GET  / HTTP/1.1\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1 \r\n\r\n"),
    WrongRequest("GET / a HTTP/1.1\r\n\r\n"),
    WrongRequest(" GET / HTTP/1.1\r\n\r\n"),
    WrongRequest("G(T / HTTP/1.1\r\n\r\n"),
    WrongRequest("GET /\u{0} HTTP/1.1\r\n\r\n"),
    WrongRequest("GET /é HTTP/1.1\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\n\n"),
    WrongRequest("GET / HTTP/1.1\r\nA: b\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\nA: b\rc\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\nA : b\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\n: b\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\nA\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\n A: b\r\n\r\n"),
    WrongRequest("GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n"),
    WrongRequest("\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
    WrongRequest("\nGET / HTTP/1.1\r\n\r\n"),
    WrongRequest("GET / http/1.1\r\n\r\n"),
    WrongRequest("GET / HTTP/1\r\n\r\n"),
    WrongRequest("GET / HTTP/1.10\r\n\r\n"),
    WrongRequest("GET / HTTP/0.9\r\n\r\n", .versionNotSupported),
    WrongRequest("PRI * HTTP/2.0\r\n\r\n", .versionNotSupported),
    WrongRequest("\u{16}\u{3}\u{1}\u{2}\n"),
]

@Test(arguments: wrongRequests)
private func `what is no request is refused`(request: WrongRequest) {
    #expect(status(of: request.text) == request.status)
}

@Test func `lines and headers have limits, and an endless line is not kept`() {
    let long = String(repeating: "a", count: 9_000)
    #expect(status(of: "GET /\(long)") == .targetTooLong)
    #expect(status(of: "GET /\(long) HTTP/1.1\r\n\r\n") == .targetTooLong)
    #expect(status(of: "GET / HTTP/1.1\r\nA: \(long)") == .headerFieldsTooLarge)
    let many = String(repeating: "A: b\r\n", count: 64)
    #expect(status(of: "GET / HTTP/1.1\r\n\(many)\r\n") == nil)
    #expect(status(of: "GET / HTTP/1.1\r\n\(many)A: b\r\n\r\n") == .headerFieldsTooLarge)
    let large = String(repeating: "A: \(long.prefix(8_000))\r\n", count: 5)
    #expect(status(of: "GET / HTTP/1.1\r\n\(large)\r\n") == .headerFieldsTooLarge)
}

@Test func `no request makes the server trap, whatever is in it`() {
    var generator = SeededGenerator(seed: 4)
    let policy = RequestPolicy(ServerConfiguration(port: .any, basePath: "/docs/"))
    var answered = 0
    for _ in 0..<20_000 {
        let bytes = RandomRequest.bytes(using: &generator)
        let (heads, _) = read(bytes, inPiecesOf: Int.random(in: 1...64, using: &generator))
        for head in heads {
            guard case .page(let page)? = try? policy.destination(of: head) else { continue }
            let content = Content.bytes(Array(page.path.utf8), type: MediaType.of(page.path))
            _ = Response(.content(content), to: head).headBytes()
            _ = Response(page.redirectedToFolder, to: head).headBytes()
            answered += 1
        }
    }
    #expect(answered > 500)
}
