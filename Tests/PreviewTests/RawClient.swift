import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Runs what waits for a socket on a thread of its own, since the threads of tasks are few and answer the requests.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
}

/// A client that sends bytes as they are, right or wrong.
final class RawClient: Sendable {
    struct Failure: Error {
        let what: String
    }

    private let descriptor: Int32

    init(port: UInt16, receiveBuffer: Int32? = nil) throws {
        #if canImport(Darwin)
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard descriptor >= 0 else { throw Failure(what: "socket") }
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
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
        guard result == 0 else { throw Failure(what: "connect: \(errno)") }
    }

    deinit { close(descriptor) }

    func send(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { sendBytes($0) }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func sendBytes(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
        #else
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
    }

    func send(_ text: String) { send(text.utf8) }

    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What has come; empty at the end of the connection.
    func receive() throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno != ECONNRESET { throw Failure(what: "nothing came") }
        return Array(buffer.prefix(max(0, count)))
    }

    func receiveAll() throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let piece = try receive()
            if piece.isEmpty { return all }
            all += piece
        }
    }

    func receive(until text: String) throws -> String {
        let wanted = Data(text.utf8)
        var all = Data()
        var searched = 0
        while all.range(of: wanted, in: searched..<all.count) == nil {
            searched = max(0, all.count - wanted.count)
            let piece = try receive()
            guard !piece.isEmpty else { throw Failure(what: "ended after '\(String(decoding: all, as: UTF8.self))'") }
            all += piece
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// One response with a `Content-Length`; bytes of the next one must not be there yet.
    func response(isHead: Bool = false) throws -> RawResponse {
        var all: [UInt8] = []
        while true {
            if let (response, _) = RawResponse.first(of: all[...], isHead: isHead) { return response }
            let piece = try receive()
            guard !piece.isEmpty else { throw Failure(what: "ended after '\(String(decoding: all, as: UTF8.self))'") }
            all += piece
        }
    }
}

struct RawResponse: Sendable {
    let status: Int
    let head: String
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(_ name: String) -> String? {
        let prefix = "\(name.lowercased()): "
        let lines = head.components(separatedBy: "\r\n").filter { $0.lowercased().hasPrefix(prefix) }
        return lines.count == 1 ? String(lines[0].dropFirst(prefix.count)) : nil
    }

    /// nil when it is not all here.
    static func first(of bytes: ArraySlice<UInt8>, isHead: Bool = false) -> (RawResponse, ArraySlice<UInt8>)? {
        guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes.prefix(end.lowerBound), as: UTF8.self)
        let rest = bytes.dropFirst(end.upperBound)
        let response = RawResponse(status: Int(head.dropFirst(9).prefix(3)) ?? 0, head: head, body: [])
        let length = isHead || response.status == 304 ? 0 : Int(response["Content-Length"] ?? "") ?? 0
        guard rest.count >= length else { return nil }
        let whole = RawResponse(status: response.status, head: head, body: Array(rest.prefix(length)))
        return (whole, rest.dropFirst(length))
    }

    static func all(of bytes: [UInt8], isHead: Bool = false) -> [RawResponse] {
        var rest = bytes[...]
        var found: [RawResponse] = []
        while let (response, after) = first(of: rest, isHead: isHead) {
            found.append(response)
            rest = after
        }
        return found
    }
}
