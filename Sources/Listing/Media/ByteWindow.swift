/// The bytes of a file, fetched piece by piece where a reader looks, and no more of them than a budget allows.
///
/// Every access is checked, so that no number in a file can lead out of it.
package struct ByteWindow {
    package typealias Fetch = (_ offset: Int, _ count: Int) -> [UInt8]

    /// The most bytes that are fetched of one file.
    package static let budget = 1 << 20
    /// The most chunks, boxes and elements that are looked at in one file.
    package static let mostParts = 4096

    package let byteCount: Int
    package private(set) var fetchedCount = 0
    private let fetch: Fetch
    private var block: [UInt8] = []
    private var blockStart = 0
    private var partCount = 0

    // A small picture is fetched as a whole, of others the header at once and later only what is asked for.
    private static let smallFile = 8192
    private static let header = 2048
    private static let piece = 512

    package init(byteCount: Int, fetch: @escaping Fetch) {
        self.byteCount = byteCount
        self.fetch = fetch
    }

    package init(_ bytes: [UInt8]) {
        self.init(byteCount: bytes.count) { offset, count in
            Array(bytes.dropFirst(offset).prefix(count))
        }
    }

    /// To be called for each part, so that a file of a million empty ones costs no more than a sound one.
    mutating func countPart() throws(MediaProblem) {
        partCount += 1
        if partCount > Self.mostParts { throw .tooComplex }
    }

    mutating func bytes(at offset: Int, count: Int) throws(MediaProblem) -> ArraySlice<UInt8> {
        guard offset >= 0, count >= 0, offset <= byteCount, count <= byteCount - offset else { throw .truncated }
        if offset < blockStart || offset + count > blockStart + block.count { try fetchBlock(offset, count) }
        let start = offset - blockStart
        return block[start..<(start + count)]
    }

    private mutating func fetchBlock(_ offset: Int, _ count: Int) throws(MediaProblem) {
        let isFirst = fetchedCount == 0
        let usual = isFirst ? (byteCount <= Self.smallFile ? byteCount : Self.header) : Self.piece
        let wanted = min(max(count, usual), byteCount - offset)
        guard wanted <= Self.budget - fetchedCount else { throw .tooComplex }
        block = fetch(offset, wanted)
        blockStart = offset
        fetchedCount += wanted
        // The file may have become shorter since it was opened.
        if block.count < count { throw .truncated }
    }

    mutating func byte(at offset: Int) throws(MediaProblem) -> UInt8 {
        let found = try bytes(at: offset, count: 1)
        return found[found.startIndex]
    }

    /// An unsigned number of at most seven bytes, the highest first.
    mutating func number(at offset: Int, bytes count: Int) throws(MediaProblem) -> Int {
        try bytes(at: offset, count: min(count, 7)).reduce(0) { $0 << 8 | Int($1) }
    }

    /// An unsigned number of at most seven bytes, the lowest first.
    mutating func littleEndian(at offset: Int, bytes count: Int) throws(MediaProblem) -> Int {
        try bytes(at: offset, count: min(count, 7)).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func unsigned64(at offset: Int) throws(MediaProblem) -> UInt64 {
        try bytes(at: offset, count: 8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Four bytes that name a part: `IHDR`, `moov`.
    mutating func name(at offset: Int) throws(MediaProblem) -> String {
        String(decoding: try bytes(at: offset, count: 4), as: UTF8.self)
    }

    mutating func holds(_ expected: [UInt8], at offset: Int) throws(MediaProblem) -> Bool {
        try bytes(at: offset, count: expected.count).elementsEqual(expected)
    }

    /// The bytes of the whole file, where it is so small that they were fetched at once.
    var whole: [UInt8]? { blockStart == 0 && block.count == byteCount ? block : nil }

    /// The first bytes, fewer where the file has fewer.
    mutating func prefix(_ count: Int) throws(MediaProblem) -> ArraySlice<UInt8> {
        try bytes(at: 0, count: min(count, byteCount))
    }
}
