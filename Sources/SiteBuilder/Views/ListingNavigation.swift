import Listing

/// The way through the pages of one listing, or of the directory's own help.
struct ListingNavigation: Sendable {
    private let pages: [Page]
    private let listing: ParsedListing
    private let links: SiteLinks

    init(_ listing: ParsedListing, links: SiteLinks) {
        self.listing = listing
        pages = listing.shownPages
        self.links = links
    }

    func sidebar(current name: String?) -> [PageLinkModel] {
        pages.map { link(to: $0, isCurrent: $0.name == name) }
    }

    func neighbours(of name: String?) -> (previous: PageLinkModel?, next: PageLinkModel?) {
        guard let position = pages.firstIndex(where: { $0.name == name }) else { return (nil, nil) }
        return (
            position > 0 ? link(to: pages[position - 1]) : nil,
            position + 1 < pages.count ? link(to: pages[position + 1]) : nil
        )
    }

    private func link(to page: Page, isCurrent: Bool = false) -> PageLinkModel {
        PageLinkModel(
            title: listing.shownTitle(of: page),
            url: links.link(to: SiteAddress(contentPath: page.contentPath)),
            isCurrent: isCurrent
        )
    }
}
