import Foundation

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One connection to a preview on this machine: requests are sent and answers read, nothing more.
final class PreviewClient {
    private let descriptor: Int32
    private var received: [UInt8] = []

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(port: UInt16) throws {
        #if canImport(Darwin)
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(description: "the preview cannot be reached: \(errno)") }
    }

    deinit { close(descriptor) }

    func ask(for path: String) {
        let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        _ = request.withCString { send(descriptor, $0, strlen($0), 0) }
    }

    /// The status and the number of bytes of the next answer, which has a length.
    func answer() throws -> (status: Int, byteCount: Int) {
        let head = try read(through: "\r\n\r\n")
        let lines = head.split(separator: "\r\n")
        let status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
        while received.count < length ?? 0 { try fill() }
        received.removeFirst(length ?? 0)
        return (status, length ?? 0)
    }

    /// Waits for the next event; the connection has asked for the event stream.
    func event() throws {
        _ = try read(through: "data: ")
        _ = try read(through: "\n\n")
    }

    private func read(through mark: String) throws -> String {
        let mark = Array(mark.utf8)
        while true {
            if let start = received.firstRange(of: mark) {
                let text = String(decoding: received[..<start.lowerBound], as: UTF8.self)
                received.removeFirst(start.upperBound)
                return text
            }
            try fill()
        }
    }

    private func fill() throws {
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { throw Failure(description: "the preview has closed the connection, or is silent") }
        received += piece[..<count]
    }
}
