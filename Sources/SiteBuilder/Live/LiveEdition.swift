import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Synchronization

/// A live site in one of its languages: its listings, and what is made of all of them together.
final class LiveEdition: Sendable {
    /// Among the languages of the site, the main one first.
    let number: Int
    let site: SiteFrame
    private let renderer: PageRenderer?
    private let catalogue: Catalogue?
    private let scopeSlugs: Slugs
    /// In the order in which a build works on them.
    private let listings: [LiveListing]
    /// Of the main language, the others, which one file tells of together with it.
    private let translations: [LiveEdition]
    /// Made when it is asked for: sorting thousands of listings takes longer than showing one.
    private let madeDirectory = Mutex<DirectoryRenderer?>(nil)
    /// What the search and the filter read, made when somebody searches.
    private let searchFiles = Mutex<[SiteAddress: RenderedPage]?>(nil)
    private let filterFiles = Mutex<[SiteAddress: RenderedPage]?>(nil)

    init(
        number: Int,
        site: SiteFrame,
        renderer: PageRenderer?,
        catalogue: Catalogue?,
        scopeSlugs: Slugs,
        listings: [LiveListing],
        translations: [LiveEdition] = []
    ) {
        self.translations = translations
        self.number = number
        self.site = site
        self.renderer = renderer
        self.catalogue = catalogue
        self.scopeSlugs = scopeSlugs
        self.listings = listings
    }

    var listingRenderer: ListingRenderer? {
        renderer.map { ListingRenderer(renderer: $0, site: site, scopeSlugs: scopeSlugs) }
    }

    var directory: DirectoryRenderer? {
        guard let renderer, let catalogue else { return nil }
        return madeDirectory.withLock { directory in
            if let directory { return directory }
            let summaries = listings.map { $0.shownSummary(number) }.filter { $0.manifestPlace != nil }
            let made = DirectoryRenderer(
                renderer: renderer,
                site: site,
                plan: DirectoryPlan(summaries, catalogue: catalogue, scopeSlugs: scopeSlugs),
                translations: translations.compactMap { edition in
                    edition.directory.map { (edition.site, $0.plan) }
                }
            )
            directory = made
            return made
        }
    }

    /// What the search or the filter reads at an address.
    func dataFile(at address: SiteAddress) -> RenderedPage? {
        if address.path.hasPrefix(SearchIndex.folder) { return searchFilesByAddress[address] }
        if address.path.hasPrefix(FilterIndex.folder) { return filterFilesByAddress[address] }
        return nil
    }

    var dataAddresses: [SiteAddress] { Array(searchFilesByAddress.keys) + Array(filterFilesByAddress.keys) }

    private var filterFilesByAddress: [SiteAddress: RenderedPage] {
        guard let fragments = directory?.fragments else { return [:] }
        return filterFiles.withLock { files in
            Self.made(&files) {
                let cards = fragments.cardFileNumbers.map(fragments.cardFile)
                return cards.map(\.page)
                    + FilterIndex.files(fragments.plan, site.texts, cardHashes: cards.flatMap(\.hash))
            }
        }
    }

    /// There is no search before every listing was read: it would find only some.
    private var searchFilesByAddress: [SiteAddress: RenderedPage] {
        guard let directory, let catalogue, !listings.contains(where: \.isOutlined) else { return [:] }
        return searchFiles.withLock { files in
            Self.made(&files) {
                let search = SearchGathering(catalogue, scopeSlugs, site.texts)
                let extracts = listings.map { listing in
                    listing.published?.editions[number].search
                        ?? SearchExtract(withoutPages: listing.shownSummary(number))
                }
                for (position, extract) in extracts.enumerated() { search.add(extract, at: position) }
                let ids = directory.plan.summaries.map(\.id)
                let owners = search.owners(extracts.map(\.entry), order: ids)
                let parts = (0..<SearchGathering.partCount).map { search.part($0, owners) }
                let pages = owners.fileNumbers.map(owners.file)
                let dialog = directory.fragments.searchDialog
                let hashes = pages.flatMap(\.hash)
                return pages.map(\.page) + SearchIndex.files(parts, owners, dialog: dialog, pageHashes: hashes)
            }
        }
    }

    private static func made(
        _ files: inout [SiteAddress: RenderedPage]?,
        _ make: () -> [RenderedPage]
    ) -> [SiteAddress: RenderedPage] {
        if let files { return files }
        let made = Dictionary(make().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        files = made
        return made
    }

    /// Pages of the directory, further pages of long lists left out.
    var directoryPages: [SiteAddress] {
        let scopes = catalogue?.scopes.map { SiteAddress.scope(scopeSlugs[$0.id.value]) } ?? []
        let categories = directory?.plan.categories.map { SiteAddress.category($0.slug) } ?? []
        let products = directory?.plan.products.map { SiteAddress.product($0.id) } ?? []
        return [.home, .scopes(), .search()] + scopes + categories + products
    }
}
