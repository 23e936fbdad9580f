import Diagnostics
import FileSystem
import LinkChecker
import Listing
import LocatedJSON
import Rules

/// `candor links`.
enum LinksCommand: Command {
    static let name = "links"
    static let summary = "Ask for every address of the web that the content links to."
    static let options = [
        external, SiteArguments.content, concurrency, delay, retries, timeout, cache, allowPrivate,
        SiteArguments.format,
    ]

    private static let external = Option(
        name: "--external",
        value: nil,
        help: "Has to be given: links inside the site are checked by 'check', and nothing else leaves this machine."
    )
    private static let concurrency = Option(name: "--concurrency", value: "N", help: "Hosts at once (default: 8).")
    private static let delay = Option(
        name: "--delay",
        value: "MS",
        help: "Milliseconds between two requests to a host (default: 500)."
    )
    private static let retries = Option(
        name: "--retries",
        value: "N",
        help: "How often to ask again after no answer or a server's error (default: 2)."
    )
    private static let timeout = Option(name: "--timeout", value: "S", help: "Seconds for one request (default: 15).")
    private static let cache = Option(
        name: "--cache",
        value: "FILE",
        help: "Keep what was found; then only what two runs find dead is an error."
    )
    private static let allowPrivate = Option(
        name: "--allow-private",
        value: nil,
        help: "Also ask machines of this network, and this one."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        guard arguments.has(external) else { throw UsageError(message: "'--external' is missing") }
        let format = try ReportFormat(arguments)
        let settings = try settings(arguments, terminal)
        let today = try terminal.currentDay()
        var report = DiagnosticReport()
        let loader = try ContentLoader(path: arguments.value(of: SiteArguments.content) ?? "Content")
        let site = try site(loader, reporting: &report)
        let filter = filter(site, loader, today, reporting: &report)
        let places = try places(loader, site, reporting: &report)
        let cachePath = arguments.value(of: cache)
        let known = try cachePath.map { try readCache($0, reporting: &report) }
        let outcome = try await LinkCheck(settings, cache: known, today: today).run(places)
        for (rule, findings) in Dictionary(grouping: outcome.report.diagnostics, by: \.id) {
            guard let description = RuleRegistry.description(of: rule) else { continue }
            filter.add(findings, of: description, sources: readSource, to: &report)
        }
        filter.reportUnmatched(in: &report, hasAsked: true) { _ in true }
        if let cachePath { try replaceFile(cachePath, with: Array(outcome.cache.text.utf8)) }
        return show(report, outcome.counts, format, terminal)
    }

    private static func show(
        _ report: DiagnosticReport,
        _ counts: LinkCounts,
        _ format: ReportFormat,
        _ terminal: Terminal
    ) -> ExitCode {
        let exitCode: ExitCode = report.hasErrors ? .contentHasErrors : .clean
        let text = format.renderer(style: terminal.style, exitCode: exitCode).render(report, sources: readSource)
        if format == .text {
            terminal.writeError(text)
            terminal.write("\(counts)\n")
        } else {
            terminal.write(text)
        }
        return exitCode
    }

    private static func settings(
        _ arguments: ParsedArguments,
        _ terminal: Terminal
    ) throws(UsageError) -> LinkCheckSettings {
        var settings = LinkCheckSettings()
        settings.concurrency = try number(concurrency, 1...64, arguments) ?? settings.concurrency
        settings.delay = try number(delay, 0...60_000, arguments).map { .milliseconds($0) } ?? settings.delay
        settings.retries = try number(retries, 0...10, arguments) ?? settings.retries
        settings.timeout = try number(timeout, 1...300, arguments) ?? settings.timeout
        settings.allowsPrivate = arguments.has(allowPrivate)
        settings.userAgent = "candor/\(CommandLineTool.version) (link check)"
        settings.environment = passedOn.compactMap { name in terminal.environment[name].map { "\(name)=\($0)" } }
        return settings
    }

    /// Where certificates are kept, and nothing that would lead requests elsewhere.
    private static let passedOn = ["PATH", "HOME", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"]

    private static func number(
        _ option: Option,
        _ range: ClosedRange<Int>,
        _ arguments: ParsedArguments
    ) throws(UsageError) -> Int? {
        guard let text = arguments.value(of: option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                message:
                    "'\(option.name)' wants a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"
            )
        }
        return number
    }

    /// Links can be asked for before there is a site.
    private static func site(
        _ loader: ContentLoader,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SiteConfiguration? {
        guard FileStatus.of("\(loader.path)/site.json") != nil else { return nil }
        return try loader.loadRootFile("site.json", reporting: &report)
            .flatMap { SiteParser.parseSite($0, reporting: &report) }
    }

    private static func filter(
        _ site: SiteConfiguration?,
        _ loader: ContentLoader,
        _ today: CalendarDate?,
        reporting report: inout DiagnosticReport
    ) -> FindingFilter {
        FindingFilter(
            levels: RuleLevels(site?.ruleLevels ?? [], reporting: &report),
            suppressions: SuppressionList(site?.suppressions ?? [], today: today, reporting: &report),
            contentFolder: loader.path
        )
    }

    /// All links to the web, and the errors of files whose links cannot be known.
    private static func places(
        _ loader: ContentLoader,
        _ site: SiteConfiguration?,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [LinkPlace] {
        let editions = (site?.contentLanguages ?? ContentLanguages()).choices.map {
            ContentEdition(language: $0, catalogue: Catalogue(path: ""))
        }
        let parser = ListingParser(
            main: editions[0],
            translations: Array(editions.dropFirst()),
            ownAddress: site?.baseURL.flatMap {
                OwnAddress(baseURL: $0, languages: editions.dropFirst().map(\.language.wanted))
            }
        )
        var found = DiagnosticReport()
        let pages = try loader.loadDirectoryPages(reporting: &found)
        var places = allPlaces(in: parser.parseDirectoryPages(pages, reporting: &found))
        for id in try loader.integrationIDs(reporting: &found) {
            let tree = try loader.loadIntegration(id, reporting: &found)
            places += allPlaces(in: parser.parseIntegration(tree, reporting: &found))
        }
        for diagnostic in found.diagnostics where diagnostic.severity == .error { report.add(diagnostic) }
        return places
    }

    /// In every language, each place once: what is not translated stands in the main language.
    private static func allPlaces(in listing: ParsedListing) -> [LinkPlace] {
        var seen: Set<SourceRange> = []
        return ([listing] + listing.translations).flatMap(LinkPlace.all).filter { seen.insert($0.range).inserted }
    }

    private static func readCache(
        _ path: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> LinkCache {
        guard FileStatus.of(path) != nil else { return LinkCache() }
        guard let bytes = readSource(path) else { throw FileSystemError("read", path) }
        return LinkCache.parse(bytes, path: path, reporting: &report)
    }
}
