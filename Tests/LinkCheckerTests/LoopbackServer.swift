import Foundation
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A web server on this machine that answers each path as a test wants it.
final class LoopbackServer: Sendable {
    struct Request: Sendable, Hashable {
        let method: String
        let path: String
        let userAgent: String
    }

    /// How a path is answered; the number counts the requests for it, from 1.
    typealias Answer = @Sendable (_ request: Request, _ number: Int) -> String?

    let port: Int
    private let descriptor: Int32
    private let seen = Mutex<[Request]>([])

    var requests: [Request] { seen.withLock { $0 } }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    struct NotStarted: Error {}

    /// - Parameter answer: a status line and headers, or nil for no answer at all.
    init(_ answer: @escaping Answer) throws {
        #if canImport(Darwin)
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isListening = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        port = Int(UInt16(bigEndian: place.sin_port))
        guard isListening else { throw NotStarted() }
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = Self.uninterrupted { Int(accept(descriptor, nil, nil)) }
                guard connection >= 0 else { return }
                guard let server = self else {
                    close(Int32(connection))
                    return
                }
                Thread.detachNewThread { server.serve(Int32(connection), answer) }
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private func serve(_ connection: Int32, _ answer: Answer) {
        defer { close(connection) }
        guard let request = Self.read(connection) else { return }
        let number = seen.withLock { seen in
            seen.append(request)
            return seen.count { $0.path == request.path }
        }
        guard let head = answer(request, number) else {
            // Until the other side has lost its patience.
            var byte: UInt8 = 0
            _ = Self.uninterrupted { recv(connection, &byte, 1, 0) }
            return
        }
        let text = Array("HTTP/1.1 \(head)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
        _ = send(connection, text, text.count, Int32(MSG_NOSIGNAL))
    }

    /// The programs that other tests start end all the time, and each end interrupts whatever call is waiting.
    private static func uninterrupted(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var text = ""
        var piece = [UInt8](repeating: 0, count: 4096)
        while !text.contains("\r\n\r\n") {
            let count = uninterrupted { recv(connection, &piece, piece.count, 0) }
            guard count > 0 else { return nil }
            text += String(decoding: piece.prefix(count), as: UTF8.self)
        }
        let lines = text.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        let agent = lines.first { $0.lowercased().hasPrefix("user-agent:") }?.dropFirst(11)
        return Request(
            method: words[0],
            path: words[1],
            userAgent: (agent ?? "").trimmingCharacters(in: .whitespaces)
        )
    }
}
