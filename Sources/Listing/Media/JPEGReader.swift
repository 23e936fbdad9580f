/// JPEG (ITU-T T.81, annex B): its size stands in the frame header, and Exif says how it is turned.
enum JPEGReader {
    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        facts.format = .jpeg
        var orientation = 1
        var offset = 2
        while true {
            try window.countPart()
            let marker = try nextMarker(&window, &offset)
            if marker == Marker.endOfImage { throw .malformed("has no frame") }
            if Marker.standsAlone(marker) { continue }
            let length = try window.number(at: offset, bytes: 2)
            guard length >= 2 else { throw .malformed("has a segment without a length") }
            if marker == Marker.exif, orientation == 1 {
                orientation = ExifReader.orientation(&window, offset + 2, length - 2) ?? 1
            }
            if Marker.isFrame(marker) { try readFrame(&window, offset, orientation, into: &facts) }
            offset += length
            if marker == Marker.startOfScan { break }
        }
        if facts.pixelSize == nil { throw .malformed("has no frame") }
        try findEnd(&window, after: offset)
    }

    /// The marker at `offset`, which is moved behind it; any number of fill bytes may stand before one.
    private static func nextMarker(_ window: inout ByteWindow, _ offset: inout Int) throws(MediaProblem) -> UInt8 {
        guard try window.byte(at: offset) == 0xFF else { throw .malformed("has bytes between its segments") }
        repeat { offset += 1 } while try window.byte(at: offset) == 0xFF
        offset += 1
        return try window.byte(at: offset - 1)
    }

    private static func readFrame(
        _ window: inout ByteWindow,
        _ offset: Int,
        _ orientation: Int,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        let height = try window.number(at: offset + 3, bytes: 2)
        let size = PixelSize(width: try window.number(at: offset + 5, bytes: 2), height: height)
        facts.pixelSize = orientation >= 5 ? size?.turned : size
        if size == nil { throw .malformed("has no size that a picture can have") }
    }

    /// Within a scan no 0xFF is followed by 0xD9, so the marker ends the picture wherever it stands.
    ///
    /// Cameras write more behind it, so it is looked for in what a budget allows of the file's end.
    private static func findEnd(_ window: inout ByteWindow, after scan: Int) throws(MediaProblem) {
        if window.byteCount >= scan + 2, try window.holds([0xFF, 0xD9], at: window.byteCount - 2) { return }
        let start = max(scan, window.byteCount - (1 << 16))
        guard start < window.byteCount else { throw .truncated }
        let tail = try window.bytes(at: start, count: window.byteCount - start)
        guard zip(tail, tail.dropFirst()).contains(where: { $0 == 0xFF && $1 == 0xD9 }) else { throw .truncated }
    }

    private enum Marker {
        static let endOfImage: UInt8 = 0xD9
        static let startOfScan: UInt8 = 0xDA
        static let exif: UInt8 = 0xE1

        /// SOF0 to SOF15, among which DHT, JPG and DAC have their place.
        static func isFrame(_ marker: UInt8) -> Bool {
            (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
        }

        static func standsAlone(_ marker: UInt8) -> Bool { marker == 0x01 || (0xD0...0xD8).contains(marker) }
    }
}
