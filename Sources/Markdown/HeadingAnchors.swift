/// Gives headings their ids as GitHub does, so that links written for one work on the other.
struct HeadingAnchors {
    /// How often each id has been extended by a number.
    private var occurrences: [String: Int] = [:]

    /// - Parameter reserved: ids that other parts of the page have; a heading of that name gets a number.
    init(reserved: Set<String>) {
        for id in reserved { occurrences[id] = 0 }
    }

    mutating func anchor(for title: String) -> String {
        let slug = Self.slug(title)
        var anchor = slug
        while occurrences[anchor] != nil {
            let number = (occurrences[slug] ?? 0) + 1
            occurrences[slug] = number
            anchor = "\(slug)-\(number)"
        }
        occurrences[anchor] = 0
        return anchor
    }

    /// Letters, marks, decimal digits, connectors and hyphens in lower case, spaces as hyphens, and nothing else.
    ///
    /// A title with none of them is a `section`, because an empty id is no id.
    private static func slug(_ title: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(title.utf8.count)
        for scalar in title.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte == .space { slug.append(UInt8(ascii: "-")) }
                if isKept(byte) { slug.append(byte.foldedCase) }
            } else if isKept(scalar) {
                slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
        default: return scalar.properties.isAlphabetic
        }
    }
}
