import Diagnostics

/// Reads WebVTT (W3C WebVTT, section 4) line by line, and says of each cue that players drop why they do.
struct WebVTTParser {
    private(set) var cues: [CaptionCue] = []
    private(set) var problems: [CaptionProblem] = []
    private let bytes: [UInt8]
    private var lines: CaptionLines
    private var latestEnd = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = CaptionLines(bytes)
    }

    mutating func parse() {
        guard readSignature() else { return }
        while let line = lines.next() {
            if line.isEmpty { continue }
            readBlock(from: line)
        }
        if cues.isEmpty, problems.isEmpty { report("the file has no cues", ByteRange(0, 0)) }
    }

    private mutating func report(_ message: String, _ range: ByteRange, isViolation: Bool = true) {
        problems.append(CaptionProblem(message: message, range: range, isViolation: isViolation))
    }

    /// The first line, and whatever follows it up to a blank one.
    private mutating func readSignature() -> Bool {
        let line = lines.next() ?? ByteRange(0, 0)
        let word = bytes[line.start..<line.end].prefix { $0 != 0x20 && $0 != 0x09 }
        guard word.elementsEqual("WEBVTT".utf8) else {
            report("the file does not begin with 'WEBVTT'", line)
            return false
        }
        while let next = lines.peek(), !next.isEmpty {
            if hasArrow(next) {
                report("a blank line is missing above the first cue", next)
                return true
            }
            _ = lines.next()
        }
        return true
    }

    private mutating func readBlock(from line: ByteRange) {
        if hasArrow(line) { return readCue(line) }
        if begins(line, "NOTE") { return skipBlock() }
        if begins(line, "STYLE") || begins(line, "REGION") {
            if !cues.isEmpty { report("styles and regions stand before the first cue", line) }
            return skipBlock()
        }
        guard let timing = lines.peek(), hasArrow(timing) else {
            report("this is no cue: its times are missing", line)
            return skipBlock()
        }
        _ = lines.next()
        readCue(timing)
    }

    private mutating func skipBlock() {
        while let line = lines.peek(), !line.isEmpty, !hasArrow(line) { _ = lines.next() }
    }

    private mutating func readCue(_ timing: ByteRange) {
        let words = readText()
        let hasText = hasWords(bytes[words.start..<words.end])
        switch CueTimes.read(bytes[timing.start..<timing.end]) {
        case .times(let start, let end):
            if !hasText { report("the cue has no text", timing, isViolation: false) }
            add(CaptionCue(start: start, end: end, range: timing, words: words))
        case .invalid(let range): report("a time is not written as 'hh:mm:ss.ttt'", range)
        }
    }

    /// The lines of a cue, up to a blank one.
    private mutating func readText() -> ByteRange {
        let start = lines.peek()?.start ?? bytes.count
        var end = start
        while let line = lines.peek(), !line.isEmpty {
            if hasArrow(line) {
                report("a blank line is missing above the cue", line)
                break
            }
            end = line.end
            _ = lines.next()
        }
        return ByteRange(start, end)
    }

    /// Whether something stands outside the tags of a text: `<b></b>` shows nothing.
    private func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
        var isInTag = false
        for byte in text {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if !isInTag, !isXMLSpace(byte) { return true }
            if byte == UInt8(ascii: ">") { isInTag = false }
        }
        return false
    }

    private mutating func add(_ cue: CaptionCue) {
        if cue.end <= cue.start {
            report("the cue ends at \(CueTimes.text(cue.end)), not after its start", cue.range)
        }
        if let before = cues.last {
            if cue.start < before.start {
                report("the cue begins before the one above it", cue.range)
            } else if cue.start < latestEnd {
                let message = "the cue begins while the words until \(CueTimes.text(latestEnd)) are shown"
                report(message, cue.range, isViolation: false)
            }
        }
        latestEnd = max(latestEnd, cue.end)
        cues.append(cue)
    }

    private func hasArrow(_ line: ByteRange) -> Bool {
        var index = line.start
        while index + 2 < line.end {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return true }
            index += 1
        }
        return false
    }

    private func begins(_ line: ByteRange, _ word: String) -> Bool {
        let text = bytes[line.start..<line.end]
        guard text.starts(with: word.utf8) else { return false }
        let next = line.start + word.utf8.count
        return next == line.end || bytes[next] == 0x20 || bytes[next] == 0x09
    }
}

/// The lines of a file without their ends, which are LF, CRLF or CR.
struct CaptionLines {
    private let bytes: [UInt8]
    private var index: Int
    private var peeked: ByteRange?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = TextCheck.byteOrderMarkLength(bytes)
    }

    mutating func peek() -> ByteRange? {
        if peeked == nil { peeked = read() }
        return peeked
    }

    mutating func next() -> ByteRange? {
        defer { peeked = nil }
        return peek()
    }

    private mutating func read() -> ByteRange? {
        guard index < bytes.count else { return nil }
        let start = index
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        let line = ByteRange(start, index)
        if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        return line
    }
}
