/// What can happen to a picture, a video or captions: lengths that lie, parts in one another, numbers out of range.
enum MediaMutation {
    static func apply(to bytes: inout [UInt8], others: [[UInt8]], _ source: inout MutationSource) {
        switch source.number(below: 10) {
        case 0...3: changeLength(&bytes, &source)
        case 4: overwrite(&bytes, at: source.number(below: bytes.count + 1), &source)
        case 5: bytes.removeSubrange(source.number(below: bytes.count + 1)...)
        case 6: bytes.insert(contentsOf: Array(bytes[source.range(in: bytes, longest: 60)]), at: bytes.count)
        case 7: TextMutation.insert(source.element(of: others), into: &bytes, &source)
        default: TextMutation.apply(to: &bytes, others: others, &source)
        }
    }

    /// Before or behind the name of a part, as the format has it; where there are no names, anywhere.
    private static func changeLength(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        let names = bytes.indices.dropLast(3).filter { isName(bytes[$0..<($0 + 4)]) }
        guard !names.isEmpty else { return overwrite(&bytes, at: source.number(below: bytes.count + 1), &source) }
        let offset = source.element(of: names) + source.element(of: [-4, -4, 4, 4, 8, 12, 16, 20])
        overwrite(&bytes, at: max(0, offset), &source)
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: " ")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    private static func overwrite(_ bytes: inout [UInt8], at offset: Int, _ source: inout MutationSource) {
        let number = source.element(of: numbers)
        let start = min(offset, bytes.count)
        bytes.replaceSubrange(start..<min(bytes.count, start + number.count), with: number)
    }

    private static let numbers: [[UInt8]] = [
        [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 7], [0, 0, 0, 8], [0, 0, 0, 9], [0xFF, 0xFF, 0xFF, 0xFF],
        [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [1, 0, 0, 0], [0, 0], [0, 1], [0xFF, 0xFF], [0xFF, 0xD8], [0xFF],
        [0], [1],
        [0x80], [0, 0, 0, 1, 0x6D, 0x6F, 0x6F, 0x76, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0],
        [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x01, 0, 0, 0, 0, 0, 0, 0], [0x7F, 0xF0, 0, 0, 0, 0, 0, 0],
        [0x7F, 0xF8, 0, 0, 0, 0, 0, 0], [0xFF, 0xF0, 0, 0, 0, 0, 0, 0],
    ]
}

/// What can happen to the times of captions.
enum CaptionMutation {
    static func apply(to bytes: inout [UInt8], others: [[UInt8]], _ source: inout MutationSource) {
        guard source.chance(1, in: 2) else { return TextMutation.apply(to: &bytes, others: others, &source) }
        let lines = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        bytes.insert(contentsOf: source.element(of: fragments).utf8, at: source.element(of: lines))
    }

    private static let fragments = [
        "99999999999999999999:00:00.000 --> 00:01.000\n", "00:00.000 --> 9223372036854775807:59:59.999\n",
        "00:01 --> 00:02\n",
        "00:00.000 --> 00:00.000\n", "00:05.000 --> 00:01.000\n", "-->\n", "--> -->\n", "00:99.999 --> 99:00.000\n",
        "\n\n\n",
        "00:00.000 --> 00:01.000 line:-1% position:999999999999999999999%\n", "STYLE\n", "REGION\n", "NOTE\n",
        "WEBVTT\n",
        "00:00,000 --> 00:01,000\n", "00:00.000-->00:01.000\n", "-00:01.000 --> 00:01.000\n", "<v a><c.b></c>\n",
        "\t\n",
    ]
}
