import Diagnostics
import Listing
import Rules

/// A listing as a live site holds it: as it was last found, and as it was when it was last without an error.
///
/// The files are kept and not what is read from them, which would take ten times the memory: a page is read again when
/// somebody asks for it.
struct LiveListing: Sendable {
    let subject: ListingUnit.Subject
    let state: State
    /// What readers see; nil as long as the listing never was without an error.
    let published: Published?
    /// What is known of it now, with errors or without.
    let summary: ListingSummary
    /// Differs between any two states of the listing.
    let version: Int

    enum State: Sendable {
        /// Only its manifest was read, so that the directory could be shown at once.
        case outlined
        case examined(DiagnosticReport, Coverage)
    }

    struct Published: Sendable {
        let tree: SourceTree
        let summary: ListingSummary
        let pages: [SiteAddress: String]
        /// The names of the pages by the addresses of their twins.
        let twins: [SiteAddress: String]
        let media: PublishedMedia
        let search: SearchExtract
    }

    /// What the pages of the directory say of it.
    var shownSummary: ListingSummary { published?.summary ?? summary }

    var hasErrors: Bool {
        if case .examined(let report, _) = state { return report.hasErrors }
        return false
    }
}

extension LiveListing {
    /// - Parameter earlier: the same listing before, whose published state stays while there are errors.
    init(_ examined: ListingUnit.Examined, of subject: ListingUnit.Subject, after earlier: LiveListing?, version: Int) {
        let summary = ListingSummary(of: examined.listing, media: examined.media)
        self.init(
            subject: subject,
            state: .examined(examined.report, examined.coverage),
            published: examined.checked == nil || examined.report.hasErrors
                ? earlier?.published : Published(examined, summary),
            summary: summary,
            version: version
        )
    }

    init(outline listing: ParsedListing, of subject: ListingUnit.Subject) {
        self.init(
            subject: subject,
            state: .outlined,
            published: nil,
            summary: ListingSummary(of: listing, media: PublishedMedia(of: listing)),
            version: 0
        )
    }
}

extension LiveListing.Published {
    fileprivate init(_ examined: ListingUnit.Examined, _ summary: ListingSummary) {
        let listing = examined.listing
        self.init(
            tree: examined.tree,
            summary: summary,
            pages: Dictionary(
                listing.pages.map { (SiteAddress(contentPath: $0.contentPath), $0.name) },
                uniquingKeysWith: { first, _ in first }
            ),
            twins: Dictionary(
                listing.pages.compactMap { page in
                    SiteAddress(contentPath: page.contentPath).twin.map { ($0, page.name) }
                },
                uniquingKeysWith: { first, _ in first }
            ),
            media: examined.media,
            search: SearchExtractor.extract(of: listing)
        )
    }
}
