/// Turns byte offsets of one file into lines and columns; built once a file.
///
/// A line ends at LF, CR or CRLF. Offsets past the end count as the end.
package struct LineIndex: Sendable {
    /// Offset of the first byte of each line.
    private let lineStarts: [Int]
    private let byteCount: Int
    /// How many scalars begin before each step, so that a line of megabytes is not counted anew for each place in it.
    private let scalarCounts: [Int]

    private static let step = 1 << 16

    package init(_ bytes: [UInt8]) {
        var starts = [0]
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(offset) }
        }
        lineStarts = starts
        byteCount = bytes.count
        scalarCounts = Self.scalarCounts(bytes)
    }

    private static func scalarCounts(_ bytes: [UInt8]) -> [Int] {
        var counts = [0]
        for end in stride(from: step, through: bytes.count, by: step) {
            counts.append(counts[counts.count - 1] + bytes[(end - step)..<end].count { $0 & 0xC0 != 0x80 })
        }
        return counts
    }

    package var lineCount: Int { lineStarts.count }

    /// The zero-based number of the line that holds the byte at `offset`.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a zero-based line, its line end included.
    package func range(ofLine line: Int) -> ByteRange {
        let start = lineStarts[line]
        return ByteRange(start, line + 1 < lineStarts.count ? lineStarts[line + 1] : byteCount)
    }
}

/// A place as editors count it: both numbers from one, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable {
    package let line: Int
    package let column: Int
}

extension LineIndex {
    /// - Parameter bytes: those that the index was built from.
    package func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let offset = min(offset, bytes.count)
        let line = line(at: offset)
        let start = range(ofLine: line).start
        let count = scalarCount(before: offset, in: bytes) - scalarCount(before: start, in: bytes)
        return SourcePosition(line: line + 1, column: count + 1)
    }

    private func scalarCount(before offset: Int, in bytes: [UInt8]) -> Int {
        let step = offset / Self.step
        return scalarCounts[step] + bytes[(step * Self.step)..<offset].count { $0 & 0xC0 != 0x80 }
    }
}
