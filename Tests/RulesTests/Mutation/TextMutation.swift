/// What can happen to any text: a slip of a finger, a broken disk, another editor, bad will.
enum TextMutation {
    static func apply(to bytes: inout [UInt8], others: [[UInt8]], _ source: inout MutationSource) {
        switch source.number(below: 16) {
        case 0: flip(&bytes, &source)
        case 1, 2: bytes.removeSubrange(source.range(in: bytes, longest: 40))
        case 3, 4: double(&bytes, &source)
        case 5: bytes.removeSubrange(source.number(below: bytes.count + 1)...)
        case 6: splice(&bytes, with: source.element(of: others), &source)
        case 7: bytes = withLineEnds(bytes, source.element(of: ["\r\n", "\r", "\n\r", "\n\n", "\u{2028}"]))
        case 8: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: source.chance(3, in: 4) ? 0 : bytes.count / 2)
        case 9: insert(source.element(of: invalid), into: &bytes, &source)
        case 10: repeatByte(&bytes, &source)
        default: insert(Array(source.element(of: oddities).utf8), into: &bytes, &source)
        }
    }

    static func insert(_ fragment: [UInt8], into bytes: inout [UInt8], _ source: inout MutationSource) {
        bytes.insert(contentsOf: fragment, at: source.number(below: bytes.count + 1))
    }

    private static func flip(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        guard !bytes.isEmpty else { return }
        for _ in 0...source.number(below: 4) {
            bytes[source.number(below: bytes.count)] ^= 1 << UInt8(source.number(below: 8))
        }
    }

    private static func double(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        let part = Array(bytes[source.range(in: bytes, longest: 120)])
        insert(part, into: &bytes, &source)
    }

    private static func splice(_ bytes: inout [UInt8], with other: [UInt8], _ source: inout MutationSource) {
        bytes.removeSubrange(source.number(below: bytes.count + 1)...)
        bytes += other[source.number(below: other.count + 1)...]
    }

    private static func withLineEnds(_ bytes: [UInt8], _ lineEnd: String) -> [UInt8] {
        bytes.flatMap { $0 == UInt8(ascii: "\n") ? Array(lineEnd.utf8) : [$0] }
    }

    /// A name or a number that never ends.
    private static func repeatByte(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        let byte = source.element(of: Array("a9 -*_`~#>[]{}\"\\|.:/\n\t".utf8))
        insert([UInt8](repeating: byte, count: source.element(of: [70, 130, 300, 2000])), into: &bytes, &source)
    }

    private static let invalid: [[UInt8]] = [
        [0], [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
        [0xF0, 0x9F],
    ]

    /// Characters that are not seen, turn the text around, count for more than one or look like others.
    private static let oddities = [
        "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{FE0F}", "\u{301}", "\u{E000}",
        "\u{10FFFF}", "\u{FFFE}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{0130}", "ß", "ﬃ", "İstanbul",
        "\u{85}", "\u{A0}", "\u{3000}", "\u{7F}", "\u{1B}[31m", "\u{8}", "\u{C}", "\t", " ", "\n", "\n\n", "é", "日本語",
        "users:read", "users:write", "`users:delete`", "TODO", "lorem ipsum", "never writes", "read-only", "the best",
        "guaranteed", "100 %", "2026-02-30", "0000-00-00", "9999-12-31", "https://", "http://a", "//", "mailto:",
        "javascript:alert(1)", "../../etc/passwd", "index.md#", "#", "%", "%zz", "%00", "feature:", "scope:@",
    ]
}
