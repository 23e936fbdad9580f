/// Whether a name can be shown and written down: not blank, of a bearable length, and without characters that a terminal or
/// a browser obeys instead of showing them.
func isUsableName(_ name: String) -> Bool {
    guard name.utf8.count <= longestName, !name.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return false }
    return !name.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// In bytes; the longest of real scopes, addresses at Google, have about a hundred.
private let longestName = 512
