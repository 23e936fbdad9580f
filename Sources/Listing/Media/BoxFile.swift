/// Files that are made of boxes: MP4 and QuickTime videos, AVIF pictures.
enum BoxFile {
    /// The type of the first box, if it is one that such a file begins with.
    static func firstType(_ start: ArraySlice<UInt8>) -> String? {
        guard start.count >= 8 else { return nil }
        let type = String(decoding: start.dropFirst(4).prefix(4), as: UTF8.self)
        return ["ftyp", "moov", "mdat", "wide"].contains(type) ? type : nil
    }

    static func read(
        _ window: inout ByteWindow,
        firstType: String,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        // QuickTime files from before 2001 have no 'ftyp'.
        guard firstType == "ftyp" else { return try MP4Reader.read(&window, as: .mov, into: &facts) }
        let brands = try brands(&window)
        if brands.contains("avif") || brands.contains("avis") {
            try AVIFReader.read(&window, into: &facts)
        } else if let format = videoFormat(brands) {
            try MP4Reader.read(&window, as: format, into: &facts)
        }
    }

    /// HEIC, JPEG XL and others are boxes as well, and no browser plays them all.
    private static func videoFormat(_ brands: [String]) -> MediaFormat? {
        if brands.first == "qt  " { return .mov }
        let prefixes = ["isom", "iso", "mp4", "avc1", "M4V", "MSNV", "dash", "3gp", "f4v", "qt  "]
        return brands.contains { brand in prefixes.contains { brand.hasPrefix($0) } } ? .mp4 : nil
    }

    /// The major brand and those that it is compatible with.
    private static func brands(_ window: inout ByteWindow) throws(MediaProblem) -> [String] {
        let length = try window.number(at: 0, bytes: 4)
        guard length >= 16, length <= window.byteCount else { throw .truncated }
        var brands = [try window.name(at: 8)]
        for offset in stride(from: 16, to: min(length, 16 + 4 * 64) - 3, by: 4) {
            brands.append(try window.name(at: offset))
        }
        return brands
    }
}
