import Diagnostics
import Listing
import LocatedJSON

/// A medium of the manifest, or a picture that a page shows by its path, together with what its file says of itself.
struct MediumFile {
    /// nil of a picture that the manifest does not describe.
    let item: MediaItem?
    /// Where the file is named.
    let range: SourceRange
    let asset: AssetFile
    let facts: MediaFacts
}

extension ParsedListing {
    /// The screenshots or logos whose files were read; the others are missing, and reported as that.
    func pictures(of kind: PictureLimit.Kind) -> [MediumFile] {
        let described = media(of: kind.mediaKind).compactMap(mediumFile)
        guard kind != .logo else { return described }
        return described
            + undescribedPictures.compactMap { picture in
                picture.asset.facts.map {
                    MediumFile(item: nil, range: picture.range, asset: picture.asset, facts: $0)
                }
            }
    }

    /// The videos that stand in the listing's own folder.
    var videoFiles: [MediumFile] { videos.compactMap(mediumFile) }

    var videos: [MediaItem] { media(of: .video) }

    func media(of kind: MediaItem.Kind) -> [MediaItem] {
        (manifest?.media ?? []).filter { $0.kind == kind }
    }

    func mediumFile(_ item: MediaItem) -> MediumFile? {
        guard let file = item.file, let asset = asset(named: file.value), let facts = asset.facts else { return nil }
        return MediumFile(item: item, range: file.range, asset: asset, facts: facts)
    }
}

extension PictureLimit.Kind {
    var mediaKind: MediaItem.Kind { self == .logo ? .logo : .screenshot }
}

extension MediaItem {
    /// "screenshot", or "medium" as long as its kind is missing.
    var kindName: String { kind?.rawValue ?? "medium" }
}
