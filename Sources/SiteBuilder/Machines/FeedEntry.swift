import Listing
import LocatedJSON

/// Something new: an integration, a version of it, or what it asks for.
struct FeedEntry: Sendable, Hashable {
    let version: String
    let date: CalendarDate
    let title: String
    /// What changed, a line each.
    let text: String

    /// The newest of a listing, newest first.
    static func entries(of listing: ParsedListing) -> [FeedEntry] {
        guard let manifest = listing.manifest else { return [] }
        let name = manifest.name?.value ?? listing.id
        let recorded = listing.record?.releases.suffix(mostOfListing) ?? []
        var entries = zip(recorded, recorded.dropFirst()).compactMap { earlier, later in
            entry(of: later, after: earlier, name, in: listing.catalogue)
        }
        if let current = currentEntry(of: listing, manifest, name, after: recorded.last) {
            // What the newest release is recorded to have changed is told with the release itself.
            let told = entries.last { $0.version == current.version }
            entries.removeAll { $0.version == current.version }
            entries.append(
                FeedEntry(
                    version: current.version,
                    date: current.date,
                    title: current.title,
                    text: [current.text, told?.text].compactMap(\.self).joined(separator: "\n")
                )
            )
        }
        return entries.reversed()
    }

    /// The feed has no more altogether.
    private static let mostOfListing = AtomFeed.mostEntries

    private static func currentEntry(
        of listing: ParsedListing,
        _ manifest: IntegrationManifest,
        _ name: String,
        after newest: Release?
    ) -> FeedEntry? {
        guard let version = manifest.version?.value, let date = manifest.updated?.value else { return nil }
        let isRecorded = newest?.version.value == version
        let isFirst = newest == nil || (isRecorded && listing.record?.releases.count == 1)
        var lines = [manifest.tagline?.value].compactMap(\.self)
        if let newest, !isRecorded, let release = Release(of: listing) {
            lines += Self.lines(from: newest, to: release, in: listing.catalogue)
        }
        return FeedEntry(
            version: version,
            date: date,
            title: isFirst ? "New: \(name) \(version)" : "Updated: \(name) \(version)",
            text: lines.joined(separator: "\n")
        )
    }

    private static func entry(
        of release: Release,
        after earlier: Release,
        _ name: String,
        in catalogue: Catalogue
    ) -> FeedEntry? {
        let lines = lines(from: earlier, to: release, in: catalogue)
        guard let date = release.date?.value, !lines.isEmpty else { return nil }
        return FeedEntry(
            version: release.version.value,
            date: date,
            title: "Other permissions: \(name) \(release.version.value)",
            text: lines.joined(separator: "\n")
        )
    }

    private static func lines(from earlier: Release, to later: Release, in catalogue: Catalogue) -> [String] {
        let change = PermissionChange(from: earlier.scopes, to: later.scopes, in: catalogue)
        let altered = change.altered.map { scope in
            let before = change.requirementBefore(of: scope)?.rawValue ?? ""
            return "Asks for \(scope.reference) in another way: it was \(before) and is \(scope.requirement.rawValue)."
        }
        return change.added.map { "Asks for \($0.reference), which is \($0.requirement.rawValue)." } + altered
            + change.removed.map { "Asks no longer for \($0.reference)." }
    }
}
