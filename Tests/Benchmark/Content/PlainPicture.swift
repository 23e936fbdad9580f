/// A PNG file of a single colour: valid, as large as a screenshot on the screen, and under a kilobyte on the disk.
enum PlainPicture {
    static func png(width: Int, height: Int, colour: UInt32) -> [UInt8] {
        let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [1, 3, 0, 0, 0]
        let palette = [colour, ~colour].flatMap { bigEndian($0).dropFirst() }
        // A row is a byte for its filter and a bit for each pixel.
        let byteCount = height * (1 + (width + 7) / 8)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("PLTE", palette)
            + chunk("IDAT", zeros(byteCount)) + chunk("IEND", [])
    }

    private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
    }

    /// Zeros as a zlib stream (RFC 1950, RFC 1951): one literal, then copies of the byte before.
    private static func zeros(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.append(0b011, count: 3)
        let literal = (code: 0b0000_1100, length: 8)
        let copyOf258 = (code: 0b1010_0011, length: 8)
        var left = count - 1
        bits.append(literal.code, count: literal.length)
        while left >= 258 {
            bits.append(copyOf258.code, count: copyOf258.length)
            bits.append(0, count: 5)
            left -= 258
        }
        for _ in 0..<left { bits.append(literal.code, count: literal.length) }
        bits.append(0, count: 7)
        // Adler-32 of zeros: the first sum stays 1, the second counts them.
        let checksum = UInt32(count % 65_521) << 16 | 1
        return [0x78, 0x01] + bits.finished + bigEndian(checksum)
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

/// Packs bits from the lowest of each byte on, as DEFLATE does.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending = 0
    private var pendingCount = 0

    var finished: [UInt8] {
        pendingCount == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: pending)]
    }

    mutating func append(_ value: Int, count: Int) {
        pending |= value << pendingCount
        pendingCount += count
        while pendingCount >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingCount -= 8
        }
    }
}
