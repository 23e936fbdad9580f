import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Rules
import Synchronization

/// A live site at one moment; nothing of it changes any more, so readers need no lock and never see two states at once.
final class LiveSnapshot: Sendable {
    let build: Int
    let preparation: SitePreparation
    let listings: [ListingUnit.Subject: LiveListing]
    /// The pages of the directory and the integrations, in the order in which a build works on them.
    let order: [ListingUnit.Subject]
    let report: DiagnosticReport
    /// The part of the report that is about no listing.
    let sharedReport: DiagnosticReport
    /// Differs between any two states of what stands on every page.
    let frameVersion: Int
    /// Differs between any two states of what the pages of the directory tell.
    let directoryVersion: Int
    let frame: SiteFrame
    /// Whether the site, the catalogue or the theme on the disk has errors, so that earlier ones are in use.
    let isBehind: Bool
    private let unit: ListingUnit
    private let scopeSlugs: Slugs
    private let renderer: PageRenderer?
    /// Made when it is asked for: sorting thousands of listings takes longer than showing one.
    private let directory = Mutex<DirectoryRenderer?>(nil)
    private let linked = Mutex<LinkedFiles?>(nil)
    /// What the search and the filter read, made when somebody searches.
    private let searchFiles = Mutex<[SiteAddress: RenderedPage]?>(nil)
    private let filterFiles = Mutex<[SiteAddress: RenderedPage]?>(nil)

    init(
        build: Int,
        preparation: SitePreparation,
        frame: SiteFrame,
        unit: ListingUnit,
        listings: [ListingUnit.Subject: LiveListing],
        order: [ListingUnit.Subject],
        report: DiagnosticReport,
        sharedReport: DiagnosticReport,
        frameVersion: Int,
        directoryVersion: Int,
        isBehind: Bool
    ) {
        self.build = build
        self.preparation = preparation
        self.frame = frame
        self.unit = unit
        self.listings = listings
        self.order = order
        self.report = report
        self.sharedReport = sharedReport
        self.frameVersion = frameVersion
        self.directoryVersion = directoryVersion
        self.isBehind = isBehind
        scopeSlugs = Slugs(preparation.catalogue?.scopes.map(\.id.value) ?? [])
        renderer = preparation.theme.map { PageRenderer(theme: $0, language: frame.language) }
    }

    /// What the bytes of a page depend on: while it stays the same, so do they.
    struct Stamp: Sendable, Hashable {
        let frame: Int
        let own: Int
    }

    /// A place of the site where something stands, found without rendering anything.
    enum Place: Sendable {
        case page(of: LiveListing, named: String)
        /// A page as plain Markdown.
        case twin(of: LiveListing, named: String)
        case record(of: LiveListing)
        case media(path: String)
        case part(DirectoryPart)
        case asset(RenderedPage)
        case data(RenderedPage)
        /// Of a listing that has errors and nothing to show in their place.
        case withheld(LiveListing)
    }

    func place(of address: SiteAddress) -> Place? {
        if let subject = Self.subject(of: address) {
            guard let listing = listings[subject].map(current) else { return nil }
            return place(of: address, in: listing)
        }
        if address.path.hasPrefix(SiteAddress.linkedFiles) {
            return linkedFiles.contentPath(at: address).map { .media(path: "\(preparation.loader.path)/\($0)") }
        }
        if let asset = preparation.theme?.files.first(where: { $0.address == address }) { return .asset(asset) }
        if let file = dataFile(at: address) { return .data(file) }
        return directoryRenderer?.part(at: address).map { .part($0) }
    }

    func stamp(of place: Place) -> Stamp {
        switch place {
        case .page(let listing, _), .twin(let listing, _), .record(let listing), .withheld(let listing):
            Stamp(frame: frameVersion, own: listing.version)
        case .part, .data: Stamp(frame: frameVersion, own: directoryVersion)
        case .asset, .media: Stamp(frame: frameVersion, own: 0)
        }
    }

    /// The bytes of what Candor makes; nil where it cannot be made as things stand.
    func bytes(at address: SiteAddress, _ place: Place) -> [UInt8]? {
        switch place {
        case .page(let listing, let name): render(name, of: listing)
        case .twin(let listing, let name):
            make(of: listing) { renderer, checked, media in
                checked.listing.pages.first { $0.name == name }.flatMap { renderer.twin(of: $0, in: checked, media) }
            }
        case .record(let listing):
            make(of: listing) { renderer, checked, media in
                renderer.record(of: checked, media)
            }
        case .part(let part): render(part, at: address)
        case .asset(let file), .data(let file): file.bytes
        case .media, .withheld: nil
        }
    }

    private static func subject(of address: SiteAddress) -> ListingUnit.Subject? {
        let names = address.path.split(separator: "/", maxSplits: 2)
        guard names.count > 1 else { return nil }
        return names[0] == "pages" ? .directoryPages : names[0] == "integrations" ? .integration(String(names[1])) : nil
    }

    /// A listing of which only the manifest was read is read now.
    private func current(_ listing: LiveListing) -> LiveListing {
        guard case .outlined = listing.state, let examined = try? unit.examine(listing.subject) else { return listing }
        return LiveListing(examined, of: listing.subject, after: listing, version: listing.version)
    }

    private func place(of address: SiteAddress, in listing: LiveListing) -> Place? {
        guard let published = listing.published else {
            return address.path.hasSuffix(".html") && listing.hasErrors ? .withheld(listing) : nil
        }
        if let name = published.pages[address] { return .page(of: listing, named: name) }
        if let name = published.twins[address] { return .twin(of: listing, named: name) }
        if case .integration(let id) = listing.subject, address == .listingRecord(id) { return .record(of: listing) }
        return published.media.file(at: address).map { .media(path: $0.asset.path) }
    }

    private func render(_ name: String, of listing: LiveListing) -> [UInt8]? {
        guard let renderer, let published = listing.published,
            let checked = unit.examine(published.tree, of: listing.subject, DiagnosticReport()).checked,
            let page = checked.listing.pages.first(where: { $0.name == name })
        else { return nil }
        var report = DiagnosticReport()
        let rendered = ListingRenderer(renderer: renderer, site: frame, scopeSlugs: scopeSlugs).render(
            page,
            of: checked,
            summary: checked.listing.manifest == nil ? nil : published.summary,
            media: published.media,
            reporting: &report
        )
        return report.hasErrors ? nil : rendered.bytes
    }

    private func make(
        of listing: LiveListing,
        _ file: (ListingRenderer, CheckedListing, PublishedMedia) -> RenderedPage?
    ) -> [UInt8]? {
        guard let renderer, let published = listing.published,
            let checked = unit.examine(published.tree, of: listing.subject, DiagnosticReport()).checked
        else { return nil }
        let listingRenderer = ListingRenderer(renderer: renderer, site: frame, scopeSlugs: scopeSlugs)
        return file(listingRenderer, checked, published.media)?.bytes
    }

    private func render(_ part: DirectoryPart, at address: SiteAddress) -> [UInt8]? {
        var found: [UInt8]?
        var report = DiagnosticReport()
        try? directoryRenderer?.render(part, reporting: &report) { page in
            if page.address == address { found = page.bytes }
        }
        return report.hasErrors ? nil : found
    }

    private var linkedFiles: LinkedFiles {
        linked.withLock { linked in
            if let linked { return linked }
            let made = LinkedFiles(among: order.compactMap { listings[$0]?.shownSummary })
            linked = made
            return made
        }
    }

    private var directoryRenderer: DirectoryRenderer? {
        guard let renderer, let catalogue = preparation.catalogue else { return nil }
        return directory.withLock { directory in
            if let directory { return directory }
            let summaries = order.compactMap { listings[$0]?.shownSummary }.filter { $0.manifestPlace != nil }
            let made = DirectoryRenderer(
                renderer: renderer,
                site: frame,
                plan: DirectoryPlan(summaries, catalogue: catalogue, scopeSlugs: scopeSlugs)
            )
            directory = made
            return made
        }
    }
}

extension LiveSnapshot {
    private func dataFile(at address: SiteAddress) -> RenderedPage? {
        if address.path.hasPrefix(SearchIndex.folder) { return searchFilesByAddress[address] }
        if address.path.hasPrefix(FilterIndex.folder) { return filterFilesByAddress[address] }
        return nil
    }

    private var filterFilesByAddress: [SiteAddress: RenderedPage] {
        guard let fragments = directoryRenderer?.fragments else { return [:] }
        return filterFiles.withLock { files in
            Self.made(&files) {
                let cards = fragments.cardFileNumbers.map(fragments.cardFile)
                return cards.map(\.page)
                    + FilterIndex.files(fragments.plan, frame.texts, cardHashes: cards.flatMap(\.hash))
            }
        }
    }

    /// There is no search before every listing was read: it would find only some.
    private var searchFilesByAddress: [SiteAddress: RenderedPage] {
        let shown = order.compactMap { listings[$0] }
        guard let directoryRenderer, let catalogue = preparation.catalogue,
            !shown.contains(where: { if case .outlined = $0.state { true } else { false } })
        else { return [:] }
        return searchFiles.withLock { files in
            Self.made(&files) {
                let search = SearchGathering(catalogue, scopeSlugs, frame.texts)
                let extracts = shown.map { $0.published?.search ?? SearchExtract(withoutPages: $0.shownSummary) }
                for (position, extract) in extracts.enumerated() { search.add(extract, at: position) }
                let ids = directoryRenderer.plan.summaries.map(\.id)
                let owners = search.owners(extracts.map(\.entry), order: ids)
                let parts = (0..<SearchGathering.partCount).map { search.part($0, owners) }
                let pages = owners.fileNumbers.map(owners.file)
                let dialog = directoryRenderer.fragments.searchDialog
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

    /// The listing is read as it is on the disk now, with errors or without: an author wants to see what is missing.
    func inspection(ofPageAt address: SiteAddress) -> PageInspection? {
        guard let subject = Self.subject(of: address), subject != .directoryPages, listings[subject] != nil,
            let examined = try? unit.examine(subject)
        else { return nil }
        return PageInspection(of: examined.listing)
    }

    /// The pages of the listings and of the directory, further pages of long lists left out.
    var pagePaths: [String] {
        let pages: [SiteAddress] = order.compactMap { listings[$0]?.published }.flatMap { Array($0.pages.keys) }
        let scopes = preparation.catalogue?.scopes.map { SiteAddress.scope(scopeSlugs[$0.id.value]) } ?? []
        let categories = directoryRenderer?.plan.categories.map { SiteAddress.category($0.slug) } ?? []
        return ([.home, .scopes(), .search()] + scopes + categories + pages).map(\.path).sorted()
    }

    /// Everything that a build would publish, as addresses; files of the content among them.
    var addresses: [SiteAddress] {
        var addresses = preparation.theme?.files.map(\.address) ?? []
        for subject in order {
            guard let published = listings[subject]?.published else { continue }
            addresses += Array(published.pages.keys) + Array(published.twins.keys)
            addresses += published.media.files.map(\.address)
            if case .integration(let id) = subject { addresses.append(.listingRecord(id)) }
        }
        addresses += linkedFiles.paths.map(SiteAddress.linkedFile)
        guard let directoryRenderer else { return addresses }
        addresses += Array(searchFilesByAddress.keys) + Array(filterFilesByAddress.keys)
        var report = DiagnosticReport()
        for part in directoryRenderer.parts {
            try? directoryRenderer.render(part, reporting: &report) { addresses.append($0.address) }
        }
        return addresses
    }
}
