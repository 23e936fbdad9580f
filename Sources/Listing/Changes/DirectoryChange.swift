/// How what listings ask for changed from one state of a directory to another, or from one release to another.
package struct DirectoryChange: Sendable {
    /// What the states are called by the one who asked.
    package let old: String
    package let new: String
    /// Without those that ask for the same as before, in the order of their ids.
    package let changed: [ListingChange]
    package let added: [ListingPermissions]
    package let removed: [ListingPermissions]
    package let unchangedCount: Int
    /// Without one, nobody can tell which scope allows more than another.
    package let hasCatalogue: Bool

    package var isEmpty: Bool { changed.isEmpty && added.isEmpty && removed.isEmpty }

    /// A listing that is new has no customers yet, so nobody consents to it *again*.
    package var consent: RenewedConsent { .firmest(changed.map(\.consent)) }

    /// - Parameter catalogue: that of the later state.
    package init(
        from old: (name: String, listings: [ListingPermissions]),
        to new: (name: String, listings: [ListingPermissions]),
        in catalogue: Catalogue?
    ) {
        let before = Dictionary(old.listings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.listings.map(\.id))
        let compared = new.listings.sorted { $0.id < $1.id }.compactMap { listing in
            before[listing.id].map { ListingChange(from: $0, to: listing, in: catalogue ?? Catalogue(path: "")) }
        }
        self.old = old.name
        self.new = new.name
        changed = compared.filter { !$0.isEmpty }
        unchangedCount = compared.count(where: \.isEmpty)
        added = new.listings.filter { before[$0.id] == nil }.sorted { $0.id < $1.id }
        removed = old.listings.filter { !after.contains($0.id) }.sorted { $0.id < $1.id }
        hasCatalogue = catalogue != nil
    }
}
