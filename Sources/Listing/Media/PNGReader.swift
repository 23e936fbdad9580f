/// PNG (W3C PNG, sections 5.2 and 11.2.1): its size stands in the first chunk, and it ends with an empty IEND.
enum PNGReader {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .png
        guard try window.name(at: 12) == "IHDR" else { throw .malformed("does not begin with its size") }
        let width = try window.number(at: 16, bytes: 4)
        facts.pixelSize = PixelSize(width: width, height: try window.number(at: 20, bytes: 4))
        if facts.pixelSize == nil { throw .malformed("has no size that a picture can have") }
        if try window.holds(end, at: window.byteCount - end.count) { return }
        try findEnd(&window)
    }

    /// Something may follow the picture in the file.
    private static func findEnd(_ window: inout ByteWindow) throws(MediaProblem) {
        var offset = signature.count
        while true {
            try window.countPart()
            let length = try window.number(at: offset, bytes: 4)
            let type = try window.name(at: offset + 4)
            offset += 12 + length
            if offset > window.byteCount { throw .truncated }
            if type == "IEND" { return }
        }
    }
}
