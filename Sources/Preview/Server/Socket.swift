#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The calls for sockets, where systems differ; a socket here never blocks and is not handed to child processes.
enum Socket {
    #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    private static let stream = SOCK_STREAM
    #endif

    /// Negative where it cannot be made.
    static func make(_ family: Int32) -> Int32 {
        let descriptor = socket(family, stream, 0)
        if descriptor >= 0 { prepare(descriptor) }
        return descriptor
    }

    /// The system's `errno`, 0 when it went well.
    static func startListening(_ descriptor: Int32) -> Int32 {
        listen(descriptor, SOMAXCONN) == 0 ? 0 : errno
    }

    /// The next client that waits; negative when there is none.
    static func nextClient(of listener: Int32) -> Int32 {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return descriptor }
        prepare(descriptor)
        setOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY)
        return descriptor
    }

    static func prepare(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        #if canImport(Darwin)
        setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE)
        #endif
    }

    static func setOption(_ descriptor: Int32, _ level: Int32, _ name: Int32) {
        var on: Int32 = 1
        unsafe setsockopt(descriptor, level, name, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    enum Transfer: Sendable, Hashable {
        case bytes(Int)
        /// Nothing can be transferred at the moment.
        case notNow
        /// The other side has ended, or the connection is broken.
        case ended
    }

    static func receive(from descriptor: Int32, into buffer: inout [UInt8]) -> Transfer {
        transfer { unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) } }
    }

    static func transmit(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Transfer {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        return transfer { unsafe bytes.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, flags) } }
    }

    private static func transfer(_ call: () -> Int) -> Transfer {
        while true {
            let count = call()
            if count > 0 { return .bytes(count) }
            if count == 0 { return .ended }
            if errno == EINTR { continue }
            return errno == EAGAIN || errno == EWOULDBLOCK ? .notNow : .ended
        }
    }
}
