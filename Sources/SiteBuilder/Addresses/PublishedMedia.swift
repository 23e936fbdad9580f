import Listing
import Synchronization

/// Where the media of a listing are published: under names that change with their content, so that browsers may keep
/// them for good.
struct PublishedMedia: Sendable {
    /// Ordered by the name in the listing's folder.
    let files: [PublishedFile]
    private let index: [String: Int]
    private let contentPath: String

    init(of listing: ParsedListing) {
        files = listing.assets.map { PublishedFile($0, in: listing.contentPath) }
        index = Dictionary(
            zip(listing.assets.map(\.name), files.indices),
            uniquingKeysWith: { first, _ in first }
        )
        contentPath = listing.contentPath
    }

    subscript(name: String) -> PublishedFile? { index[name].map { files[$0] } }

    /// Of a file that is not there, which has been reported, the address that it would have by its name alone.
    func address(ofFile name: String) -> SiteAddress {
        self[name]?.address ?? SiteAddress(contentPath: "\(contentPath)/\(name)")
    }

    /// The file at an address; the bytes of a file that has another name are not looked at.
    func file(at address: SiteAddress) -> PublishedFile? {
        contentPathOfPublished(address.path).flatMap { path in
            path.hasPrefix(contentPath + "/") ? self[String(path.dropFirst(contentPath.count + 1))] : nil
        }
        .flatMap { $0.address == address ? $0 : nil }
    }
}

/// A file of the content that is published as it is.
///
/// It is read for its address when somebody first asks for that: a preview of a thousand listings reads what is looked at.
final class PublishedFile: Sendable {
    let asset: AssetFile
    /// From the root of the content folder.
    let contentPath: String
    private let found = Mutex<SiteAddress?>(nil)

    init(_ asset: AssetFile, in folder: String) {
        self.asset = asset
        contentPath = "\(folder)/\(asset.name)"
    }

    /// Such as `integrations/acme/media/setup.0123456789abcdef.png`.
    var address: SiteAddress {
        found.withLock { found in
            if let found { return found }
            let address = SiteAddress(shared: Self.path(contentPath, named: asset.contentName()))
            found = address
            return address
        }
    }

    /// The address, if anybody has asked for it.
    var knownAddress: SiteAddress? { found.withLock { $0 } }

    /// How large it is shown: a file that does not tell gets the size that browsers give it, or that most videos have.
    var shownSize: (width: Int, height: Int) {
        if let size = asset.pixelSize { return (size.width, size.height) }
        return asset.name.lowercased().hasSuffix(".svg") ? (300, 150) : (1280, 720)
    }

    /// A file without an ending is never published, and one that cannot be read keeps its name until that is reported.
    private static func path(_ contentPath: String, named hash: String?) -> String {
        guard let hash, let dot = contentPath.lastIndex(of: ".") else { return contentPath }
        return "\(contentPath[..<dot]).\(hash)\(contentPath[dot...])"
    }

}
