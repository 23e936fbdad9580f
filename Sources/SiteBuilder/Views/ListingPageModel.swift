import Listing
import LocatedJSON
import Markup
import Rules

/// The page of one integration.
final class ListingPageModel: FramedPage {
    let frame: PageFrame
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let summary: ListingSummary
    let overview: HTMLFragment
    let scopeSlugs: Slugs
    let anchors: PermissionAnchors
    let overviewPage: Page?
    let contents: [ContentsEntry]
    let permissionSentences: [String]

    init(
        frame: PageFrame,
        listing: ParsedListing,
        manifest: IntegrationManifest,
        summary: ListingSummary,
        overview: HTMLFragment,
        scopeSlugs: Slugs,
        anchors: PermissionAnchors
    ) {
        self.frame = frame
        self.listing = listing
        self.manifest = manifest
        self.summary = summary
        self.overview = overview
        self.scopeSlugs = scopeSlugs
        self.anchors = anchors
        overviewPage = listing.pages.first(where: \.isOverview)
        contents = overviewPage.map(ContentsEntry.entries) ?? []
        permissionSentences = PermissionWords(of: listing).sentences
    }

    /// Where the section of a feature stands, or the list of features as long as there is none.
    func url(of feature: Feature) -> String {
        guard let section = listing.sections(of: feature).first else { return "#feature-list" }
        if section.page == overviewPage?.name { return "#" + percentEncoded(section.anchor) }
        return frame.links.link(
            to: SiteAddress(contentPath: "\(listing.contentPath)/\(section.page)"),
            anchor: section.anchor
        )
    }

    func link(to file: String) -> String {
        frame.links.link(to: SiteAddress(contentPath: "\(listing.contentPath)/\(file)"))
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

/// The ids of the rows of a permission table: `scope-tile-data`.
///
/// They are part of addresses that others keep, so a second actor's request for a scope must not change the first one's.
struct PermissionAnchors: Sendable {
    private let slugs: Slugs
    private var names: [String: String] = [:]

    init(_ requests: [ScopeRequest]) {
        var ids: Set<String> = []
        for request in requests {
            names[request.reference] = ids.insert(request.id.value).inserted ? request.id.value : request.reference
        }
        slugs = Slugs(requests.compactMap { [names] in names[$0.reference] })
    }

    func anchor(of reference: String) -> String {
        "scope-" + slugs[names[reference] ?? reference]
    }
}
