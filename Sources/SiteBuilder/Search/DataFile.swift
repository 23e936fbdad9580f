import Listing

/// A script that hands data to one function, since a page that no server serves can load nothing else.
struct DataFile: Sendable {
    let page: RenderedPage
    /// Of its content, and a part of its name, so that it may be kept for ever.
    let hash: [UInt8]

    private static let hashLength = 8

    /// - Parameters:
    ///   - set: the folder below `data`.
    ///   - kind: a letter; the files of a kind are numbered.
    ///   - json: the data.
    init(set: String, kind: String, number: Int, json: [UInt8]) {
        let bytes = Self.script(json)
        let hash = contentHash(bytes).prefix(Self.hashLength)
        let name = "\(Self.folder(of: set))/\(kind)\(number).\(hash).js"
        page = RenderedPage(address: SiteAddress(path: name), bytes: bytes)
        self.hash = Array(hash.utf8)
    }

    /// The file with a fixed name that tells the hashes of the others.
    ///
    /// Beside their folder, so that a server is told of all that stands in the folder to keep it for ever.
    static func index(set: String, json: [UInt8]) -> RenderedPage {
        RenderedPage(address: SiteAddress(path: "\(folder(of: set)).js"), bytes: script(json))
    }

    static func folder(of set: String) -> String { "data/\(set)" }

    private static func script(_ json: [UInt8]) -> [UInt8] {
        Array("candorData(".utf8) + json + Array(")\n".utf8)
    }
}
