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

    /// The host and, without a slash at its end, the path of an address.
    private static func parts(of server: String) -> (host: String?, base: String) {
        var rest = server[...]
        var host: String?
        if let scheme = server.range(ofLiteral: "://") {
            rest = server[scheme.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
            host = String(rest[..<end])
            rest = rest[end...]
        } else if server.hasPrefix("//") {
            rest = server.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            host = String(rest[..<end])
            rest = rest[end...]
        }
        var base = rest.prefix { $0 != "?" && $0 != "#" }
        while base.hasSuffix("/") { base = base.dropLast() }
        let path = base.isEmpty || base.hasPrefix("/") ? String(base) : "/" + base
        return (host.flatMap { $0.isEmpty ? nil : $0 }, path)
    }
}

extension String {
    fileprivate func range(ofLiteral text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
