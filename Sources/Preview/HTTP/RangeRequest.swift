/// What a `Range` header means for content of a known length.
enum RangeRequest: Sendable, Hashable {
    /// No range, or one that may be ignored: other units, several ranges, wrong syntax.
    case everything
    case part(Range<Int>)
    /// The content ends before it.
    case unsatisfiable

    init(_ field: String, length: Int) {
        switch Self.sides(of: field) {
        case (let first?, let last)?:
            self = first < length ? .part(first..<(min(last ?? length, length - 1) + 1)) : .unsatisfiable
        case (nil, 0?)?:
            self = .unsatisfiable
        case (nil, let count?)? where length > 0:
            self = .part((length - min(count, length))..<length)
        default:
            self = .everything
        }
    }

    /// The numbers of the one range in `bytes=first-last`; nil when there is no single well-formed range of bytes.
    private static func sides(of field: String) -> (first: Int?, last: Int?)? {
        let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].withoutBlanks.lowercased() == "bytes" else { return nil }
        let range = parts[1].withoutBlanks
        guard let dash = range.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let (left, right) = (range[..<dash].utf8, range[dash...].utf8.dropFirst())
        guard left.allSatisfy(\.isDigit), right.allSatisfy(\.isDigit), !(left.isEmpty && right.isEmpty) else {
            return nil
        }
        let (first, last) = (number(left), number(right))
        if let first, let last, last < first { return nil }
        return (first, last)
    }

    /// Nothing for no digits; a number too large to be held is as good as the largest.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        guard !digits.isEmpty else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
    }
}
