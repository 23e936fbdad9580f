/// A pattern of the pages that an extension may read: `https://*.example.com/*`, or `<all_urls>`.
///
/// https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
package struct HostPattern: Sendable, Hashable {
    /// `*` for both `http` and `https`.
    private let scheme: String
    private let host: String

    /// Those that Chrome knows; whatever stands before another `://` is no pattern of pages.
    private static let schemes: Set<String> = [
        "*", "http", "https", "file", "ftp", "urn", "ws", "wss", "data", "chrome", "chrome-extension", "filesystem",
        "isolated-app", "uuid-in-package",
    ]
    /// In bytes, with a port: the names of hosts have 253 at most.
    private static let longestHost = 260

    /// nil for the name of a permission.
    package init?(_ text: String) {
        if text == "<all_urls>" {
            scheme = "<all>"
            host = "*"
            return
        }
        guard let colon = text.range(of: "://") else { return nil }
        scheme = String(text[..<colon.lowerBound])
        host = String(text[colon.upperBound...].prefix { $0 != "/" })
        guard Self.schemes.contains(scheme), host.utf8.count <= Self.longestHost else { return nil }
    }

    /// One pattern for each scheme that `*` stands for; nil for a pattern of one scheme.
    package var eachScheme: [HostPattern]? {
        scheme == "*" ? ["http", "https"].map { HostPattern(scheme: $0, host: host) } : nil
    }

    private init(scheme: String, host: String) {
        self.scheme = scheme
        self.host = host
    }

    /// The pattern of both schemes that this one of a single scheme is a part of.
    package var ofBothSchemes: HostPattern? {
        ["http", "https"].contains(scheme) ? HostPattern(scheme: "*", host: host) : nil
    }

    /// Whether permission for this one is permission for the other; the paths of hosts are of no account.
    package func covers(_ other: HostPattern) -> Bool {
        coversScheme(of: other) && coversHost(of: other)
    }

    /// What the names of all hosts that it covers end in, at a dot; "" for those of any.
    fileprivate var domain: String { host == "*" ? "" : host.hasPrefix("*.") ? String(host.dropFirst(2)) : host }

    private func coversScheme(of other: HostPattern) -> Bool {
        switch scheme {
        case "<all>": true
        case "*": ["*", "http", "https"].contains(other.scheme)
        default: scheme == other.scheme
        }
    }

    private func coversHost(of other: HostPattern) -> Bool {
        if host == "*" || host == other.host { return true }
        guard host.hasPrefix("*.") else { return false }
        return other.host == host.dropFirst(2) || other.host.hasSuffix(host.dropFirst(1))
    }
}

/// Many patterns, asked whether any of them covers another.
package struct HostCover {
    private var hosts: Set<HostPattern> = []
    private var byDomain: [String: [HostPattern]] = [:]

    package init(_ patterns: some Sequence<HostPattern>) {
        for pattern in patterns where hosts.insert(pattern).inserted {
            byDomain[pattern.domain, default: []].append(pattern)
        }
    }

    /// Whether permission for all of them is permission for another, be it that one covers `http` and one `https`.
    package func covers(_ pattern: HostPattern) -> Bool {
        hosts.contains(pattern) || coversFromOutside(pattern) || pattern.eachScheme?.allSatisfy(covers) == true
    }

    /// Whether one of them covers it that is no pattern of the same scheme and host.
    func coversFromOutside(_ pattern: HostPattern) -> Bool {
        var domain = Substring(pattern.domain)
        while true {
            let candidates = byDomain[String(domain)] ?? []
            if candidates.contains(where: { $0 != pattern && $0.covers(pattern) }) { return true }
            guard !domain.isEmpty else { return false }
            domain = domain.firstIndex(of: ".").map { domain[domain.index(after: $0)...] } ?? ""
        }
    }
}

extension String {
    /// Where a text stands in this one for the first time.
    fileprivate func range(of text: String) -> Range<Index>? {
        let bytes = Array(text.utf8)
        let all = utf8
        var place = all.startIndex
        while place < all.endIndex {
            let rest = all[place...]
            if rest.starts(with: bytes) { return place..<all.index(place, offsetBy: bytes.count) }
            place = all.index(after: place)
        }
        return nil
    }
}
