#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The host that a request names, in `Host` or in `Origin`: `localhost:4000`, `[::1]`.
struct HostName: Sendable, Hashable {
    /// In lower case, without brackets and without a dot at the end.
    let name: String
    let port: Int?

    /// nil when it is none.
    init?(_ text: String) {
        let isBracketed = text.hasPrefix("[")
        let end = isBracketed ? text.firstIndex(of: "]") : text.firstIndex(of: ":") ?? text.endIndex
        guard let end else { return nil }
        let host = isBracketed ? text[..<end].dropFirst() : text[..<end]
        let rest = isBracketed ? text[end...].dropFirst() : text[end...]
        guard let port = Self.port(rest) else { return nil }
        self.port = port.number
        name = (host.hasSuffix(".") ? host.dropLast() : host).lowercased()
        guard isBracketed ? Self.isAddress(name, AF_INET6) : Self.isName(name) else { return nil }
    }

    private static func port(_ text: Substring) -> (number: Int?, Void)? {
        guard let colon = text.first else { return (nil, ()) }
        let digits = text.dropFirst().utf8
        guard colon == ":", digits.count <= 5, digits.allSatisfy(\.isDigit) else { return nil }
        return (Int(text.dropFirst()), ())
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0.isDigit || $0.isLetter || "-._".utf8.contains($0) }
    }

    private static func isAddress(_ name: String, _ family: Int32) -> Bool {
        var address = in6_addr()
        return unsafe inet_pton(family, name, &address) == 1
    }

    /// Whether it is a number: no name service was asked, so none can have been made to lie.
    var isAddress: Bool { Self.isAddress(name, AF_INET) || Self.isAddress(name, AF_INET6) }

    var isLocalhost: Bool { name == "localhost" || name.hasSuffix(".localhost") }

    /// - Parameter allowed: a name, or `.example.org` for all names below it.
    func matches(_ allowed: String) -> Bool {
        let allowed = allowed.lowercased()
        return name == allowed || allowed.hasPrefix(".") && (name.hasSuffix(allowed) || name == allowed.dropFirst())
    }
}
