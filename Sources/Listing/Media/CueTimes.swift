import Diagnostics

/// The times of a cue: `00:01.500 --> 01:00:02.000`, with settings behind them that make no difference here.
package enum CueTimes {
    /// Milliseconds as WebVTT writes them.
    package static func text(_ milliseconds: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let seconds = milliseconds / 1000
        return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) + "."
            + padded(milliseconds % 1000, 3)
    }

    enum Result {
        case times(start: Int, end: Int)
        case invalid(ByteRange)
    }

    /// - Parameter line: has an arrow.
    static func read(_ line: ArraySlice<UInt8>) -> Result {
        var index = line.startIndex
        let first = word(line, &index)
        let arrow = word(line, &index)
        let second = word(line, &index)
        // Spaces around the arrow may be left out by players, but not by authors.
        guard line[arrow].elementsEqual("-->".utf8) else { return .invalid(ByteRange(line.startIndex, line.endIndex)) }
        guard let start = milliseconds(line[first]) else {
            return .invalid(ByteRange(first.lowerBound, first.upperBound))
        }
        guard let end = milliseconds(line[second]) else {
            return .invalid(ByteRange(second.lowerBound, second.upperBound))
        }
        return .times(start: start, end: end)
    }

    private static func word(_ line: ArraySlice<UInt8>, _ index: inout Int) -> Range<Int> {
        while index < line.endIndex, isXMLSpace(line[index]) { index += 1 }
        let start = index
        while index < line.endIndex, !isXMLSpace(line[index]) { index += 1 }
        return start..<index
    }

    private static func milliseconds(_ text: ArraySlice<UInt8>) -> Int? {
        let fields = text.split(separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), let last = fields.last else { return nil }
        let parts = last.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 2, let seconds = number(parts[0], 2...2), let rest = number(parts[1], 3...3),
            let minutes = number(fields[fields.count - 2], 2...2), minutes < 60, seconds < 60
        else { return nil }
        var hours = 0
        if fields.count == 3 {
            guard let written = number(fields[0], 2...6) else { return nil }
            hours = written
        }
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
    }

    private static func number(_ digits: ArraySlice<UInt8>, _ lengths: ClosedRange<Int>) -> Int? {
        guard lengths.contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
