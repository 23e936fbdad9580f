/// What a finding is recognised by after the lines around it have moved: its rule, its file, and the text that it marks.
package struct Fingerprint: Sendable, Hashable, Comparable {
    /// Sixteen hexadecimal digits.
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// - Parameters:
    ///   - path: the file by a name that is the same on every machine.
    ///   - source: the bytes of the file, if it can be read.
    package init(of diagnostic: Diagnostic, path: String, source: [UInt8]?) {
        var hash = FowlerNollVo()
        hash.add(diagnostic.id.utf8)
        hash.add(path.utf8)
        if let subject = Self.subject(of: diagnostic, in: source) {
            hash.add(subject)
        } else {
            hash.add(diagnostic.message.utf8)
        }
        self.init(text: hash.digits)
    }

    /// The marked text; a lone bracket or the start of a file is shared by too many findings to tell one from another.
    private static func subject(of diagnostic: Diagnostic, in source: [UInt8]?) -> ArraySlice<UInt8>? {
        guard let range = diagnostic.range?.bytes, let source, range.count > 1, range.end <= source.count,
            diagnostic.range.map({ isTextWithheld(of: $0.path) }) == false
        else { return nil }
        // A short hash of a secret is enough to guess at it. The name of one stands before it, not far away.
        let start = max(0, range.start - 4_096)
        return concealingSecrets(in: Array(source[start..<range.end]))[(range.start - start)...]
    }

    package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.text < right.text }
}

/// FNV-1a of 64 bits: the same on every machine and in every run, which the standard library's hashes are not.
private struct FowlerNollVo {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a field; what follows cannot be taken for a part of it.
    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
        add(0)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    var digits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
