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
    /// The site in its languages, the main one first.
    let editions: [LiveEdition]
    /// Whether the site, the catalogue or the theme on the disk has errors, so that earlier ones are in use.
    let isBehind: Bool
    private let unit: ListingUnit
    private let linked = Mutex<LinkedFiles?>(nil)

    init(
        build: Int,
        preparation: SitePreparation,
        frames: [SiteFrame],
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
        self.unit = unit
        self.listings = listings
        self.order = order
        self.report = report
        self.sharedReport = sharedReport
        self.frameVersion = frameVersion
        self.directoryVersion = directoryVersion
        self.isBehind = isBehind
        let scopeSlugs = Slugs(preparation.catalogue?.scopes.map(\.id.value) ?? [])
        let ordered = order.compactMap { listings[$0] }
        func edition(_ number: Int, translations: [LiveEdition] = []) -> LiveEdition {
            LiveEdition(
                number: number,
                site: frames[number],
                renderer: preparation.theme.map { PageRenderer(theme: $0, language: frames[number].language) },
                catalogue: preparation.editions[number].catalogue,
                scopeSlugs: scopeSlugs,
                listings: ordered,
                translations: translations
            )
        }
        let translations = frames.indices.dropFirst().map { edition($0) }
        editions = [edition(0, translations: translations)] + translations
    }

    var frames: [SiteFrame] { editions.map(\.site) }
    var main: LiveEdition { editions[0] }

    /// What the bytes of a page depend on: while it stays the same, so do they.
    struct Stamp: Sendable, Hashable {
        let frame: Int
        let own: Int
    }

    /// A place of the site where something stands, found without rendering anything.
    enum Place: Sendable {
        case page(of: LiveListing, named: String, in: LiveEdition)
        /// A page as plain Markdown.
        case twin(of: LiveListing, named: String, in: LiveEdition)
        case record(of: LiveListing, in: LiveEdition)
        case media(path: String)
        case part(DirectoryPart, in: LiveEdition)
        case asset(RenderedPage)
        case data(RenderedPage)
        /// Of a listing that has errors and nothing to show in their place.
        case withheld(LiveListing)
    }

    func place(of address: SiteAddress) -> Place? {
        if let asset = preparation.theme?.files.first(where: { $0.address == address }) { return .asset(asset) }
        if address.path.hasPrefix(SiteAddress.linkedFiles) {
            return linkedFiles.contentPath(at: address).map { .media(path: "\(preparation.loader.path)/\($0)") }
        }
        let (edition, address) = edition(of: address)
        if let subject = Self.subject(of: address) {
            guard let listing = listings[subject].map(current) else { return nil }
            return place(of: address, in: listing, edition)
        }
        if let file = edition.dataFile(at: address) { return .data(file) }
        return edition.directory?.part(at: address).map { .part($0, in: edition) }
    }

    /// The language that an address of the site belongs to, and the address in its folder.
    private func edition(of address: SiteAddress) -> (LiveEdition, SiteAddress) {
        for edition in editions.dropFirst() where address.path.hasPrefix(edition.site.folder) {
            return (edition, SiteAddress(path: String(address.path.dropFirst(edition.site.folder.count))))
        }
        return (main, address)
    }

    func stamp(of place: Place) -> Stamp {
        switch place {
        case .page(let listing, _, _), .twin(let listing, _, _), .record(let listing, _), .withheld(let listing):
            Stamp(frame: frameVersion, own: listing.version)
        case .part, .data: Stamp(frame: frameVersion, own: directoryVersion)
        case .asset, .media: Stamp(frame: frameVersion, own: 0)
        }
    }

    /// The bytes of what Candor makes; nil where it cannot be made as things stand.
    func bytes(at address: SiteAddress, _ place: Place) -> [UInt8]? {
        switch place {
        case .page(let listing, let name, let edition):
            make(of: listing, in: edition) { renderer, checked, published in
                var report = DiagnosticReport()
                let page = checked.listing.shownPages.first { $0.name == name }.map { page in
                    renderer.render(
                        page,
                        of: checked,
                        summary: checked.listing.manifest == nil ? nil : published.editions[edition.number].summary,
                        media: published.media,
                        reporting: &report
                    )
                }
                return report.hasErrors ? nil : page
            }
        case .twin(let listing, let name, let edition):
            make(of: listing, in: edition) { renderer, checked, published in
                checked.listing.shownPages.first { $0.name == name }.flatMap { page in
                    renderer.twin(of: page, in: checked, published.media)
                }
            }
        case .record(let listing, let edition):
            make(of: listing, in: edition) { renderer, checked, published in
                renderer.record(of: checked, published.media)
            }
        case .part(let part, let edition): render(part, at: address, edition)
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

    private func place(of address: SiteAddress, in listing: LiveListing, _ edition: LiveEdition) -> Place? {
        guard let published = listing.published else {
            return address.path.hasSuffix(".html") && listing.hasErrors ? .withheld(listing) : nil
        }
        let translated = published.editions[edition.number]
        if let name = translated.pages[address] { return .page(of: listing, named: name, in: edition) }
        if let name = translated.twins[address] { return .twin(of: listing, named: name, in: edition) }
        if case .integration(let id) = listing.subject, address == .listingRecord(id) {
            return .record(of: listing, in: edition)
        }
        guard edition.number == 0 else { return nil }
        return published.media.file(at: address).map { .media(path: $0.asset.path) }
    }

    private func make(
        of listing: LiveListing,
        in edition: LiveEdition,
        _ file: (ListingRenderer, CheckedListing, LiveListing.Published) -> RenderedPage?
    ) -> [UInt8]? {
        guard let renderer = edition.listingRenderer, let published = listing.published,
            let checked = unit.examine(published.tree, of: listing.subject, DiagnosticReport()).checked
        else { return nil }
        return file(renderer, ([checked] + checked.translations)[edition.number], published)?.bytes
    }

    private func render(_ part: DirectoryPart, at address: SiteAddress, _ edition: LiveEdition) -> [UInt8]? {
        var found: [UInt8]?
        var report = DiagnosticReport()
        try? edition.directory?.render(part, reporting: &report) { page in
            if page.address.published(in: edition.site.folder) == address { found = page.bytes }
        }
        return report.hasErrors ? nil : found
    }

    private var linkedFiles: LinkedFiles {
        linked.withLock { linked in
            if let linked { return linked }
            let made = LinkedFiles(
                among: editions.flatMap { edition in
                    order.compactMap { listings[$0]?.shownSummary(edition.number) }
                }
            )
            linked = made
            return made
        }
    }
}

extension LiveSnapshot {
    /// The listing is read as it is on the disk now, with errors or without: an author wants to see what is missing.
    func inspection(ofPageAt address: SiteAddress) -> PageInspection? {
        guard let subject = Self.subject(of: edition(of: address).1), subject != .directoryPages,
            listings[subject] != nil,
            let examined = try? unit.examine(subject)
        else { return nil }
        return PageInspection(of: examined.listing)
    }

    /// The pages of the listings and of the directory, further pages of long lists left out.
    var pagePaths: [String] {
        let published = order.compactMap { listings[$0]?.published }
        return editions.flatMap { edition in
            (edition.directoryPages + published.flatMap { Array($0.editions[edition.number].pages.keys) })
                .map { $0.published(in: edition.site.folder).path }
        }
        .sorted()
    }

    /// Everything that a build would publish, as addresses; files of the content among them.
    var addresses: [SiteAddress] {
        let published = order.compactMap { subject in listings[subject]?.published.map { (subject, $0) } }
        let shared =
            (preparation.theme?.files.map(\.address) ?? []) + linkedFiles.paths.map(SiteAddress.linkedFile)
            + published.flatMap { $0.1.media.files.map(\.address) }
        return shared
            + editions.flatMap { edition in
                let listings = published.flatMap { subject, published in
                    Self.addresses(of: subject, published.editions[edition.number])
                }
                return (listings + directoryAddresses(edition)).map { $0.published(in: edition.site.folder) }
            }
    }

    private static func addresses(
        of subject: ListingUnit.Subject,
        _ edition: LiveListing.Published.Edition
    ) -> [SiteAddress] {
        let pages = Array(edition.pages.keys) + Array(edition.twins.keys)
        if case .integration(let id) = subject { return pages + [.listingRecord(id)] }
        return pages
    }

    private func directoryAddresses(_ edition: LiveEdition) -> [SiteAddress] {
        guard let directory = edition.directory else { return [] }
        var addresses = edition.dataAddresses
        var report = DiagnosticReport()
        for part in directory.parts {
            try? directory.render(part, reporting: &report) { addresses.append($0.address) }
        }
        return addresses
    }
}
