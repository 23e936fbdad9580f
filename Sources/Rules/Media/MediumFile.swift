import Listing
import LocatedJSON

/// A medium of the manifest together with what its file says of itself.
struct MediumFile {
    let item: MediaItem
    let file: Located<String>
    let asset: AssetFile
    let facts: MediaFacts
}

extension ParsedListing {
    /// The screenshots or logos whose files were read; the others are missing, and reported as that.
    func pictures(of kind: PictureLimit.Kind) -> [MediumFile] {
        media(of: kind.mediaKind).compactMap(mediumFile)
    }

    /// The videos that stand in the listing's own folder.
    var videoFiles: [MediumFile] { videos.compactMap(mediumFile) }

    var videos: [MediaItem] { media(of: .video) }

    func media(of kind: MediaItem.Kind) -> [MediaItem] {
        (manifest?.media ?? []).filter { $0.kind == kind }
    }

    func mediumFile(_ item: MediaItem) -> MediumFile? {
        guard let file = item.file, let asset = asset(named: file.value), let facts = asset.facts else { return nil }
        return MediumFile(item: item, file: file, asset: asset, facts: facts)
    }
}

extension PictureLimit.Kind {
    var mediaKind: MediaItem.Kind { self == .logo ? .logo : .screenshot }
}

extension MediaItem {
    /// "screenshot", or "medium" as long as its kind is missing.
    var kindName: String { kind?.rawValue ?? "medium" }
}
