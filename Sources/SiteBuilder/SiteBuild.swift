package import Diagnostics
package import FileSystem
import Listing
import LocatedJSON
package import Rules

/// A run over the whole content folder: load, parse, check, render, publish.
package struct SiteBuild: Sendable {
    package enum Goal: Sendable {
        /// The first three stages; nothing is written.
        case check
        case build
    }

    package struct Outcome: Sendable {
        package let report: DiagnosticReport
        package let coverage: Coverage
        package let timings: StageTimings
        package let integrationCount: Int
        /// Pages written, and 0 when nothing was published.
        package let pageCount: Int
        package let isPublished: Bool
    }

    private let options: SiteOptions
    private let goal: Goal

    package init(_ options: SiteOptions, goal: Goal) {
        self.options = options
        self.goal = goal
    }

    package func run() async throws(FileSystemError) -> Outcome {
        var report = DiagnosticReport()
        let preparation = try SitePreparation(options, needsTheme: options.onlyIntegrations == nil, reporting: &report)
        let output = try OutputFolder(path: options.output)
        if goal == .build {
            try output.reportForeignFiles(to: &report)
            output.reportIfInside(content: options.content, to: &report)
        }
        if options.isStrict { report.raiseWarnings() }

        // The pages of the directory itself come first: every other page has links to them.
        let scopeSlugs = Slugs(preparation.catalogue?.scopes.map(\.id.value) ?? [])
        let frames = try frames(preparation)
        let rendering = try prepareRendering(preparation, frames, scopeSlugs, output, report)
        do throws(FileSystemError) {
            return try await run(preparation, scopeSlugs, rendering, &report)
        } catch {
            // What a full disk has room for is no site, and takes the room from others.
            try? rendering?.stage.discard()
            throw error
        }
    }

    private func run(
        _ preparation: SitePreparation,
        _ scopeSlugs: Slugs,
        _ rendering: ListingUnit.Rendering?,
        _ report: inout DiagnosticReport
    ) async throws(FileSystemError) -> Outcome {
        let unit = unit(preparation, rendering)
        let subjects = subjects(preparation.integrationIDs, reporting: &report)
        let outcomes = try await inParallel(Array(subjects.enumerated()), threads: options.threadCount) {
            (numbered) throws(FileSystemError) in try unit.work(on: numbered.element, at: numbered.offset)
        }

        var faults = PageFaults()
        for outcome in outcomes { faults.add(outcome.report, to: &report) }
        var totals = Totals(outcomes)
        totals.coverage.rulesOff = preparation.filter.rulesOff
        let brokenLinkCount = checkTogether(outcomes.map(\.summaries), preparation, reporting: &report)
        if let brokenLinkCount { totals.coverage.proveCrossLinks(butFor: brokenLinkCount) }
        if let rendering {
            try await finish(rendering, preparation, scopeSlugs, outcomes, &report, &totals)
        }
        return Outcome(
            report: report,
            coverage: totals.coverage,
            timings: totals.timings,
            integrationCount: preparation.integrationIDs.count,
            pageCount: report.hasErrors ? 0 : totals.pageCount,
            isPublished: rendering != nil && !report.hasErrors
        )
    }

    /// What only all listings together can tell, once each was checked alone.
    ///
    /// - Returns: how many links between listings lead nowhere; nil when not all listings are at hand.
    func checkTogether(
        _ summaries: [[ListingSummary]],
        _ preparation: SitePreparation,
        reporting report: inout DiagnosticReport
    ) -> Int? {
        var brokenLinkCount: Int?
        if options.onlyIntegrations == nil {
            for number in preparation.editions.indices {
                let check = DirectoryCheck(
                    summaries: summaries.map { $0[number] },
                    filter: preparation.filter,
                    namedCategories: preparation.site?.namedCategories ?? []
                )
                let count = number == 0 ? check.run(reporting: &report) : check.checkLinks(reporting: &report)
                brokenLinkCount = (brokenLinkCount ?? 0) + count
            }
        }
        if preparation.catalogue != nil { reportUnmatched(preparation, to: &report) }
        if options.isStrict { report.raiseWarnings() }
        return brokenLinkCount
    }

    /// Suppressions and baseline entries that are needed no more; those of listings that were left out may still be.
    func reportUnmatched(_ preparation: SitePreparation, to report: inout DiagnosticReport) {
        let only = options.onlyIntegrations.map { $0.map { "integrations/\($0)" } }
        preparation.filter.reportUnmatched(in: &report) { path in
            only?.contains { path == $0 || path.hasPrefix("\($0)/") } ?? true
        }
    }

    func subjects(
        _ ids: [String],
        reporting report: inout DiagnosticReport
    ) -> [ListingUnit.Subject] {
        for id in (options.onlyIntegrations ?? Set(options.recordings.keys)).subtracting(ids).sorted() {
            let guess = closestMatch(to: id, among: ids)
            report.error(
                "integration-unknown",
                "there is no integration '\(id)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                withoutPlace: "it is named in the command, not in a file"
            )
        }
        guard let only = options.onlyIntegrations else { return [.directoryPages] + ids.map { .integration($0) } }
        return ids.filter(only.contains).map { .integration($0) }
    }

    func unit(_ preparation: SitePreparation, _ rendering: ListingUnit.Rendering?) -> ListingUnit {
        ListingUnit(
            loader: preparation.loader,
            parser: preparation.parser,
            runner: preparation.catalogue.map { catalogue in
                RuleRunner(
                    packs: preparation.packs,
                    filter: preparation.filter,
                    catalogue: catalogue,
                    today: options.today
                )
            },
            isStrict: options.isStrict,
            rendering: rendering
        )
    }

    /// What every page in each language has in common, the main language first.
    func frames(_ preparation: SitePreparation) throws(FileSystemError) -> [SiteFrame] {
        // The problems of the directory's own pages are reported when they are worked on like any listing.
        var ignored = DiagnosticReport()
        let tree = try preparation.loader.loadDirectoryPages(reporting: &ignored)
        let listing = preparation.parser.parseDirectoryPages(tree, reporting: &ignored)
        return zip(preparation.editions, [listing] + listing.translations).map { edition, listing in
            let pages = listing.shownPages.map { page in
                SiteFrame.HelpPage(
                    title: page.title,
                    address: SiteAddress(contentPath: page.contentPath),
                    description: page.frontMatter.description?.value,
                    updated: page.frontMatter.updated?.value,
                    isTranslated: page.language == edition.language.wanted
                )
            }
            return preparation.frame(options, edition, helpPages: pages)
        }
    }

    private func prepareRendering(
        _ preparation: SitePreparation,
        _ frames: [SiteFrame],
        _ scopeSlugs: Slugs,
        _ output: OutputFolder,
        _ report: DiagnosticReport
    ) throws(FileSystemError) -> ListingUnit.Rendering? {
        guard goal == .build, !report.hasErrors, let theme = preparation.theme else { return nil }
        let editions = zip(preparation.editions, frames).map { edition, frame in
            ListingUnit.Rendering.Edition(
                renderer: ListingRenderer(
                    renderer: PageRenderer(theme: theme, language: frame.language),
                    site: frame,
                    scopeSlugs: scopeSlugs
                ),
                search: SearchGathering(edition.content.catalogue, scopeSlugs, frame.texts)
            )
        }
        return ListingUnit.Rendering(editions: editions, stage: try StagedSite(for: output), gate: RenderingGate())
    }

    /// Renders the pages of the directory and publishes everything, or throws all of it away.
    private func finish(
        _ rendering: ListingUnit.Rendering,
        _ preparation: SitePreparation,
        _ scopeSlugs: Slugs,
        _ outcomes: [ListingUnit.Outcome],
        _ report: inout DiagnosticReport,
        _ totals: inout Totals
    ) async throws(FileSystemError) {
        guard !report.hasErrors else {
            try rendering.stage.discard()
            return
        }
        var faults = PageFaults()
        for (number, renderer) in directories(rendering, preparation, scopeSlugs, outcomes).enumerated() {
            let unit = DirectoryUnit(renderer: renderer, stage: rendering.stage)
            let parts = try await inParallel(renderer.parts, threads: options.threadCount) {
                (part) throws(FileSystemError) in try unit.work(on: part)
            }
            for part in parts {
                faults.add(part.report, to: &report)
                totals.add(part)
            }
            totals.files += try await DataStage(
                renderer: renderer,
                search: rendering.editions[number].search,
                stage: rendering.stage,
                threads: options.threadCount
            ).add(outcomes.filter { !$0.searchEntries.isEmpty }.map { $0.searchEntries[number] }, &totals.timings)
        }
        if options.isStrict { report.raiseWarnings() }
        for file in preparation.theme?.files ?? [] {
            totals.files.append(try rendering.stage.add(file))
        }
        for path in LinkedFiles(among: outcomes.flatMap(\.summaries)).paths {
            let source = "\(preparation.loader.path)/\(path)"
            totals.files.append(try rendering.stage.add(file: source, at: .linkedFile(path)))
        }
        if report.hasErrors {
            try rendering.stage.discard()
        } else {
            let start = ContinuousClock.now
            try await rendering.stage.publish(totals.files, threads: options.threadCount)
            totals.timings[.write] += ContinuousClock.now - start
        }
    }

    /// For each language of the site, the main one first.
    private func directories(
        _ rendering: ListingUnit.Rendering,
        _ preparation: SitePreparation,
        _ scopeSlugs: Slugs,
        _ outcomes: [ListingUnit.Outcome]
    ) -> [DirectoryRenderer] {
        var directories = rendering.editions.enumerated().map { number, edition in
            let summaries = outcomes.map { $0.summaries[number] }.filter { $0.manifestPlace != nil }
            let catalogue = preparation.editions[number].content.catalogue
            return DirectoryRenderer(
                renderer: edition.renderer.renderer,
                site: edition.renderer.site,
                plan: DirectoryPlan(summaries, catalogue: catalogue, scopeSlugs: scopeSlugs)
            )
        }
        directories[0].translations = directories.dropFirst().map { ($0.site, $0.plan) }
        return directories
    }
}

/// What the parts of a build come to together.
private struct Totals {
    var coverage = Coverage()
    var timings = StageTimings()
    var files: [StagedFile] = []
    var pageCount = 0

    init(_ outcomes: [ListingUnit.Outcome]) {
        for outcome in outcomes {
            coverage = coverage + outcome.coverage
            timings.add(outcome.timings)
            files += outcome.files
            pageCount += outcome.pageCount
        }
    }

    mutating func add(_ part: DirectoryUnit.Outcome) {
        timings.add(part.timings)
        files += part.files
        pageCount += part.files.count { $0.path.hasSuffix(".html") }
    }
}
