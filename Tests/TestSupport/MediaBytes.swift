/// Builds files piece by piece, so that a test can have any of their numbers as it needs it.
package enum MediaBytes {
    package static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    package static func littleEndian(_ number: Int, _ count: Int) -> [UInt8] {
        bigEndian(number, count).reversed()
    }

    package static func png(_ width: Int, _ height: Int) -> [UInt8] {
        let header = bigEndian(width, 4) + bigEndian(height, 4) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", [0x78, 0x01, 3])
            + [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        return bigEndian(content.count, 4) + body + bigEndian(checksum(of: body), 4)
    }

    private static func checksum(of bytes: [UInt8]) -> Int {
        let crc = bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~crc)
    }

    /// A JPEG whose Exif says how it is turned; nil leaves the Exif out.
    package static func jpeg(_ width: Int, _ height: Int, orientation: Int?, isLittleEndian: Bool = false) -> [UInt8] {
        let exif = orientation.map { segment(0xE1, Array("Exif\0\0".utf8) + tiff($0, isLittleEndian)) } ?? []
        let frame = segment(0xC2, [8] + bigEndian(height, 2) + bigEndian(width, 2) + [1, 1, 0x11, 0])
        return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + exif
            + segment(0xDB, [UInt8](repeating: 1, count: 65)) + [0xFF] + frame + segment(0xDA, [1, 1, 0, 0, 63, 0])
            + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + bigEndian(content.count + 2, 2) + content
    }

    private static func tiff(_ orientation: Int, _ isLittleEndian: Bool) -> [UInt8] {
        let number = isLittleEndian ? littleEndian : bigEndian
        let width = number(0x0100, 2) + number(3, 2) + number(1, 4) + number(9, 2) + [0, 0]
        let turn = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        return Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + width + turn
            + number(0, 4)
    }

    package static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        bigEndian(content.count + 8, 4) + Array(type.utf8) + content
    }

    package static func longBox(_ type: String, _ content: [UInt8]) -> [UInt8] {
        bigEndian(1, 4) + Array(type.utf8) + bigEndian(content.count + 16, 8) + content
    }

    package static func fileType(_ brands: String...) -> [UInt8] {
        box("ftyp", Array(brands[0].utf8) + bigEndian(512, 4) + brands.flatMap { Array($0.utf8) })
    }

    /// The film's header: 1000 ticks a second.
    package static func filmHeader(_ milliseconds: Int, version: UInt8 = 0) -> [UInt8] {
        let times =
            version == 1
            ? bigEndian(0, 16) + bigEndian(1000, 4) + bigEndian(milliseconds, 8)
            : bigEndian(0, 8) + bigEndian(1000, 4) + bigEndian(milliseconds, 4)
        return box("mvhd", [version, 0, 0, 0] + times + [UInt8](repeating: 0, count: 80))
    }

    package static func track(
        _ kind: String,
        _ width: Int = 0,
        _ height: Int = 0,
        version: UInt8 = 0,
        isTurned: Bool = false
    )
        -> [UInt8]
    {
        let dates = [UInt8](repeating: 0, count: version == 1 ? 32 : 20)
        let one = 0x0001_0000
        let matrix = isTurned ? [0, one, 0, -one, 0, 0, 0, 0, 0x4000_0000] : [one, 0, 0, 0, one, 0, 0, 0, 0x4000_0000]
        let header =
            [version, 0, 0, 7] + dates + [UInt8](repeating: 0, count: 16) + matrix.flatMap { bigEndian($0, 4) }
            + bigEndian(width << 16, 4) + bigEndian(height << 16, 4)
        let handler = box("hdlr", bigEndian(0, 8) + Array(kind.utf8) + [UInt8](repeating: 0, count: 13))
        return box("trak", box("tkhd", header) + box("mdia", handler))
    }

    /// A film whose description stands at the end, as recorders write it.
    package static func film(_ brand: String?, _ description: [UInt8]...) -> [UInt8] {
        (brand.map { fileType($0) } ?? []) + box("mdat", [1, 2, 3, 4]) + box("moov", description.flatMap(\.self))
    }

    /// A film of 1280 by 720 pixels.
    package static func mp4(milliseconds: Int, hasAudio: Bool = false) -> [UInt8] {
        film("isom", filmHeader(milliseconds), track("vide", 1280, 720), hasAudio ? track("soun") : [])
    }

    package static func element(_ id: Int, _ content: [UInt8]) -> [UInt8] {
        let length = id > 0xFF_FFFF ? 4 : id > 0xFFFF ? 3 : id > 0xFF ? 2 : 1
        return bigEndian(id, length) + bigEndian(content.count | 1 << 28, 4) + content
    }

    /// A film of 1280 by 720 pixels.
    package static func webm(
        ticks: Double,
        scale: Int? = nil,
        docType: String = "webm",
        hasAudio: Bool = false,
        hasOpenLength: Bool = false
    ) -> [UInt8] {
        let info =
            (scale.map { element(0x2AD7B1, bigEndian($0, 4)) } ?? [])
            + element(0x4489, bigEndian(Int(bitPattern: UInt(ticks.bitPattern)), 8))
        let picture = element(0xB0, bigEndian(1280, 2)) + element(0xBA, bigEndian(720, 2))
        let tracks =
            element(0xAE, element(0x83, [1]) + element(0xE0, picture))
            + (hasAudio ? element(0xAE, element(0x83, [2])) : [])
        let content =
            element(0xEC, [0, 0]) + element(0x1549_A966, info) + element(0x1654_AE6B, tracks)
            + element(0x1F43_B675, [1, 2, 3])
        let header = element(0x1A45_DFA3, element(0x4282, Array(docType.utf8)))
        if hasOpenLength {
            return header + bigEndian(0x1853_8067, 4) + [0x01] + [UInt8](repeating: 0xFF, count: 7) + content
        }
        return header + element(0x1853_8067, content)
    }
}
