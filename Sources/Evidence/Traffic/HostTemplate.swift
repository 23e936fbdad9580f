/// A host with parameters in braces: `api-{dc}.example.com`.
struct HostTemplate: Sendable, Hashable {
    private let pattern: SegmentPattern
    /// Without the port, where that is a parameter alone: recorded addresses leave out the usual one.
    private let withoutPort: SegmentPattern?
    /// Whether parameters cover the registered domain, as in `{subdomain}.{domain}.com`, so that it takes strangers' hosts.
    let isBroad: Bool

    init(_ host: String) {
        let (name, port) = Self.parts(of: host)
        pattern = SegmentPattern(PathSegment(port == "443" || port == "80" ? name : host[...]))
        withoutPort = Self.isParameter(port) ? SegmentPattern(PathSegment(name)) : nil
        let domain = Self.registered(name)
        isBroad = pattern.literal == nil && (domain.count < 2 || domain.contains { $0.contains("{") })
    }

    var isLiteral: Bool { pattern.literal != nil }

    func takes(_ host: [UInt8]) -> Bool { pattern.takes(host) || withoutPort?.takes(host) == true }

    private static func isParameter(_ text: Substring) -> Bool {
        text.first == "{" && text.firstIndex(of: "}") == text.indices.last
    }

    /// What stands before the two letters of a country where anybody can register a name below both, as `co` in `co.uk`.
    private static let secondLevels: Set<Substring> = [
        "ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "ind", "ltd", "mil", "ne", "net", "nom", "or", "org",
        "plc",
        "sch",
    ]

    /// The part of a name that has one owner.
    private static func registered(_ name: Substring) -> ArraySlice<Substring> {
        let labels = name.split(separator: ".")
        let top = labels.suffix(2)
        guard let last = top.last, let second = top.first, last.utf8.count == 2, secondLevels.contains(second) else {
            return top
        }
        return labels.suffix(3)
    }

    private static func parts(of host: String) -> (Substring, port: Substring) {
        guard let colon = host.lastIndex(of: ":") else { return (host[...], "") }
        return (host[..<colon], host[host.index(after: colon)...])
    }
}
