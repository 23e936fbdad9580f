/// A pattern of the pages that an extension may read: `https://*.example.com/*`, or `<all_urls>`.
///
/// https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
struct HostPattern {
    /// `*` for both `http` and `https`.
    private let scheme: Substring
    private let host: Substring

    /// nil for the name of a permission.
    init?(_ text: String) {
        if text == "<all_urls>" {
            scheme = "<all>"
            host = "*"
            return
        }
        guard let colon = text.range(of: "://") else { return nil }
        scheme = text[..<colon.lowerBound]
        host = text[colon.upperBound...].prefix { $0 != "/" }
    }

    /// Whether permission for this one is permission for the other; the paths of hosts are of no account.
    func covers(_ other: HostPattern) -> Bool {
        coversScheme(of: other) && coversHost(of: other)
    }

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
