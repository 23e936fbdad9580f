/// A text on no more lines than there is room for; what does not fit ends in an ellipsis.
struct TextWrapping {
    private let text: String
    private let measure: TextMeasure
    private let room: Int
    private let glyphs: [TextMeasure.Glyph]
    private let isCut: Bool

    static func lines(of text: String, _ measure: TextMeasure, width: Int, most: Int) -> [String] {
        TextWrapping(text, measure, width: width).lines(most: most)
    }

    private init(_ text: String, _ measure: TextMeasure, width: Int) {
        self.text = text
        self.measure = measure
        room = measure.room(in: width)
        (glyphs, isCut) = measure.glyphs(of: text)
    }

    private func lines(most: Int) -> [String] {
        var lines: [String] = []
        var start = skippingSpaces(from: 0)
        var byte = byteCount(of: 0..<start)
        while start < glyphs.count, lines.count < most {
            let fit = fitting(from: start, in: room)
            let isLast = lines.count == most - 1
            let isWhole = fit == glyphs.count && !isCut
            let end =
                isWhole
                ? fit : isLast ? fitting(from: start, in: room - measure.ellipsisWidth) : lineEnd(from: start, fit)
            let length = byteCount(of: start..<trimmed(start..<end))
            lines.append(slice(byte, length) + (isLast && !isWhole ? "…" : ""))
            let next = skippingSpaces(from: end)
            byte += byteCount(of: start..<next)
            start = next
        }
        return lines
    }

    /// Where a line ends that has room for glyphs up to `fit`: behind a word, or anywhere in one that is too long.
    private func lineEnd(from start: Int, _ fit: Int) -> Int {
        if fit == glyphs.count || glyphs[fit].isSpace { return fit }
        let end = (start..<fit).last { glyphs[$0].endsLine }
        return end.map { $0 + 1 } ?? fit
    }

    /// At least one, so that every line leads on.
    private func fitting(from start: Int, in room: Int) -> Int {
        var width = 0
        var end = start
        while end < glyphs.count {
            width += glyphs[end].width
            if width > room { break }
            end += 1
        }
        return max(end, min(start + 1, glyphs.count))
    }

    private func trimmed(_ range: Range<Int>) -> Int {
        range.last { !glyphs[$0].isSpace }.map { $0 + 1 } ?? range.lowerBound
    }

    private func skippingSpaces(from start: Int) -> Int {
        glyphs[start...].firstIndex { !$0.isSpace } ?? glyphs.count
    }

    private func byteCount(of range: Range<Int>) -> Int {
        glyphs[range].reduce(0) { $0 + $1.byteCount }
    }

    private func slice(_ start: Int, _ length: Int) -> String {
        String(decoding: text.utf8.dropFirst(start).prefix(length), as: UTF8.self)
    }
}
