import Listing

/// Writes data as scripts that hand it to one function, since a page that no server serves can load nothing else.
///
/// The files of one kind are numbered; each has a hash of its content in its name, so that it may be kept for ever. One
/// file with a fixed name tells the hashes.
struct DataChunks: Sendable {
    /// `search`, in whose folder below `data` they stand.
    let set: String
    private(set) var files: [RenderedPage] = []
    private var hashes: [UInt8] = []
    private var kind = ""
    private var count = 0

    /// Chunks grow to about this many bytes.
    static let usualLength = 16 << 10
    private static let hashLength = 8

    init(set: String) {
        self.set = set
    }

    private var folder: String { Self.folder(of: set) }

    static func folder(of set: String) -> String { "data/\(set)" }

    /// Begins a kind of chunks.
    mutating func begin(_ kind: String) {
        self.kind = kind
        count = 0
        hashes.removeAll()
    }

    /// - Parameter json: the data, as JSON.
    mutating func add(_ json: [UInt8]) {
        let name = "\(kind)\(count)"
        let bytes = Self.script(json)
        let hash = contentHash(bytes).prefix(Self.hashLength)
        files.append(RenderedPage(address: SiteAddress(path: "\(folder)/\(name).\(hash).js"), bytes: bytes))
        hashes += hash.utf8
        count += 1
    }

    /// The hashes of the chunks of the kind, one after the other.
    mutating func takeHashes() -> [UInt8] {
        defer { hashes.removeAll() }
        return hashes
    }

    mutating func addIndex(_ json: [UInt8]) {
        let address = SiteAddress(path: "\(folder)/index.js")
        files.append(RenderedPage(address: address, bytes: Self.script(json)))
    }

    private static func script(_ json: [UInt8]) -> [UInt8] {
        Array("candorData(".utf8) + json + Array(")\n".utf8)
    }
}
