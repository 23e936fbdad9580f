/// The orientation in an Exif segment (Exif 2.3, section 4.6.4: tag 0x0112 of the first directory).
enum ExifReader {
    /// 1 to 8; nil where there is none, since a picture can be shown without.
    static func orientation(_ window: inout ByteWindow, _ start: Int, _ length: Int) -> Int? {
        // The segment may be cut: then the picture is as well, and that is found later.
        guard let segment = try? window.bytes(at: start, count: length) else { return nil }
        guard segment.starts(with: "Exif\0\0".utf8) else { return nil }
        return orientation(TIFF(bytes: Array(segment.dropFirst(6))))
    }

    private static func orientation(_ tiff: TIFF) -> Int? {
        guard let directory = tiff.number(at: 4, count: 4), let entries = tiff.number(at: directory, count: 2) else {
            return nil
        }
        for entry in 0..<min(entries, 512) {
            let place = directory + 2 + entry * 12
            guard let tag = tiff.number(at: place, count: 2) else { return nil }
            if tag == 0x0112 { return tiff.number(at: place + 8, count: 2).flatMap { (1...8).contains($0) ? $0 : nil } }
        }
        return nil
    }

    private struct TIFF {
        let bytes: [UInt8]

        func number(at offset: Int, count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            let number = bytes[offset..<(offset + count)]
            return bytes.starts(with: "II".utf8)
                ? number.reversed().reduce(0) { $0 << 8 | Int($1) } : number.reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
