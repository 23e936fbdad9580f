import Diagnostics

/// Whether a name can be shown and written down: not blank, of a bearable length, and without characters that a terminal or
/// a browser obeys instead of showing them.
func isUsableName(_ name: String) -> Bool {
    guard name.utf8.count <= longestName, !name.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return false }
    return TerminalText.isSafe(name)
}

/// In bytes; the longest of real scopes, addresses at Google, have about a hundred.
private let longestName = 512
