/// Text of unknown origin, made safe and measurable for a terminal.
package enum TerminalText {
    /// Replaces what a terminal would obey rather than show, and counts the cells that the rest takes.
    static func cells(_ text: String) -> (text: String, width: Int) {
        var shown = ""
        var width = 0
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                let gap = 4 - width % 4
                shown += String(repeating: " ", count: gap)
                width += gap
            } else if obeys(scalar) {
                shown.unicodeScalars.append("\u{FFFD}")
                width += 1
            } else {
                shown.unicodeScalars.append(scalar)
                width += cellCount(scalar)
            }
        }
        return (shown, width)
    }

    package static func safe(_ text: String) -> String {
        isSafe(text) ? text : cells(text).text
    }

    /// Whether a text has anything that is obeyed in place of being shown.
    package static func isSafe(_ text: String) -> Bool { !text.unicodeScalars.contains(where: obeys) }

    /// Control characters, and the marks that turn the direction of what follows (CVE-2021-42574).
    private static func obeys(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func cellCount(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
