/// MP4 and QuickTime (ISO/IEC 14496-12, section 8): `moov`, wherever it stands, tells of the film and its tracks.
enum MP4Reader {
    static func read(
        _ window: inout ByteWindow,
        as format: MediaFormat,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        facts.format = format
        var hasFilm = false
        var hasContent = false
        do throws(MediaProblem) {
            try window.visitBoxes(in: 0..<window.byteCount) { window, box throws(MediaProblem) in
                if box.type == "mdat" { hasContent = true }
                guard box.type == "moov" else { return }
                hasFilm = true
                try readFilm(&window, box.content, into: &facts)
            }
        } catch {
            // A film in many pieces has told all that is of interest in its first box.
            if error != .tooComplex || facts.hasAudio == nil { throw error }
            hasContent = true
        }
        guard hasFilm else { throw .malformed("has no description of its tracks") }
        // A file may be cut just between two boxes.
        guard hasContent else { throw .truncated }
    }

    private static func readFilm(
        _ window: inout ByteWindow,
        _ film: Range<Int>,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        var timescale = 0
        var duration: Double?
        var tracks: [MP4Track] = []
        try window.visitBoxes(in: film) { window, box throws(MediaProblem) in
            switch box.type {
            case "mvhd": (timescale, duration) = try length(&window, box.content.lowerBound)
            case "mvex": duration = try fragmentedLength(&window, box.content) ?? duration
            case "trak": tracks.append(try MP4Track(&window, box.content))
            default: break
            }
        }
        if let duration, duration > 0, timescale > 0 { facts.duration = duration / Double(timescale) }
        facts.hasAudio = tracks.contains { $0.kind == "soun" }
        facts.pixelSize = tracks.first { $0.kind == "vide" }?.size
        if !tracks.contains(where: { $0.kind == "vide" }) { throw .malformed("has no pictures") }
    }

    /// Ticks a second and the number of ticks; all ones say that it is not known.
    private static func length(
        _ window: inout ByteWindow,
        _ offset: Int
    ) throws(MediaProblem) -> (timescale: Int, duration: Double?) {
        if try window.byte(at: offset) == 1 {
            let duration = try window.unsigned64(at: offset + 24)
            return (try window.number(at: offset + 20, bytes: 4), duration == .max ? nil : Double(duration))
        }
        let duration = try window.number(at: offset + 16, bytes: 4)
        return (try window.number(at: offset + 12, bytes: 4), duration == 0xFFFF_FFFF ? nil : Double(duration))
    }

    /// A film that is written in pieces has its length in `mehd`.
    private static func fragmentedLength(
        _ window: inout ByteWindow,
        _ range: Range<Int>
    ) throws(MediaProblem) -> Double? {
        var duration: Double?
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            guard box.type == "mehd" else { return }
            let start = box.content.lowerBound
            let isLong = try window.byte(at: start) == 1
            duration =
                isLong
                ? Double(try window.unsigned64(at: start + 4)) : Double(try window.number(at: start + 4, bytes: 4))
        }
        return duration
    }
}

/// A track: what it holds, and how large its pictures are shown.
struct MP4Track {
    /// Such as `vide` or `soun`.
    private(set) var kind: String?
    private(set) var size: PixelSize?

    init(_ window: inout ByteWindow, _ range: Range<Int>) throws(MediaProblem) {
        var found: (kind: String?, size: PixelSize?)
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            switch box.type {
            case "tkhd": found.size = try Self.size(&window, box.content.lowerBound)
            case "mdia": found.kind = try Self.kind(&window, box.content) ?? found.kind
            default: break
            }
        }
        (kind, size) = found
    }

    private static func kind(_ window: inout ByteWindow, _ range: Range<Int>) throws(MediaProblem) -> String? {
        var kind: String?
        try window.visitBoxes(in: range) { window, box throws(MediaProblem) in
            if box.type == "hdlr" { kind = try window.name(at: box.content.lowerBound + 8) }
        }
        return kind
    }

    /// Sides are numbers of 16.16 bits; a matrix without its first and fifth number turns by a quarter.
    private static func size(_ window: inout ByteWindow, _ start: Int) throws(MediaProblem) -> PixelSize? {
        let matrix = start + (try window.byte(at: start) == 1 ? 52 : 40)
        let width = try window.number(at: matrix + 36, bytes: 4) >> 16
        let size = PixelSize(width: width, height: try window.number(at: matrix + 40, bytes: 4) >> 16)
        let first = try window.number(at: matrix, bytes: 4)
        let fifth = try window.number(at: matrix + 16, bytes: 4)
        return first == 0 && fifth == 0 ? size?.turned : size
    }
}
