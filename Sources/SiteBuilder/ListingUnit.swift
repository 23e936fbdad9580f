import Diagnostics
import FileSystem
import Listing
import Rules

/// One integration from its folder to its pages: the unit of work.
struct ListingUnit: Sendable {
    let loader: ContentLoader
    let parser: ListingParser
    /// Absent when the catalogue cannot be read: then nothing can be held against it.
    let runner: RuleRunner?
    let isStrict: Bool
    /// Absent when nothing is to be rendered.
    let rendering: Rendering?

    struct Rendering: Sendable {
        /// For each language of the site, the main one first.
        let editions: [Edition]
        let stage: StagedSite
        /// Set by the first unit with an error: what the others would render is thrown away anyhow.
        let gate: RenderingGate

        struct Edition: Sendable {
            let renderer: ListingRenderer
            let search: SearchGathering
        }
    }

    struct Outcome: Sendable {
        let report: DiagnosticReport
        /// For each language of the site, the main one first.
        let summaries: [ListingSummary]
        let coverage: Coverage
        let timings: StageTimings
        let files: [StagedFile]
        let pageCount: Int
        /// For each language of the site; none when nothing was rendered.
        let searchEntries: [SearchEntry]
    }

    enum Subject: Sendable, Hashable {
        case integration(String)
        case directoryPages
    }

    /// A listing after the first three stages, before anything of it is written or let go.
    struct Examined: Sendable {
        let tree: SourceTree
        let listing: ParsedListing
        let media: PublishedMedia
        /// nil when it has an error.
        let checked: CheckedListing?
        var report: DiagnosticReport
        let coverage: Coverage
        var timings: StageTimings

        /// The listing in each language of the site, the main one first.
        var editions: [ParsedListing] { [listing] + listing.translations }
    }

    /// - Parameter position: of the subject among all, so that the order in which threads get to them does not matter.
    func work(on subject: Subject, at position: Int) throws(FileSystemError) -> Outcome {
        var examined = try examine(subject)
        let permissions = examined.editions.map(PermissionWords.init)
        let summaries = zip(examined.editions, permissions).map {
            ListingSummary(of: $0, permissions: $1, media: examined.media)
        }
        var files: [StagedFile] = []
        var searchEntries: [SearchEntry] = []
        if examined.report.hasErrors {
            rendering?.gate.close()
        } else if let checked = examined.checked, let rendering, rendering.gate.isOpen {
            let shown = Array(zip(summaries, permissions))
            files = try render(checked, shown, examined.media, rendering, &examined.report, &examined.timings)
            let listings = examined.editions
            searchEntries = examined.timings.measure(.render) {
                zip(rendering.editions, listings).map { edition, listing in
                    let extract = SearchExtractor.extract(of: listing)
                    edition.search.add(extract, at: position)
                    return extract.entry
                }
            }
        }
        return Outcome(
            report: examined.report,
            summaries: summaries,
            coverage: examined.coverage,
            timings: examined.timings,
            files: files,
            pageCount: examined.editions.reduce(0) { $0 + $1.shownPages.count },
            searchEntries: searchEntries
        )
    }

    func examine(_ subject: Subject) throws(FileSystemError) -> Examined {
        var report = DiagnosticReport()
        var timings = StageTimings()
        let tree = try timings.measure(.load) { () throws(FileSystemError) in
            try load(subject, reporting: &report)
        }
        return examine(tree, of: subject, report, timings)
    }

    /// - Parameter loading: what was found while the tree was loaded.
    func examine(
        _ tree: SourceTree,
        of subject: Subject,
        _ loading: DiagnosticReport,
        _ loadTimings: StageTimings = StageTimings()
    ) -> Examined {
        var report = loading
        var timings = loadTimings
        let listing = timings.measure(.parse) { parse(tree, subject, reporting: &report) }
        var checked: CheckedListing?
        var coverage = Coverage(unchecked: listing)
        timings.measure(.check) {
            if let runner { (checked, coverage) = runner.check(listing, reporting: &report) }
        }
        if isStrict, report.warningCount > 0 {
            report.raiseWarnings()
            checked = nil
        }
        return Examined(
            tree: tree,
            listing: listing,
            media: PublishedMedia(of: listing),
            checked: checked,
            report: report,
            coverage: coverage,
            timings: timings
        )
    }

    func load(
        _ subject: Subject,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceTree {
        switch subject {
        case .integration(let id): try loader.loadIntegration(id, reporting: &report)
        case .directoryPages: try loader.loadDirectoryPages(reporting: &report)
        }
    }

    func parse(
        _ tree: SourceTree,
        _ subject: Subject,
        reporting report: inout DiagnosticReport
    ) -> ParsedListing {
        switch subject {
        case .integration: parser.parseIntegration(tree, reporting: &report)
        case .directoryPages: parser.parseDirectoryPages(tree, reporting: &report)
        }
    }

    private func render(
        _ checked: CheckedListing,
        _ shown: [(summary: ListingSummary, permissions: PermissionWords)],
        _ media: PublishedMedia,
        _ rendering: Rendering,
        _ report: inout DiagnosticReport,
        _ timings: inout StageTimings
    ) throws(FileSystemError) -> [StagedFile] {
        var files: [StagedFile] = []
        var writing = StageTimings()
        let start = ContinuousClock.now
        for (edition, (listing, shown)) in zip(rendering.editions, zip([checked] + checked.translations, shown)) {
            let folder = edition.renderer.site.folder
            try edition.renderer.render(
                listing,
                summary: checked.listing.manifest == nil ? nil : shown.summary,
                permissions: shown.permissions,
                media: media,
                reporting: &report
            ) { (page) throws(FileSystemError) in
                let page = page.published(in: folder)
                files.append(
                    try writing.measure(.write) { () throws(FileSystemError) in try rendering.stage.add(page) }
                )
            }
        }
        timings[.render] += ContinuousClock.now - start - writing[.write]
        for file in media.files {
            files.append(
                try writing.measure(.write) { () throws(FileSystemError) in
                    try rendering.stage.add(file: file.asset.path, at: file.address)
                }
            )
        }
        timings.add(writing)
        return files
    }
}
