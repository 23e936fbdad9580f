/// Gives headings their ids as GitHub does, so that links written for one work on the other.
struct HeadingAnchors {
    /// How often each id has been extended by a number.
    private var occurrences: [String: Int] = [:]

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
        var slug = ""
        for scalar in title.unicodeScalars {
            if scalar == " " {
                slug.append("-")
            } else if isKept(scalar) {
                slug.append(scalar.properties.lowercaseMapping)
            }
        }
        return slug.isEmpty ? "section" : slug
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isLetterOrDigit || scalar == "-" || scalar == "_"
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
        default: return scalar.properties.isAlphabetic
        }
    }
}
