/// Which destinations may come from an author's text into a page.
package enum LinkSafety {
    /// Relative destinations, `http:`, `https:` and `mailto:`.
    ///
    /// Browsers drop tabs and line ends inside a scheme and control characters before it, so that these never count
    /// as harmless: a destination with one before its first `/`, `?` or `#` is refused, and so is a space before it.
    package static func allows(_ destination: ArraySlice<UInt8>) -> Bool {
        for index in destination.indices {
            switch destination[index] {
            case UInt8(ascii: ":"): return isAllowed(scheme: destination[..<index])
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case 0..<0x20, 0x7F: return false
            case .space where index == destination.startIndex: return false
            default: continue
            }
        }
        return true
    }

    package static func allows(_ destination: String) -> Bool {
        allows(Array(destination.utf8)[...])
    }

    /// Whether the destination leads to another host.
    package static func isExternal(_ destination: ArraySlice<UInt8>) -> Bool {
        destination.starts(with: "//".utf8) || begins(destination, with: "http://")
            || begins(destination, with: "https://")
    }

    private static func isAllowed(scheme: ArraySlice<UInt8>) -> Bool {
        switch scheme.count {
        case 4: begins(scheme, with: "http")
        case 5: begins(scheme, with: "https")
        case 6: begins(scheme, with: "mailto")
        default: false
        }
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, with text: String) -> Bool {
        var index = bytes.startIndex
        for byte in text.utf8 {
            guard index < bytes.endIndex, bytes[index].foldedCase == byte else { return false }
            index += 1
        }
        return true
    }
}
