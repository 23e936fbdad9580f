/// The line of a file that a diagnostic points at, made fit for a terminal.
struct SourceExcerpt {
    /// Counted from one.
    let line: Int
    /// Counted from one, in Unicode scalars, as editors jump to it.
    let column: Int
    /// The line without its end: tabs widened, control characters replaced, cut around the place when very long.
    let text: String
    /// Terminal cells before the marked part of `text`.
    let indent: Int
    /// Terminal cells of the marked part, at least one so that an empty range can be seen.
    let width: Int

    init(of range: ByteRange, in bytes: [UInt8], index: LineIndex) {
        let start = min(range.start, bytes.count)
        let lineNumber = index.line(at: start)
        var lineRange = index.range(ofLine: lineNumber)
        while lineRange.count > 0, bytes[lineRange.end - 1] == 0x0A || bytes[lineRange.end - 1] == 0x0D {
            lineRange = ByteRange(lineRange.start, lineRange.end - 1)
        }
        let markStart = min(start, lineRange.end)
        let markEnd = max(markStart, min(range.end, lineRange.end))
        let before = Self.window(before: markStart, from: lineRange.start, in: bytes)
        let after = Self.window(after: markEnd, to: lineRange.end, in: bytes)
        let marked = Self.window(after: markStart, to: markEnd, in: bytes)

        line = lineNumber + 1
        column = String(decoding: bytes[lineRange.start..<markStart], as: UTF8.self).unicodeScalars.count + 1
        let lead = (before > lineRange.start ? "…" : "") + String(decoding: bytes[before..<markStart], as: UTF8.self)
        let body = String(decoding: bytes[markStart..<marked], as: UTF8.self)
        let tail =
            String(decoding: bytes[marked == markEnd ? markEnd..<after : marked..<marked], as: UTF8.self)
            + (marked < markEnd || after < lineRange.end ? "…" : "")
        let shownLead = TerminalText.cells(lead)
        let shownBody = TerminalText.cells(body)
        text = shownLead.text + shownBody.text + TerminalText.cells(tail).text
        indent = shownLead.width
        width = max(1, shownBody.width)
    }

    private static let longestContext = 100

    private static func window(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
        guard end - start > longestContext else { return start }
        var cut = end - longestContext
        while cut < end, bytes[cut] & 0xC0 == 0x80 { cut += 1 }
        return cut
    }

    private static func window(after start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        guard end - start > longestContext else { return end }
        var cut = start + longestContext
        while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return cut
    }
}
