#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An address and a port, as the system writes them.
struct SocketAddress: Sendable {
    let family: Int32
    private let bytes: [UInt8]

    /// All that a host's name stands for; empty when it is not known.
    static func all(of host: String, port: UInt16) -> [SocketAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_family = AF_UNSPEC
        unsafe hints.ai_protocol = Int32(IPPROTO_TCP)
        unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var first: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, "\(port)", &hints, &first)
        defer { if let first = unsafe first { unsafe freeaddrinfo(first) } }
        guard code == 0 else { return [] }
        var found: [SocketAddress] = []
        var next = unsafe first
        while let entry = unsafe next {
            if let address = unsafe SocketAddress(entry.pointee) { found.append(address) }
            unsafe next = entry.pointee.ai_next
        }
        return found
    }

    private init?(_ entry: addrinfo) {
        guard let address = unsafe entry.ai_addr else { return nil }
        unsafe self.init(address, length: Int(entry.ai_addrlen))
    }

    @unsafe
    init(_ address: UnsafePointer<sockaddr>, length: Int) {
        family = unsafe Int32(address.pointee.sa_family)
        bytes = unsafe Array(UnsafeRawBufferPointer(start: address, count: length))
    }

    /// The address that a socket is bound to.
    init?(boundBy descriptor: Int32) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &length)
            }
        }
        guard result == 0 else { return nil }
        family = Int32(storage.ss_family)
        bytes = unsafe withUnsafeBytes(of: storage) { unsafe Array($0.prefix(Int(length))) }
    }

    /// The system's `errno`, 0 when it went well.
    func assign(to descriptor: Int32) -> Int32 {
        unsafe withSystemAddress { address, length in unsafe bind(descriptor, address, length) == 0 ? 0 : errno }
    }

    var host: String { numeric.host }
    var port: UInt16 { UInt16(numeric.port) ?? 0 }

    private var numeric: (host: String, port: String) {
        var host = [CChar](repeating: 0, count: 128)
        var port = [CChar](repeating: 0, count: 16)
        let (hostLength, portLength) = (socklen_t(host.count), socklen_t(port.count))
        _ = unsafe withSystemAddress { address, length in
            unsafe getnameinfo(
                address,
                length,
                &host,
                hostLength,
                &port,
                portLength,
                NI_NUMERICHOST | NI_NUMERICSERV
            )
        }
        return (Self.text(host), Self.text(port))
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    @unsafe
    private func withSystemAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return EINVAL }
            return unsafe body(start.assumingMemoryBound(to: sockaddr.self), socklen_t(buffer.count))
        }
    }
}
