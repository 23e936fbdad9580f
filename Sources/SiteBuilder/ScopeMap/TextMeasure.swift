/// How wide a text will be, as far as that can be said before the reader's font is known: rather too wide than too narrow.
struct TextMeasure: Sendable, Equatable {
    /// A piece that is not divided: a letter with its marks.
    struct Glyph: Sendable, Equatable {
        let byteCount: Int
        /// In thousandths of the font's size.
        let width: Int
        /// Whether a line may end behind it.
        let endsLine: Bool
        let isSpace: Bool
        /// Whether it says nothing before an ellipsis.
        let isPause: Bool
    }

    let size: Int
    let isCode: Bool
    let isBold: Bool

    static func text(_ size: Int, isBold: Bool = false) -> TextMeasure {
        TextMeasure(size: size, isCode: false, isBold: isBold)
    }

    static func code(_ size: Int) -> TextMeasure { TextMeasure(size: size, isCode: true, isBold: false) }

    /// In thousandths of the font's size, as many as fit into a width.
    func room(in width: Int) -> Int { width * 1000 / size }

    var ellipsisWidth: Int { isCode ? Self.codeWidth : 1000 }

    /// No more than any box can hold; the bool tells whether something is missing.
    func glyphs(of text: String) -> (glyphs: [Glyph], isCut: Bool) {
        var glyphs: [Glyph] = []
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8.prefix(Self.mostGlyphs) {
                glyphs.append(glyph(of: Unicode.Scalar(byte), byteCount: 1))
            }
            return (glyphs, text.utf8.count > Self.mostGlyphs)
        }
        var end = text.startIndex
        while end < text.endIndex, glyphs.count < Self.mostGlyphs {
            let character = text[end]
            if let scalar = character.unicodeScalars.first {
                glyphs.append(glyph(of: scalar, byteCount: character.utf8.count))
            }
            end = text.index(after: end)
        }
        return (glyphs, end < text.endIndex)
    }

    private func glyph(of scalar: Unicode.Scalar, byteCount: Int) -> Glyph {
        let isWide = Self.isWide(scalar)
        let isSpace = scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}"
        return Glyph(
            byteCount: byteCount,
            width: width(of: scalar, isWide: isWide),
            endsLine: isWide || isSpace || (isCode && Self.codeBreaks.contains(scalar)) || scalar == "-",
            isSpace: isSpace,
            isPause: isSpace || (!isCode && Self.pauses.contains(scalar))
        )
    }

    private func width(of scalar: Unicode.Scalar, isWide: Bool) -> Int {
        if isCode { return isWide ? 2 * Self.codeWidth : Self.codeWidth }
        let width = isWide ? 1000 : Self.textWidth(of: scalar)
        return isBold ? width * 110 / 100 : width
    }

    /// Of a sans-serif that runs wide, by groups of letters.
    private static func textWidth(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case " ", "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "`": 340
        case "f", "r", "t", "-", "/", "\\", "\"", "*", "·": 420
        case "c", "s", "z", "k", "J", "v", "x", "y": 560
        case "m", "w", "M", "W", "@", "%", "—", "…": 960
        case "a"..."z": 620
        case "A"..."Z", "&", "=", "+", "<", ">", "~", "#": 740
        case "\u{0600}"..."\u{06FF}", "\u{0590}"..."\u{05FF}": 620
        case "\u{0400}"..."\u{04FF}": 700
        default: 660
        }
    }

    /// What fills a square: East Asian writing and most pictures.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    private static let pauses: Set<Unicode.Scalar> = [",", ".", ";", ":", "-", "–", "،", "؛", "、", "。"]
    private static let codeWidth = 620
    private static let codeBreaks: Set<Unicode.Scalar> = [":", ".", "/", "_", "-", "@", "*", "?", "&", "="]
    private static let mostGlyphs = 160
}
