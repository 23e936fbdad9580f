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
        let (glyphs, isCut) = measure.glyphs(of: text)
        let end = glyphs.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
        self.glyphs = isCut ? glyphs : Array(glyphs[..<end])
        self.isCut = isCut
    }

    private func lines(most: Int) -> [String] {
        var lines: [String] = []
        var start = skippingSpaces(from: 0)
        while start < glyphs.count {
            let fit = fitting(from: start, in: room)
            if fit == glyphs.count, !isCut { return lines + [slice(start..<fit)] }
            if fit == glyphs.count || lines.count == most - 1 {
                let end = fitting(from: start, in: room - measure.ellipsisWidth)
                return lines + [slice(start..<trimmed(start..<end, \.isPause)) + "…"]
            }
            let end = lineEnd(from: start, fit)
            lines.append(slice(start..<trimmed(start..<end, \.isSpace)))
            start = skippingSpaces(from: end)
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

    private func trimmed(_ range: Range<Int>, _ isLeftOut: (TextMeasure.Glyph) -> Bool) -> Int {
        range.last { !isLeftOut(glyphs[$0]) }.map { $0 + 1 } ?? range.lowerBound
    }

    private func skippingSpaces(from start: Int) -> Int {
        glyphs[start...].firstIndex { !$0.isSpace } ?? glyphs.count
    }

    private func slice(_ range: Range<Int>) -> String {
        let start = glyphs[..<range.lowerBound].reduce(0) { $0 + $1.byteCount }
        let length = glyphs[range].reduce(0) { $0 + $1.byteCount }
        return String(decoding: text.utf8.dropFirst(start).prefix(length), as: UTF8.self)
    }
}
