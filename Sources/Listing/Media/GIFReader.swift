/// GIF (GIF89a, sections 18 and 27): the logical screen's size, and a semicolon at the end.
enum GIFReader {
    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .gif
        let width = try window.littleEndian(at: 6, bytes: 2)
        facts.pixelSize = PixelSize(width: width, height: try window.littleEndian(at: 8, bytes: 2))
        if facts.pixelSize == nil { throw .malformed("has no size that a picture can have") }
        let flags = try window.byte(at: 10)
        let colourTable = flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1)
        try findEnd(&window, from: 13 + colourTable)
    }

    /// Some writers pad a file with NULs, so the trailer is the last byte that is none.
    private static func findEnd(_ window: inout ByteWindow, from start: Int) throws(MediaProblem) {
        guard start < window.byteCount else { throw .truncated }
        let tailStart = max(start, window.byteCount - 512)
        let tail = try window.bytes(at: tailStart, count: window.byteCount - tailStart)
        guard tail.last(where: { $0 != 0 }) == UInt8(ascii: ";") else { throw .truncated }
    }
}
