import Diagnostics
import Listing
import LocatedJSON
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
    /// What is known of it now, with errors or without, in each language of the site.
    let summaries: [ListingSummary]
    /// Differs between any two states of the listing.
    let version: Int

    enum State: Sendable {
        /// Only its manifest was read, so that the directory could be shown at once.
        case outlined
        case examined(DiagnosticReport, Coverage)
    }

    struct Published: Sendable {
        let tree: SourceTree
        /// Ordered as the languages of the site are.
        let editions: [Edition]
        let media: PublishedMedia
        /// As BCP 47 tags.
        fileprivate let languages: [String]

        struct Edition: Sendable {
            let summary: ListingSummary
            /// The names of the pages by their addresses.
            let pages: [SiteAddress: String]
            /// The names of the pages by the addresses of their twins.
            let twins: [SiteAddress: String]
            let search: SearchExtract
        }
    }

    /// What it is called in the main language.
    var name: String { summaries[0].name }

    /// What the pages of the directory say of it in a language, by its number.
    func shownSummary(_ edition: Int) -> ListingSummary { published?.editions[edition].summary ?? summaries[edition] }

    var isOutlined: Bool { if case .outlined = state { true } else { false } }

    var hasErrors: Bool {
        if case .examined(let report, _) = state { return report.hasErrors }
        return false
    }
}

extension LiveListing {
    /// - Parameter earlier: the same listing before, whose published state stays while there are errors.
    init(_ examined: ListingUnit.Examined, of subject: ListingUnit.Subject, after earlier: LiveListing?, version: Int) {
        let summaries = examined.editions.map { ListingSummary(of: $0, media: examined.media) }
        self.init(
            subject: subject,
            state: .examined(examined.report, examined.coverage),
            published: examined.checked == nil || examined.report.hasErrors
                ? earlier?.published.flatMap { $0.isInLanguages(of: examined) ? $0 : nil }
                : Published(examined, summaries),
            summaries: summaries,
            version: version
        )
    }

    init(outline listing: ParsedListing, of subject: ListingUnit.Subject) {
        self.init(
            subject: subject,
            state: .outlined,
            published: nil,
            summaries: ([listing] + listing.translations).map {
                ListingSummary(of: $0, media: PublishedMedia(of: listing))
            },
            version: 0
        )
    }
}

extension LiveListing.Published {
    fileprivate init(_ examined: ListingUnit.Examined, _ summaries: [ListingSummary]) {
        tree = examined.tree.withoutRecordings
        languages = examined.languages
        editions = zip(examined.editions, summaries).map(Edition.init)
        media = examined.media
    }
}

extension LiveListing.Published {
    /// Not after the site was given other languages.
    fileprivate func isInLanguages(of examined: ListingUnit.Examined) -> Bool { languages == examined.languages }
}

extension ListingUnit.Examined {
    fileprivate var languages: [String] { editions.map(\.language.wanted) }
}

extension LiveListing.Published.Edition {
    fileprivate init(_ listing: ParsedListing, _ summary: ListingSummary) {
        let pages = listing.shownPages.map { (SiteAddress(contentPath: $0.contentPath), $0.name) }
        self.init(
            summary: summary,
            pages: Dictionary(pages, uniquingKeysWith: { first, _ in first }),
            twins: Dictionary(
                pages.compactMap { address, name in address.twin.map { ($0, name) } },
                uniquingKeysWith: { first, _ in first }
            ),
            search: SearchExtractor.extract(of: listing)
        )
    }
}
