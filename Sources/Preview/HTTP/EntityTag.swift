import FileSystem

/// A strong entity tag: two contents of one address that differ by a byte have different ones.
package struct EntityTag: Sendable, Hashable {
    /// Without the quotes.
    private let value: String

    package init(of bytes: [UInt8]) {
        // FNV-1a: the author's own pages are no attack, and a tag is needed for every page of every build.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        self.init(numbers: [hash, UInt64(bytes.count)])
    }

    /// Of a file that is not read: it has another fingerprint once it is another one.
    init(of file: FileFingerprint) {
        self.init(numbers: [file.inode, file.byteCount, file.seconds, file.nanoseconds])
    }

    private init(numbers: [UInt64]) {
        value = numbers.map { String($0, radix: 36) }.joined(separator: "-")
    }

    /// As it stands in a header.
    var text: String { "\"\(value)\"" }

    /// `If-None-Match`, with the weak comparison that RFC 9110 asks for there.
    func isAmong(_ fields: [String]) -> Bool {
        fields.contains { field in
            field == "*"
                || field.split(separator: ",").contains { member in
                    let tag = member.withoutBlanks
                    return (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag) == text
                }
        }
    }
}
