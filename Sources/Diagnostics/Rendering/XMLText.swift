/// Text made fit for XML 1.0, which has no way at all to write most control characters: they are left out.
enum XMLText {
    static func content(_ text: String) -> String {
        escaped(text) { scalar in
            switch scalar {
            case "\r": "&#13;"
            default: nil
            }
        }
    }

    /// Line breaks and tabs of an attribute become spaces unless they are escaped.
    static func attribute(_ text: String) -> String {
        escaped(text) { scalar in
            switch scalar {
            case "\"": "&quot;"
            case "\t", "\n", "\r": "&#\(scalar.value);"
            default: nil
            }
        }
    }

    private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        var output = ""
        for scalar in text.unicodeScalars where isAllowed(scalar) {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            // In content `]]>` is not allowed.
            case ">": output += "&gt;"
            default:
                if let escape = escape(scalar) {
                    output += escape
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x20..<0x7F, 0xA0..<0xFFFE, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
