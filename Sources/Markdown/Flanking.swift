/// Whether a run of delimiters stands at the beginning or the end of words, as CommonMark defines it.
struct Flanking {
    let isLeft: Bool
    let isRight: Bool

    init(of run: Range<Int>, in content: [UInt8]) {
        let before = Self.scalar(endingAt: run.lowerBound, in: content)
        let after = Self.scalar(at: run.upperBound, in: content)
        let spaceBefore = Self.isSpace(before)
        let spaceAfter = Self.isSpace(after)
        let punctuationBefore = Self.isPunctuation(before)
        let punctuationAfter = Self.isPunctuation(after)
        isLeft = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore)
        isRight = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter)
    }

    /// A line end where there is no more text.
    static func scalar(at offset: Int, in content: [UInt8]) -> Unicode.Scalar {
        guard offset < content.count else { return "\n" }
        guard content[offset] >= 0x80 else { return Unicode.Scalar(content[offset]) }
        var decoder = UTF8()
        var bytes = content[offset..<min(offset + 4, content.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return "\u{FFFD}" }
        return scalar
    }

    static func scalar(endingAt offset: Int, in content: [UInt8]) -> Unicode.Scalar {
        guard offset > 0 else { return "\n" }
        var start = offset - 1
        while start > 0, offset - start < 4, content[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start, in: content)
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? UInt8(truncatingIfNeeded: scalar.value).isWhitespace
            : scalar.properties.generalCategory == .spaceSeparator
    }

    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return UInt8(truncatingIfNeeded: scalar.value).isPunctuation }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default:
            return false
        }
    }
}
