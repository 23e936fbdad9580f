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
    static func listen(_ descriptor: Int32) -> Int32 {
        #if canImport(Darwin)
        Darwin.listen(descriptor, SOMAXCONN) == 0 ? 0 : errno
        #elseif canImport(Musl)
        Musl.listen(descriptor, SOMAXCONN) == 0 ? 0 : errno
        #else
        Glibc.listen(descriptor, SOMAXCONN) == 0 ? 0 : errno
        #endif
    }

    /// The next client that waits; negative when there is none.
    static func accept(from listener: Int32) -> Int32 {
        #if canImport(Darwin)
        let descriptor = Darwin.accept(listener, nil, nil)
        #elseif canImport(Musl)
        let descriptor = Musl.accept(listener, nil, nil)
        #else
        let descriptor = Glibc.accept(listener, nil, nil)
        #endif
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

    static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Transfer {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        return transfer { unsafe bytes.withUnsafeBytes { unsafe sendBytes(descriptor, $0, flags) } }
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

    @unsafe
    private static func sendBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
        #elseif canImport(Musl)
        unsafe Musl.send(descriptor, bytes.baseAddress, bytes.count, flags)
        #else
        unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
        #endif
    }
}
