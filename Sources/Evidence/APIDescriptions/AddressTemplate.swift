/// Where a call goes: a server and the path there, with parameters in braces.
package struct AddressTemplate: Sendable, Hashable {
    /// Nothing where the document does not name a server.
    package let host: String?
    /// Begins with a slash: `/v1/users/{id}`.
    package let path: String

    package init(host: String?, path: String) {
        self.host = host?.lowercased()
        self.path = path
    }

    /// - Parameters:
    ///   - server: an address such as `https://api-{dc}.example.com/v1`, or a path alone.
    ///   - path: what stands behind it.
    package init(server: String, path: String) {
        let (host, base) = Self.parts(of: server)
        self.init(host: host, path: base + (path.hasPrefix("/") ? path : "/" + path))
    }

    /// Whether a name or a password stands before the host: `https://user:password@api.example.com`.
    static func hasUserInformation(_ server: String) -> Bool {
        guard let authority = authority(of: server.utf8[...]) else { return false }
        return authority.contains(UInt8(ascii: "@"))
    }

    private static func authority(of server: Substring.UTF8View) -> Substring.UTF8View? {
        slashes(in: server).map { slashes in
            server[slashes...].dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        }
    }

    /// The host and, without a slash at its end, the path of an address.
    private static func parts(of server: String) -> (host: String?, base: String) {
        var rest = server.utf8[...]
        var host: Substring.UTF8View?
        if let authority = authority(of: rest) {
            rest = rest[authority.endIndex...]
            host = authority
            if let at = authority.lastIndex(of: UInt8(ascii: "@")) { host = authority[at...].dropFirst() }
        }
        var base = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        while base.last == UInt8(ascii: "/") { base = base.dropLast() }
        let path = String(Substring(base))
        return (
            host.flatMap { $0.isEmpty ? nil : String(Substring($0)) },
            path.isEmpty || path.hasPrefix("/") ? path : "/" + path
        )
    }

    /// Where the two slashes stand that come before a host: at the start, or behind a colon before any other slash.
    private static func slashes(in server: Substring.UTF8View) -> Substring.UTF8View.Index? {
        guard let first = server.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let next = server.index(after: first)
        guard next < server.endIndex, server[next] == UInt8(ascii: "/") else { return nil }
        let isBehindColon = server[..<first].last == UInt8(ascii: ":")
        return first == server.startIndex || isBehindColon ? first : nil
    }
}
