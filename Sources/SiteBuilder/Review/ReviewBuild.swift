package import Diagnostics
package import FileSystem
import Listing
import LocatedJSON
import Review
package import Rules

/// A run over the content folder that writes the reviewer's report: of listings with errors too, and never their pages.
package struct ReviewBuild: Sendable {
    package enum Goal: Sendable {
        /// Pages, and the same for programs beside them, in the output folder.
        case pages
        /// The JSON alone, which is given back; nothing is written.
        case json
    }

    package struct Outcome: Sendable {
        package let report: DiagnosticReport
        /// What stood in the way of the report itself.
        package let obstacles: DiagnosticReport
        package let coverage: Coverage
        package let json: String
        package let badge: [UInt8]
        package let isWritten: Bool
    }

    private let options: SiteOptions
    private let goal: Goal
    private let build: SiteBuild

    /// Stands in every folder that holds a report: no report takes the place of a site.
    private static let markName = ".candor-report"

    package init(_ options: SiteOptions, goal: Goal) {
        self.options = options
        self.goal = goal
        build = SiteBuild(options, goal: .check)
    }

    package func run() async throws(FileSystemError) -> Outcome {
        var report = DiagnosticReport()
        let preparation = try SitePreparation(options, needsTheme: false, reporting: &report)
        var obstacles = DiagnosticReport()
        let stage = goal == .pages ? try stage(reporting: &obstacles) : nil
        do throws(FileSystemError) {
            return try await run(preparation, stage, &report, &obstacles)
        } catch {
            try? stage?.discard()
            throw error
        }
    }

    /// nil when the output folder holds anything but a report.
    private func stage(reporting report: inout DiagnosticReport) throws(FileSystemError) -> StagedSite? {
        let output = try OutputFolder(path: options.output)
        try output.reportForeignFiles(to: &report)
        output.reportIfInside(content: options.content, to: &report)
        if !output.ownFiles.isEmpty, !output.ownFiles.contains(Self.markName) {
            report.error(
                "output-not-a-report",
                "'\(output.path)' holds a site, which the report would replace; choose another output",
                at: SourceRange(startOf: output.path)
            )
        }
        return report.hasErrors ? nil : try StagedSite(for: output)
    }

    private func run(
        _ preparation: SitePreparation,
        _ stage: StagedSite?,
        _ report: inout DiagnosticReport,
        _ obstacles: inout DiagnosticReport
    ) async throws(FileSystemError) -> Outcome {
        let title = preparation.site?.title ?? ""
        let language = preparation.site?.language ?? "en"
        let pages = ReviewPages(title: title, language: language, reporting: &obstacles)
        let unit = ReviewUnit(
            unit: build.unit(preparation, nil),
            pages: pages,
            stage: stage,
            sourceURL: Self.sourceURL(preparation.site)
        )
        let subjects = build.subjects(preparation.integrationIDs, reporting: &obstacles)
        var outcomes = try await inParallel(subjects, threads: options.threadCount) {
            (subject) throws(FileSystemError) in try unit.work(on: subject)
        }
        var coverage = outcomes.reduce(Coverage()) { $0 + $1.coverage }
        coverage.rulesOff = preparation.filter.rulesOff
        if options.onlyIntegrations == nil {
            try await addLateFindings(preparation, unit, subjects, &outcomes, &coverage, &report)
        }
        var outside = report
        for outcome in outcomes {
            report.add(contentsOf: outcome.report)
            if outcome.review == nil { outside.add(contentsOf: outcome.report) }
            obstacles.add(contentsOf: outcome.pageReport)
        }
        if preparation.catalogue != nil {
            let before = report.diagnostics.count
            build.reportUnmatched(preparation, to: &report)
            for diagnostic in report.diagnostics[before...] { outside.add(diagnostic) }
        }
        let directory = DirectoryReview(
            title: title,
            language: language,
            listings: outcomes.compactMap { $0.review?.summary },
            findings: outside.sorted.map { FindingReview($0, sources: Self.bytes) },
            suppressions: suppressions(preparation, in: report),
            baselineCount: report.suppressed.count { if case .baseline = $0.ground { true } else { false } },
            coverage: coverage,
            report: report
        )
        let json = ReviewJSON.document(of: directory, listings: outcomes.compactMap { $0.review?.json })
        let isWritten = try await publish(
            stage,
            outcomes.compactMap { $0.review?.page },
            overview: pages.overview(of: directory, reporting: &obstacles),
            json: json,
            obstacles
        )
        return Outcome(
            report: report,
            obstacles: obstacles,
            coverage: coverage,
            json: json.text + "\n",
            badge: CoverageBadge(of: coverage).svg,
            isWritten: isWritten
        )
    }

    /// Checks what crosses listings; those in which something was found are worked on once more.
    private func addLateFindings(
        _ preparation: SitePreparation,
        _ unit: ReviewUnit,
        _ subjects: [ListingUnit.Subject],
        _ outcomes: inout [ReviewUnit.Outcome],
        _ coverage: inout Coverage,
        _ report: inout DiagnosticReport
    ) async throws(FileSystemError) {
        var found = DiagnosticReport()
        let check = DirectoryCheck(summaries: outcomes.map(\.summary), filter: preparation.filter)
        coverage.proveCrossLinks(butFor: check.run(reporting: &found))
        let late = LateFindings(found, below: "\(preparation.loader.path)/integrations/")
        report.add(contentsOf: late.others)
        let concerned = outcomes.indices.filter { outcomes[$0].review != nil && late.byListing[outcomes[$0].id] != nil }
        let ids = outcomes.map(\.id)
        let again = try await inParallel(concerned, threads: options.threadCount) {
            (index) throws(FileSystemError) in
            try unit.work(on: subjects[index], adding: late.byListing[ids[index]])
        }
        for (index, outcome) in zip(concerned, again) { outcomes[index] = outcome }
    }

    private func publish(
        _ stage: StagedSite?,
        _ listings: [StagedFile],
        overview: [UInt8],
        json: JSONWriter,
        _ obstacles: DiagnosticReport
    ) async throws(FileSystemError) -> Bool {
        guard let stage else { return false }
        guard !obstacles.hasErrors else {
            try stage.discard()
            return false
        }
        let others = [
            (ReviewPages.overviewPath, overview), ("report.json", Array((json.text + "\n").utf8)), (Self.markName, []),
        ]
        var files = listings
        for (path, bytes) in others {
            files.append(try stage.add(RenderedPage(address: SiteAddress(path: path), bytes: bytes)))
        }
        try await stage.publish(files, threads: options.threadCount)
        return true
    }

    private func suppressions(_ preparation: SitePreparation, in report: DiagnosticReport) -> [SuppressionReview] {
        var counts: [SourceRange: Int] = [:]
        for finding in report.suppressed {
            if case .entry(let place, _, _) = finding.ground { counts[place, default: 0] += 1 }
        }
        let all = preparation.site?.suppressions ?? []
        return all.filter { suppression in options.today.map { $0 <= suppression.until.value } ?? true }
            .map { SuppressionReview($0, findingCount: counts[$0.range] ?? 0) }
    }

    /// Where the files of the content can be edited; nothing but an address of the web becomes a link.
    private static func sourceURL(_ site: SiteConfiguration?) -> SourceURL {
        let link = site?.editLink.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? EditLink($0) : nil }
        return { path in link?.url(of: path) }
    }

    private static func bytes(at path: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = try? readFile(path, limit: ContentLoader.longestText) else { return nil }
        return bytes
    }
}

/// What was found by looking at all listings, sorted by the listing that it lies in.
private struct LateFindings: Sendable {
    private(set) var byListing: [String: DiagnosticReport] = [:]
    private(set) var others = DiagnosticReport()

    init(_ found: DiagnosticReport, below folder: String) {
        func listing(of diagnostic: Diagnostic) -> String? {
            guard let path = diagnostic.range?.path, path.hasPrefix(folder) else { return nil }
            return path.dropFirst(folder.count).split(separator: "/").first.map(String.init)
        }
        for diagnostic in found.diagnostics {
            if let id = listing(of: diagnostic) {
                byListing[id, default: DiagnosticReport()].add(diagnostic)
            } else {
                others.add(diagnostic)
            }
        }
        for suppressed in found.suppressed {
            if let id = listing(of: suppressed.diagnostic) {
                byListing[id, default: DiagnosticReport()].add(suppressed)
            } else {
                others.add(suppressed)
            }
        }
    }
}
