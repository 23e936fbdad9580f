/// The files of one kind, numbered from 0.
struct DataChunks: Sendable {
    private let set: String
    private let kind: String
    private(set) var files: [RenderedPage] = []
    /// One after the other.
    private(set) var hashes: [UInt8] = []

    /// Chunks grow to about this many bytes.
    static let usualLength = 16 << 10

    init(set: String, kind: String) {
        self.set = set
        self.kind = kind
    }

    mutating func add(_ json: [UInt8]) {
        let file = DataFile(set: set, kind: kind, number: files.count, json: json)
        files.append(file.page)
        hashes += file.hash
    }
}
