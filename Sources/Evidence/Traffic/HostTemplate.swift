/// A host with parameters in braces: `api-{dc}.example.com`.
struct HostTemplate: Sendable, Hashable {
    private let pattern: SegmentPattern
    /// Whether parameters cover the registered domain, as in `{subdomain}.{domain}.com`, so that it takes strangers' hosts.
    let isBroad: Bool

    init(_ host: String) {
        let (name, port) = Self.parts(of: host)
        pattern = SegmentPattern(PathSegment(port == "443" || port == "80" ? name : host[...]))
        let domain = name.split(separator: ".").suffix(2)
        isBroad = pattern.literal == nil && (domain.count < 2 || domain.contains { $0.contains("{") })
    }

    var isLiteral: Bool { pattern.literal != nil }

    func takes(_ host: [UInt8]) -> Bool { pattern.takes(host) }

    private static func parts(of host: String) -> (Substring, port: Substring) {
        guard let colon = host.lastIndex(of: ":") else { return (host[...], "") }
        return (host[..<colon], host[host.index(after: colon)...])
    }
}
