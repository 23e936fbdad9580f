import Listing
import LocatedJSON
import Markup
import Rules
import Templates

/// The page of one integration.
final class ListingPageModel: FramedPage {
    let frame: PageFrame
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let summary: ListingSummary
    let published: PublishedMedia
    let overview: HTMLFragment
    let scopeSlugs: Slugs
    let anchors: PermissionAnchors
    let overviewPage: Page?
    let contents: [ContentsEntry]
    let permissionSentences: [Phrase]
    /// The newest of them.
    let releases: [ReleaseModel]
    /// How many more are on record.
    let earlierReleaseCount: Int

    init(
        frame: PageFrame,
        listing: ParsedListing,
        manifest: IntegrationManifest,
        summary: ListingSummary,
        published: PublishedMedia,
        overview: HTMLFragment,
        scopeSlugs: Slugs,
        permissions: ListingPermissions
    ) {
        self.frame = frame
        self.listing = listing
        self.manifest = manifest
        self.summary = summary
        self.published = published
        self.overview = overview
        self.scopeSlugs = scopeSlugs
        anchors = permissions.anchors
        overviewPage = listing.shownPages.first(where: \.isOverview)
        contents = overviewPage.map { ContentsEntry.entries(of: $0, in: frame.originalLanguage) } ?? []
        permissionSentences = permissions.sentences
        let recorded = ReleaseModel.releases(of: listing, anchors)
        releases = Array(recorded.prefix(ReleaseModel.mostOnPage))
        earlierReleaseCount = recorded.count - releases.count
    }

    /// Where the section of a feature stands, or the list of features as long as there is none.
    func url(of feature: Feature) -> String {
        guard let section = listing.shownSections(of: feature).first else { return "#feature.list" }
        if section.page == overviewPage?.name { return "#" + percentEncoded(section.anchor) }
        return frame.links.link(
            to: SiteAddress(contentPath: "\(listing.contentPath)/\(section.page)"),
            anchor: section.anchor
        )
    }

    func link(to file: String) -> String {
        frame.links.link(to: published.address(ofFile: file))
    }

    func media(_ kind: MediaItem.Kind) -> [NumberedMedium] {
        manifest.media.filter { $0.kind == kind }.enumerated().map {
            NumberedMedium(item: $0.element, number: $0.offset + 1, page: self)
        }
    }
}

struct NumberedMedium: Sendable {
    let item: MediaItem
    let number: Int
    let page: ListingPageModel
}
