/// Which destinations may come from an author's text into a page.
package enum LinkSafety {
    /// Relative destinations, `http:`, `https:` and `mailto:`.
    ///
    /// Browsers drop tabs and line ends inside a scheme and control characters before it, so that these never count
    /// as harmless: a destination with one before its first `/`, `?` or `#` is refused.
    package static func allows(_ destination: some Collection<UInt8>) -> Bool {
        var scheme: [UInt8] = []
        for byte in destination {
            switch byte {
            case UInt8(ascii: ":"): return isAllowed(scheme: scheme)
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case 0..<0x20, 0x7F: return false
            // No scheme holds these; a colon after them starts none either. Browsers strip spaces before a scheme.
            case .space where scheme.isEmpty: return false
            default: scheme.append(byte)
            }
        }
        return true
    }

    /// Whether the destination leads to another host.
    package static func isExternal(_ destination: some Collection<UInt8>) -> Bool {
        destination.starts(with: "//".utf8)
            || destination.lazy.map { $0.isLetter ? $0.lowercased : $0 }.starts(with: "http://".utf8)
            || destination.lazy.map { $0.isLetter ? $0.lowercased : $0 }.starts(with: "https://".utf8)
    }

    private static func isAllowed(scheme: [UInt8]) -> Bool {
        let name = scheme.map { $0.isLetter ? $0.lowercased : $0 }
        return name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8) || name.elementsEqual("mailto".utf8)
    }
}
