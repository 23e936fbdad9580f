import Markup

/// Writes small pieces of XML; names are ours, every value is escaped and has no character that XML 1.0 forbids.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: String) {
        bytes += text.utf8
    }

    mutating func text(_ text: String) {
        guard text.unicodeScalars.contains(where: Self.isForbidden) else { return bytes.appendEscaped(text) }
        var allowed = String.UnicodeScalarView()
        allowed.append(contentsOf: text.unicodeScalars.map { Self.isForbidden($0) ? "\u{FFFD}" : $0 })
        bytes.appendEscaped(String(allowed))
    }

    /// - Parameter language: where it is not the one around it.
    mutating func element(_ name: String, _ text: String, in language: String? = nil) {
        raw("<\(name)")
        if let language {
            raw(" xml:lang=\"")
            self.text(language)
            raw("\"")
        }
        raw(">")
        self.text(text)
        raw("</\(name)>\n")
    }

    mutating func link(_ relation: String, _ url: String) {
        raw("<link rel=\"\(relation)\" href=\"")
        text(url)
        raw("\"/>\n")
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
