#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An address of the network, of four or sixteen bytes.
struct NetworkAddress: Sendable, Hashable {
    let bytes: [UInt8]

    /// Whether it leads out into the public network, and to no machine nearby.
    var isPublic: Bool {
        if bytes.count == 4 { return Self.isPublic(bytes[0], bytes[1], bytes[2]) }
        guard bytes.count == 16 else { return false }
        // IPv4 within IPv6: mapped, compatible (`::1` among them), translated (64:ff9b::/96) and 6to4.
        let isZeroAtStart = bytes[..<10].allSatisfy { $0 == 0 }
        let isTranslated = bytes.starts(with: [0, 0x64, 0xFF, 0x9B])
        if isZeroAtStart || isTranslated { return Self.isPublic(bytes[12], bytes[13], bytes[14]) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPublic(bytes[2], bytes[3], bytes[4]) }
        // 2000::/3 is all that is given out; 2001:db8::/32 is for documents.
        return bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
    }

    /// By the register of special addresses (RFC 6890).
    private static func isPublic(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }

    /// As programs write it.
    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        let length = socklen_t(buffer.count)
        guard unsafe inet_ntop(family, bytes, &buffer, length) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// What the name service says of a host.
enum HostLookup: Sendable {
    case found([NetworkAddress])
    case unknownHost
    /// The service gave no answer, so that nothing is known.
    case failed

    init(_ host: String) {
        var hints = unsafe addrinfo()
        unsafe hints.ai_family = AF_UNSPEC
        // One answer for each address, instead of one for each kind of socket.
        unsafe hints.ai_protocol = Int32(IPPROTO_TCP)
        var first: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, nil, &hints, &first)
        defer { if let first = unsafe first { unsafe freeaddrinfo(first) } }
        guard code == 0 else {
            self = code == EAI_NONAME ? .unknownHost : .failed
            return
        }
        var addresses: [NetworkAddress] = []
        var next = unsafe first
        while let entry = unsafe next {
            if let address = unsafe Self.address(of: entry.pointee) { addresses.append(address) }
            unsafe next = entry.pointee.ai_next
        }
        self = addresses.isEmpty ? .unknownHost : .found(addresses)
    }

    private static func address(of entry: addrinfo) -> NetworkAddress? {
        guard let socket = unsafe entry.ai_addr else { return nil }
        switch unsafe entry.ai_family {
        case AF_INET:
            return unsafe socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                unsafe withUnsafeBytes(of: pointer.pointee.sin_addr) { unsafe NetworkAddress(bytes: Array($0)) }
            }
        case AF_INET6:
            return unsafe socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                unsafe withUnsafeBytes(of: pointer.pointee.sin6_addr) { unsafe NetworkAddress(bytes: Array($0)) }
            }
        default: return nil
        }
    }
}
