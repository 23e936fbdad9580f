import Markdown

/// Where a link in a page leads, as far as its text tells.
package enum LinkDestination: Sendable, Hashable {
    /// `https:`, `http:` or `mailto:`, left as written.
    case external(String)
    /// A page or file of the content folder: its path from the folder's root, and the anchor without `#`.
    case content(path: String, anchor: String?)
    /// One of Candor's own: `feature: scope: screenshot: video:`.
    case reference
    /// A relative path that climbs out of the content folder, or an absolute one.
    case outside
    /// Any other scheme; nothing of it may reach a page.
    case refused(scheme: String)

    /// - Parameter page: the path of the page that holds the link, from the root of the content folder.
    package init(_ destination: String, in page: String) {
        if let scheme = Self.scheme(of: destination) {
            self =
                switch scheme {
                case "https", "http", "mailto": .external(destination)
                case "feature", "scope", "screenshot", "video": .reference
                default: .refused(scheme: scheme)
                }
            return
        }
        let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
        let anchor = hash.map { percentDecoded(String(destination[destination.utf8.index(after: $0)...])) }
        let beforeAnchor = destination[..<(hash ?? destination.endIndex)]
        let beforeQuery = beforeAnchor[
            ..<(beforeAnchor.utf8.firstIndex(of: UInt8(ascii: "?")) ?? beforeAnchor.endIndex)
        ]
        let written = percentDecoded(String(beforeQuery))
        if written.isEmpty {
            self = .content(path: page, anchor: anchor)
        } else if let path = Self.resolve(written, from: page) {
            self = .content(path: path, anchor: anchor)
        } else {
            self = .outside
        }
    }

    var isExternal: Bool {
        if case .external = self { return true }
        return false
    }

    /// The scheme before the first colon, in lower case.
    ///
    /// Browsers drop control characters and spaces in front of and
    /// within a scheme, so they are dropped here as well: `java\tscript:` is no relative path.
    private static func scheme(of destination: String) -> String? {
        var scheme: [UInt8] = []
        for byte in destination.utf8 where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self).lowercased()
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private static func resolve(_ written: String, from page: String) -> String? {
        let slash = UInt8(ascii: "/")
        guard written.utf8.first != slash, !written.utf8.contains(UInt8(ascii: "\\")) else { return nil }
        var path = Array(page.utf8.prefix(upTo: page.utf8.lastIndex(of: slash) ?? page.startIndex))
        for component in written.utf8.split(separator: slash) {
            if component.elementsEqual(".".utf8) { continue }
            if component.elementsEqual("..".utf8) {
                if path.isEmpty { return nil }
                path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
            } else {
                if !path.isEmpty { path.append(slash) }
                path.append(contentsOf: component)
            }
        }
        return String(decoding: path, as: UTF8.self)
    }
}

/// `%20` and its like decoded; a broken sequence stays as it is, and so does one that makes no UTF-8.
package func percentDecoded(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "%")) ? PercentEncoding.decoded(Array(text.utf8)[...]) : text
}
