/// WebM (RFC 9559, section 5.1): the segment's Info has the length, its Tracks what is seen and heard.
enum WebMReader {
    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        var isWebM = false
        try window.visitElements(in: 0..<window.byteCount) { window, element throws(MediaProblem) in
            switch element.id {
            case ID.header:
                isWebM = try docType(&window, element.content) == "webm"
                if isWebM { facts.format = .webm }
                return isWebM
            case ID.segment:
                try readSegment(&window, element.content, into: &facts)
                return true
            default: return true
            }
        }
        guard isWebM else { return }
        if facts.hasAudio == nil { throw .malformed("has no description of its tracks") }
        if facts.pixelSize == nil { throw .malformed("has no pictures") }
    }

    private static func docType(_ window: inout ByteWindow, _ range: Range<Int>) throws(MediaProblem) -> String {
        var type = ""
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            guard element.id == ID.docType else { return true }
            let bytes = try window.bytes(at: element.content.lowerBound, count: min(element.content.count, 16))
            type = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            return false
        }
        return type
    }

    private static func readSegment(
        _ window: inout ByteWindow,
        _ range: Range<Int>,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        var hasInfo = false
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            switch element.id {
            case ID.info:
                facts.duration = try duration(&window, element.content)
                hasInfo = true
            case ID.tracks: try readTracks(&window, element.content, into: &facts)
            default: break
            }
            // Whether the segment is whole is known from its own length.
            return !hasInfo || facts.hasAudio == nil
        }
    }

    /// Ticks times the length of a tick, which is a millisecond unless it says otherwise.
    private static func duration(_ window: inout ByteWindow, _ range: Range<Int>) throws(MediaProblem) -> Double? {
        var nanoseconds = 1_000_000
        var ticks: Double?
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            switch element.id {
            case ID.timecodeScale: nanoseconds = try window.unsigned(element)
            case ID.duration: ticks = try window.float(element)
            default: break
            }
            return true
        }
        guard let ticks, ticks.isFinite, ticks > 0 else { return nil }
        return ticks * Double(nanoseconds) / 1_000_000_000
    }

    private static func readTracks(
        _ window: inout ByteWindow,
        _ range: Range<Int>,
        into facts: inout MediaFacts
    ) throws(MediaProblem) {
        var hasAudio = false
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            guard element.id == ID.trackEntry else { return true }
            let track = try track(&window, element.content)
            if track.kind == TrackKind.audio { hasAudio = true }
            if track.kind == TrackKind.video, facts.pixelSize == nil { facts.pixelSize = track.size }
            return true
        }
        facts.hasAudio = hasAudio
    }

    private static func track(
        _ window: inout ByteWindow,
        _ range: Range<Int>
    ) throws(MediaProblem) -> (kind: Int, size: PixelSize?) {
        var track: (kind: Int, size: PixelSize?) = (0, nil)
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            switch element.id {
            case ID.trackType: track.kind = try window.unsigned(element)
            case ID.video: track.size = try size(&window, element.content)
            default: break
            }
            return true
        }
        return track
    }

    private static func size(_ window: inout ByteWindow, _ range: Range<Int>) throws(MediaProblem) -> PixelSize? {
        var width = 0
        var height = 0
        try window.visitElements(in: range) { window, element throws(MediaProblem) in
            switch element.id {
            case ID.pixelWidth: width = try window.unsigned(element)
            case ID.pixelHeight: height = try window.unsigned(element)
            default: break
            }
            return true
        }
        return PixelSize(width: width, height: height)
    }

    private enum TrackKind {
        static let video = 1
        static let audio = 2
    }

    private enum ID {
        static let header = 0x1A45_DFA3
        static let docType = 0x4282
        static let segment = 0x1853_8067
        static let info = 0x1549_A966
        static let timecodeScale = 0x2AD7B1
        static let duration = 0x4489
        static let tracks = 0x1654_AE6B
        static let trackEntry = 0xAE
        static let trackType = 0x83
        static let video = 0xE0
        static let pixelWidth = 0xB0
        static let pixelHeight = 0xBA
    }
}
