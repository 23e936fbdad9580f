import Listing

/// Writes data as scripts that hand it to one function, since a page that no server serves can load nothing else.
///
/// The files of one kind are numbered; each has a hash of its content in its name, so that it may be kept for ever. One
/// file with a fixed name tells the hashes.
struct DataChunks: Sendable {
    let folder: String
    private(set) var files: [RenderedPage] = []
    private var hashes: [UInt8] = []
    private var kind = ""
    private var count = 0

    /// Chunks grow to about this many bytes.
    static let usualLength = 16 << 10
    private static let hashLength = 8

    init(folder: String) {
        self.folder = folder
    }

    /// Begins a kind of chunks.
    mutating func begin(_ kind: String) {
        self.kind = kind
        count = 0
        hashes.removeAll()
    }

    /// - Parameter json: the data, as JSON.
    mutating func add(_ json: [UInt8]) {
        let name = "\(kind)\(count)"
        let bytes = Self.script(name, json)
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

    mutating func addIndex(_ name: String, _ json: [UInt8]) {
        let address = SiteAddress(path: "\(folder)/\(name).js")
        files.append(RenderedPage(address: address, bytes: Self.script(name, json)))
    }

    private static func script(_ name: String, _ json: [UInt8]) -> [UInt8] {
        Array("candorData(\"\(name)\",".utf8) + json + Array(")\n".utf8)
    }
}
