import Diagnostics
import Listing
import LocatedJSON
import Templates

/// What is kept of a listing once its pages are written: enough for the pages of the directory and for links into it.
struct ListingSummary: Sendable {
    let id: String
    let name: String
    let tagline: ContentText
    let builtBy: String
    let logo: PublishedFile?
    let categories: [CategoryName]
    /// Ids of the products that it adds to.
    let complements: [String]
    /// The start of the manifest; absent for the pages of the directory itself.
    let manifestPlace: SourceRange?
    /// Where the manifest names it.
    let namePlace: SourceRange?
    let status: IntegrationManifest.Status
    let updated: CalendarDate?
    let permissionSummary: Phrase
    let requests: [RequestSummary]
    /// What its features make use of.
    let usedScopes: Set<String>
    let featureCount: Int
    let pages: [PageSummary]
    /// Published files beside the pages, from the root of the content folder.
    let files: [String]
    let linksElsewhere: [CrossLink]
    /// The hosts whose players its pages show once a reader asks for them.
    let frameHosts: [String]
    /// What a feed tells of it, newest first.
    let news: [FeedEntry]
    /// To find listings that say the same.
    let sketch: ProseSketch

    /// Whether its own page is written in the language of the site, and not shown for want of a translation.
    var isOverviewTranslated: Bool {
        pages.first { $0.contentPath == "integrations/\(id)/index.md" }?.isTranslated ?? true
    }

    var initial: String { String(name.prefix(1)).uppercased() }
}

/// A category as listings name it, and as it is called in the language of the site.
struct CategoryName: Sendable, Hashable {
    let name: String
    let title: ContentText
}

struct RequestSummary: Sendable {
    let scope: String
    let anchor: String
    let requirement: ScopeRequest.Requirement
    let reason: ContentText
}

struct PageSummary: Sendable {
    /// From the root of the content folder.
    let contentPath: String
    let title: String
    /// The file that it was read from, where a translation has another one: `integrations/acme/setup.fr.md`.
    let translation: String?
    /// Whether it is written in the language of the site, and not shown for want of a translation.
    let isTranslated: Bool
    /// When it was last changed; absent where the page does not say.
    let updated: CalendarDate?
    let anchors: AnchorSet
}

/// The heading ids of a page in one piece of memory: there may be hundreds of thousands in a large directory.
struct AnchorSet: Sendable {
    private let joined: String

    init(_ anchors: some Sequence<String>) {
        joined = anchors.joined(separator: "\n")
    }

    var all: [Substring] { joined.split(separator: "\n") }
    func contains(_ anchor: String) -> Bool { all.contains { $0 == anchor } }
}

/// A link from one listing into another, which can be followed only when all are read.
struct CrossLink: Sendable {
    let contentPath: String
    let anchor: String?
    let place: SourceRange
}
