import Diagnostics
import FileSystem
import Listing
import Rules

/// Makes the states of a live site: the first from outlines, each other from the one before and from what changed.
struct LiveSiteReader: Sendable {
    private let options: SiteOptions
    private let build: SiteBuild

    init(_ options: SiteOptions) {
        self.options = options
        build = SiteBuild(options, goal: .check)
    }

    /// The site with no more of its integrations than their manifests.
    func outline() async throws(FileSystemError) -> LiveSnapshot {
        let shared = try readShared()
        let unit = build.unit(shared.preparation, nil)
        let subjects = shared.preparation.integrationIDs.map { ListingUnit.Subject.integration($0) }
        let outlines = try await inParallel(subjects, threads: options.threadCount) {
            (subject) throws(FileSystemError) in
            var ignored = DiagnosticReport()
            let tree = try unit.load(subject, reporting: &ignored)
            return LiveListing(outline: unit.parser.parseOutline(tree), of: subject)
        }
        var listings = Dictionary(zip(subjects, outlines), uniquingKeysWith: { first, _ in first })
        listings[.directoryPages] = try examine(.directoryPages, unit, nil, version: 0)
        return LiveSnapshot(
            build: 0,
            preparation: shared.preparation,
            frames: shared.frames,
            unit: unit,
            listings: listings,
            order: [.directoryPages] + subjects,
            report: DiagnosticReport(),
            sharedReport: shared.report,
            frameVersion: 0,
            directoryVersion: 0,
            isBehind: false
        )
    }

    func snapshot(
        after before: LiveSnapshot,
        _ changes: ContentChanges
    ) async throws(FileSystemError) -> LiveSnapshot {
        let number = before.build + 1
        let isSharedNew = changes.areShared || changes.areInTheme || changes.areInFolders
        var changes = changes
        var shared = isSharedNew ? try readShared() : Shared(before)
        let isBroken = isSharedNew && isBroken(shared) && before.preparation.catalogue != nil
        if isBroken {
            // The last good site, catalogue and theme stay; what came with the bad ones is taken in with the next good.
            shared = Shared(before, integrationIDs: shared.preparation.integrationIDs, report: shared.report)
        } else if isSharedNew, before.isBehind {
            changes.formUnion(.all)
        }
        // site.json may have been written after what was seen to change: no listing may be left in other languages.
        let areLanguagesNew = shared.frames.map(\.language) != before.frames.map(\.language)
        let rereadsAll = (changes.areShared && !isBroken) || areLanguagesNew
        let unit = build.unit(shared.preparation, nil)
        let order =
            [ListingUnit.Subject.directoryPages]
            + shared.preparation.integrationIDs.map { ListingUnit.Subject.integration($0) }
        let stale = order.filter { needsReading($0, before, changes, rereadsAll) }
        let read = try await inParallel(stale, threads: options.threadCount) { (subject) throws(FileSystemError) in
            try examine(subject, unit, before.listings[subject], version: number)
        }
        var listings = before.listings.filter { isSharedNew ? order.contains($0.key) : true }
        for listing in read { listings[listing.subject] = listing }
        let frames = try frames(shared, before, changes)
        let isFrameNew =
            rereadsAll || changes.areInTheme || !frames.map(\.helpPages).elementsEqual(before.frames.map(\.helpPages))
        return LiveSnapshot(
            build: number,
            preparation: shared.preparation,
            frames: frames,
            unit: unit,
            listings: listings,
            order: order,
            report: report(shared, order.compactMap { listings[$0] }),
            sharedReport: shared.report,
            frameVersion: isFrameNew ? number : before.frameVersion,
            directoryVersion: number,
            isBehind: isBroken || (before.isBehind && !isSharedNew)
        )
    }

    private func needsReading(
        _ subject: ListingUnit.Subject,
        _ before: LiveSnapshot,
        _ changes: ContentChanges,
        _ rereadsAll: Bool
    ) -> Bool {
        guard !rereadsAll, let listing = before.listings[subject] else { return true }
        if case .outlined = listing.state { return true }
        switch subject {
        case .directoryPages: return changes.areInDirectoryPages
        case .integration(let id): return changes.integrations.contains(id)
        }
    }

    private func examine(
        _ subject: ListingUnit.Subject,
        _ unit: ListingUnit,
        _ earlier: LiveListing?,
        version: Int
    ) throws(FileSystemError) -> LiveListing {
        LiveListing(try unit.examine(subject), of: subject, after: earlier, version: version)
    }
}

extension LiveSiteReader {
    /// What has to be known before any listing is read.
    private struct Shared {
        let preparation: SitePreparation
        let frames: [SiteFrame]
        let report: DiagnosticReport

        init(preparation: SitePreparation, frames: [SiteFrame], report: DiagnosticReport) {
            self.preparation = preparation
            self.frames = frames
            self.report = report
        }

        /// What a snapshot was made from, with the integrations that there are now and what is wrong now.
        init(_ snapshot: LiveSnapshot, integrationIDs: [String], report: DiagnosticReport) {
            self.init(
                preparation: snapshot.preparation.with(integrationIDs: integrationIDs),
                frames: snapshot.frames,
                report: report
            )
        }

        init(_ snapshot: LiveSnapshot) {
            self.init(preparation: snapshot.preparation, frames: snapshot.frames, report: snapshot.sharedReport)
        }
    }

    /// Whether the site, the catalogue, a pack or the theme has an error; the folders of integrations may.
    private func isBroken(_ shared: Shared) -> Bool {
        let listings = "\(shared.preparation.loader.path)/integrations"
        return shared.report.diagnostics.contains { found in
            found.severity == .error && !(found.range?.path.hasPrefix(listings) ?? false)
        }
    }

    private func readShared() throws(FileSystemError) -> Shared {
        var report = DiagnosticReport()
        let preparation = try SitePreparation(options, needsTheme: true, reporting: &report)
        return Shared(preparation: preparation, frames: try build.frames(preparation), report: report)
    }

    private func frames(
        _ shared: Shared,
        _ before: LiveSnapshot,
        _ changes: ContentChanges
    ) throws(FileSystemError) -> [SiteFrame] {
        guard changes.areInDirectoryPages else { return shared.frames }
        return try build.frames(shared.preparation)
    }

    /// All that a build would report, in the order in which it does.
    private func report(_ shared: Shared, _ listings: [LiveListing]) -> DiagnosticReport {
        var report = shared.report
        for listing in listings {
            if case .examined(let found, _) = listing.state { report.add(contentsOf: found) }
        }
        _ = build.checkTogether(listings.map(\.summaries), shared.preparation, reporting: &report)
        return report
    }
}
