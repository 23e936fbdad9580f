#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The machine's connections to networks.
enum NetworkInterface {
    /// Under which other machines may reach this one, as numbers.
    static func addresses(areSixteenBytes: Bool) -> [String] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard unsafe getifaddrs(&first) == 0 else { return [] }
        defer { unsafe freeifaddrs(first) }
        var found: [String] = []
        var next = unsafe first
        while let entry = unsafe next {
            if let host = unsafe host(of: entry.pointee, areSixteenBytes: areSixteenBytes) { found.append(host) }
            unsafe next = entry.pointee.ifa_next
        }
        return found
    }

    /// Leaves out loopback, and what is good on one cable alone (`fe80::…%eth0`).
    private static func host(of entry: ifaddrs, areSixteenBytes: Bool) -> String? {
        guard let address = unsafe entry.ifa_addr else { return nil }
        let family = areSixteenBytes ? AF_INET6 : AF_INET
        guard unsafe Int32(address.pointee.sa_family) == family else { return nil }
        let length = areSixteenBytes ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        let host = unsafe SocketAddress(address, length: length).host
        return host == "::1" || host.hasPrefix("127.") || host.hasPrefix("fe80:") ? nil : host
    }
}
