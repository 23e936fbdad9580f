/// WebP (RFC 9649, sections 2.3 to 2.7): a RIFF file whose first chunk is VP8, VP8L or VP8X.
enum WebPReader {
    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .webp
        let content = 20
        switch try window.name(at: 12) {
        case "VP8 ": facts.pixelSize = try lossySize(&window, content)
        case "VP8L": facts.pixelSize = try losslessSize(&window, content)
        case "VP8X": facts.pixelSize = try canvasSize(&window, content)
        default: throw .malformed("has no picture at its start")
        }
        if facts.pixelSize == nil { throw .malformed("has no size that a picture can have") }
        let end = try window.littleEndian(at: 4, bytes: 4) + 8
        if end > window.byteCount { throw .truncated }
        // An odd length is filled up.
        facts.trailingByteCount = max(0, window.byteCount - end - end % 2)
    }

    private static func lossySize(_ window: inout ByteWindow, _ offset: Int) throws(MediaProblem) -> PixelSize? {
        guard try window.holds([0x9D, 0x01, 0x2A], at: offset + 3) else {
            throw .malformed("does not begin with a whole frame")
        }
        let width = try window.littleEndian(at: offset + 6, bytes: 2) & 0x3FFF
        return PixelSize(width: width, height: try window.littleEndian(at: offset + 8, bytes: 2) & 0x3FFF)
    }

    private static func losslessSize(_ window: inout ByteWindow, _ offset: Int) throws(MediaProblem) -> PixelSize? {
        guard try window.byte(at: offset) == 0x2F else { throw .malformed("has no lossless picture where it says so") }
        let bits = try window.littleEndian(at: offset + 1, bytes: 4)
        return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }

    private static func canvasSize(_ window: inout ByteWindow, _ offset: Int) throws(MediaProblem) -> PixelSize? {
        let width = try window.littleEndian(at: offset + 4, bytes: 3) + 1
        return PixelSize(width: width, height: try window.littleEndian(at: offset + 7, bytes: 3) + 1)
    }
}
