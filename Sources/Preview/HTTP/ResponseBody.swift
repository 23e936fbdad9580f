import FileSystem

/// The bytes that are still to be sent.
struct ResponseBody: Sendable {
    private enum Source: Sendable {
        case bytes([UInt8])
        case file(OpenFile)
    }

    /// Large enough that a video is sent in few steps, small enough that a slow client holds little.
    private static let pieceLength = 1 << 16

    static let nothing = ResponseBody([])

    private let source: Source
    private var remaining: Range<Int>

    init(_ bytes: [UInt8]) {
        source = .bytes(bytes)
        remaining = 0..<bytes.count
    }

    init(_ file: OpenFile) {
        source = .file(file)
        remaining = 0..<file.byteCount
    }

    var byteCount: Int { remaining.count }

    func part(_ range: Range<Int>) -> ResponseBody {
        var part = self
        part.remaining = range.clamped(to: remaining)
        return part
    }

    /// Puts the next piece at the end of `output`; false when a file has less than it had at first.
    mutating func movePiece(to output: inout [UInt8]) -> Bool {
        let end = remaining.lowerBound + min(Self.pieceLength, remaining.count)
        let piece = remaining.lowerBound..<end
        remaining = end..<remaining.upperBound
        switch source {
        case .bytes(let bytes):
            output += bytes[piece]
            return true
        case .file(let file):
            let bytes = file.bytes(at: piece.lowerBound, count: piece.count)
            output += bytes
            return bytes.count == piece.count
        }
    }
}
