import Listing
import LocatedJSON
import Templates

/// Something new: an integration, a version of it, or what it asks for.
struct FeedEntry: Sendable, Hashable {
    let version: String
    let date: CalendarDate
    let title: Phrase
    /// What the integration is for, where the entry tells of a whole version.
    var tagline: ContentText?
    /// What changed, a line each.
    let lines: [Phrase]

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
                    tagline: current.tagline,
                    lines: current.lines + (told?.lines ?? [])
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
        var lines: [Phrase] = []
        if let newest, !isRecorded, let release = Release(of: listing) {
            lines = Self.lines(from: newest, to: release, in: listing.catalogue)
        }
        return FeedEntry(
            version: version,
            date: date,
            title: isFirst
                ? Phrase("feed.new", ["name": .text(name), "version": .text(version)])
                : Phrase("feed.updated", ["name": .text(name), "version": .text(version)]),
            tagline: listing.shown(manifest.tagline),
            lines: lines
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
            title: Phrase("feed.permissions", ["name": .text(name), "version": .text(release.version.value)]),
            lines: lines
        )
    }

    private static func lines(from earlier: Release, to later: Release, in catalogue: Catalogue) -> [Phrase] {
        PermissionChange(from: earlier.scopes, to: later.scopes, in: catalogue).steps.map(line)
    }

    private static func line(of step: ScopeStep) -> Phrase {
        let scope = Phrase.text(step.scope.reference)
        let requirement = step.scope.requirement.inLine
        let replaced = Phrase.names(step.replaced.map(\.reference))
        return switch step.kind {
        case .added: Phrase("feed.added", ["scope": scope, "requirement": requirement])
        case .widened: Phrase("feed.widened", ["scope": scope, "before": replaced, "requirement": requirement])
        case .altered:
            Phrase(
                "feed.altered",
                ["scope": scope, "before": step.before?.inLine ?? .text(""), "requirement": requirement]
            )
        case .narrowed: Phrase("feed.narrowed", ["scope": scope, "before": replaced, "requirement": requirement])
        case .removed: Phrase("feed.removed", ["scope": scope])
        }
    }
}
