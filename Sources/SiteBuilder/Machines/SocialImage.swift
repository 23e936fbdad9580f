import Listing
import LocatedJSON
import Templates

/// The picture on a card that another site shows of a page: one of the listing's, else the theme's.
struct SocialImage: Sendable {
    let url: String
    let size: (width: Int, height: Int)
    let alt: String
    /// Whether it is a screenshot, and not a logo.
    let isLarge: Bool

    /// The first screenshot, else the logo; nil where the site does not know its own address, since cards need it.
    init?(of listing: ParsedListing, _ media: PublishedMedia, _ links: MachineLinks) {
        guard links.baseURL != nil, let items = listing.manifest?.media else { return nil }
        let pictures = items.filter { $0.kind == .screenshot } + items.filter { $0.kind == .logo }
        for item in pictures {
            // What shows cards does not draw vectors.
            guard let file = item.file.flatMap({ media[$0.value] }), file.asset.facts?.format != .svg else { continue }
            url = links.url(of: file.address)
            size = file.shownSize
            alt = item.alt?.value ?? ""
            isLarge = item.kind == .screenshot
            return
        }
        return nil
    }

    /// The theme's picture; nil where it has none, or the site does not know its own address.
    init?(of site: SiteFrame) {
        guard site.baseURL != nil, let picture = site.socialPicture else { return nil }
        url = site.machineLinks(from: .home).url(of: picture.address)
        size = (picture.size.width, picture.size.height)
        alt = site.texts.string(of: Phrase("socialImage.alt"))
        isLarge = true
    }

    static let view = View<SocialImage>(
        "social image",
        [
            .text("url", "Its address in full.") { $0.url },
            .text("width", "In pixels.") { String($0.size.width) },
            .text("height", "In pixels.") { String($0.size.height) },
            .text("alt", "What it shows.") { $0.alt },
        ]
    )
}
