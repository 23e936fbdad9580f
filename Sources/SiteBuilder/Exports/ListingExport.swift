package import Diagnostics
package import FileSystem
import Listing
import LocatedJSON
import Rules

/// One listing in the form that a marketplace asks for; a listing with errors is not exported.
package struct ListingExport: Sendable {
    package enum Outcome: Sendable {
        /// With what the form asks for besides, and a check does not.
        case exported([UInt8], DiagnosticReport)
        case refused(DiagnosticReport)
        /// The site is not written in the language.
        case languageUnknown(among: [String])
    }

    private let id: String
    private let kind: ExportKind
    private let format: ExportFormat
    private let options: SiteOptions

    package init(_ id: String, as kind: ExportKind, in format: ExportFormat, _ options: SiteOptions) {
        self.id = id
        self.kind = kind
        self.format = format
        var options = options
        options.onlyIntegrations = [id]
        self.options = options
    }

    /// - Parameter language: as a BCP 47 tag; nil for the main language of the site.
    package func run(language: String?) throws(FileSystemError) -> Outcome {
        var report = DiagnosticReport()
        let preparation = try SitePreparation(options, needsTheme: true, reporting: &report)
        let tags = preparation.editions.map(\.language.wanted)
        guard let number = language.map({ tags.firstIndex(of: $0) }) ?? 0 else { return .languageUnknown(among: tags) }
        let build = SiteBuild(options, goal: .check)
        let subjects = build.subjects(preparation.integrationIDs, reporting: &report)
        guard !report.hasErrors, let subject = subjects.first, let theme = preparation.theme else {
            return .refused(report)
        }
        let examined = try build.unit(preparation, nil).examine(subject)
        report.add(contentsOf: examined.report)
        guard let checked = examined.checked, !report.hasErrors else { return .refused(report) }
        let frame = preparation.frame(options, preparation.editions[number], helpPages: [])
        let renderer = ListingRenderer(
            renderer: PageRenderer(theme: theme, language: frame.language),
            site: frame,
            scopeSlugs: Slugs(preparation.catalogue?.scopes.map(\.id.value) ?? [])
        )
        let edition = ([checked] + checked.translations)[number]
        var found = DiagnosticReport()
        let bytes = bytes(of: edition, examined.media, renderer, reporting: &found)
        if options.isStrict { found.raiseWarnings() }
        guard let bytes, !found.hasErrors else {
            report.add(contentsOf: found)
            return .refused(report)
        }
        return .exported(bytes, found)
    }

    private func bytes(
        of checked: CheckedListing,
        _ media: PublishedMedia,
        _ renderer: ListingRenderer,
        reporting report: inout DiagnosticReport
    ) -> [UInt8]? {
        let listing = checked.listing
        guard let manifest = listing.manifest else { return nil }
        switch kind {
        case .sharedData:
            let export = SharedDataExport(of: listing, manifest)
            export.check(reporting: &report)
            export.reportUnopenedObjects(to: &report)
            return report.hasErrors ? nil : export.table.written(as: format, id, "sharedData")
        case .scopeReasons:
            guard reportMissingReasons(of: manifest, &report) else { return nil }
            let links = renderer.site.machineLinks(from: .listingRecord(id))
            return ScopeReasonsExport(listing: listing, manifest: manifest, media: media, links: links)
                .table.written(as: format, id, "scopes")
        case .stripePermissions:
            return reportMissingReasons(of: manifest, &report)
                ? StripePermissionsExport(manifest: manifest).bytes : nil
        case .listing where format == .markdown:
            let overview = listing.shownPages.first(where: \.isOverview)
            return overview.flatMap { renderer.twin(of: $0, in: checked, media)?.bytes }
        case .listing: return renderer.record(of: checked, media)?.bytes
        }
    }

    /// A site may let a reason be missing; the form of a marketplace does not.
    ///
    /// - Returns: whether all are there.
    private func reportMissingReasons(of manifest: IntegrationManifest, _ report: inout DiagnosticReport) -> Bool {
        for request in manifest.scopes where (request.reason?.value ?? "").allSatisfy(\.isWhitespace) {
            report.error(
                "scope-reason-missing",
                "'\(request.name)' has no reason, and the form asks for one",
                at: request.id.range
            )
        }
        return !report.hasErrors
    }
}
