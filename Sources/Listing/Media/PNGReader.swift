/// PNG (W3C PNG, sections 5.2 to 5.6 and 11.2): its size stands in the first chunk, and it ends with an empty IEND.
///
/// Up to the first chunk of the picture itself everything is looked at; behind it only the end, since the rest of a
/// screenshot is too much to fetch for every build.
enum PNGReader {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .png
        guard try window.name(at: 12) == "IHDR", try window.number(at: 8, bytes: 4) == 13 else {
            throw .malformed("does not begin with its size")
        }
        let width = try window.number(at: 16, bytes: 4)
        facts.pixelSize = PixelSize(width: width, height: try window.number(at: 20, bytes: 4))
        if facts.pixelSize == nil { throw .malformed("has no size that a picture can have") }
        guard checksum(of: try window.bytes(at: 12, count: 17)) == (try window.number(at: 29, bytes: 4)) else {
            throw .malformed("has a header that was changed after it was written")
        }
        let content = try findContent(&window)
        if try window.holds(end, at: window.byteCount - end.count) { return }
        let end = try findEnd(&window, from: content)
        if end > window.byteCount { throw .truncated }
        facts.trailingByteCount = window.byteCount - end
    }

    /// Where the first chunk of the picture itself begins.
    private static func findContent(_ window: inout ByteWindow) throws(MediaProblem) -> Int {
        var offset = 33
        while try window.name(at: offset + 4) != "IDAT" {
            if try window.name(at: offset + 4) == "IEND" {
                throw .malformed("has no picture between its size and its end")
            }
            offset = try nextChunk(&window, after: offset)
        }
        if try window.number(at: offset, bytes: 4) >= 2 {
            // A zlib stream (RFC 1950, section 2.2): the method is 8, and both bytes make a multiple of 31.
            let stream = try window.number(at: offset + 8, bytes: 2)
            guard stream >> 8 & 0x0F == 8, stream % 31 == 0 else { throw .malformed("has no picture where it says so") }
        }
        return offset
    }

    /// Something may follow the picture in the file.
    private static func findEnd(_ window: inout ByteWindow, from start: Int) throws(MediaProblem) -> Int {
        var offset = start
        while try window.name(at: offset + 4) != "IEND" { offset = try nextChunk(&window, after: offset) }
        return offset + 12
    }

    private static func nextChunk(_ window: inout ByteWindow, after offset: Int) throws(MediaProblem) -> Int {
        try window.countPart()
        let next = offset + 12 + (try window.number(at: offset, bytes: 4))
        if next > window.byteCount { throw .truncated }
        return next
    }

    /// CRC-32 (W3C PNG, annex D), bit by bit: of the header alone.
    private static func checksum(of bytes: ArraySlice<UInt8>) -> Int {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }
}
