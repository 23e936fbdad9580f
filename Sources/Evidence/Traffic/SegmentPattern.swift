/// Text with gaps of at least one byte.
struct SegmentPattern: Sendable, Hashable {
    private let first: [UInt8]
    private let last: [UInt8]
    /// What stands between two gaps.
    private let middle: [[UInt8]]
    private let gapCount: Int
    /// Of `{+name}`: the gap takes in slashes.
    let isOpen: Bool

    init(_ segment: PathSegment) {
        var texts: [[UInt8]] = [[]]
        var isOpen = false
        for part in segment.parts {
            switch part {
            case .text(let text): texts[texts.count - 1] += text.utf8
            case .parameter: texts.append([])
            case .openParameter:
                texts.append([])
                isOpen = true
            }
        }
        first = texts[0]
        last = texts.count > 1 ? texts[texts.count - 1] : []
        middle = Array(texts.dropFirst().dropLast())
        gapCount = texts.count - 1
        self.isOpen = isOpen
    }

    /// The text, where there are no gaps.
    var literal: [UInt8]? { gapCount == 0 ? first : nil }
    /// Whether it is one parameter and nothing else.
    var isParameter: Bool { gapCount == 1 && textCount == 0 }
    /// How much of it is text: more of it is more specific.
    var textCount: Int { first.count + last.count + middle.reduce(0) { $0 + $1.count } }

    func takes(_ text: [UInt8]) -> Bool {
        guard gapCount > 0 else { return text == first }
        guard text.count >= textCount + gapCount, text.starts(with: first), text.suffix(last.count).elementsEqual(last)
        else { return false }
        var place = first.count
        let end = text.count - last.count
        for piece in middle {
            // A gap holds at least one byte.
            guard let found = Self.find(piece, in: text, from: place + 1, to: end) else { return false }
            place = found + piece.count
        }
        return place < end
    }

    private static func find(_ piece: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start + piece.count <= end else { return nil }
        return (start...(end - piece.count)).first { text[$0..<($0 + piece.count)].elementsEqual(piece) }
    }
}
