import Diagnostics
import Evidence
import FileSystem
import Listing

/// `candor traffic`.
enum TrafficCommand: Command {
    static let name = "traffic"
    static let summary = "Print which operations a listing's recorded traffic shows, how often, and by which scopes."
    static let usage = "ID"
    static let options = [SiteArguments.content, RecordingArguments.har, ScopesCommand.format]
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let id = arguments.positional[0]
        let form = try ScopesCommand.form(arguments)
        let recordings = try RecordingArguments.recordings(arguments, of: [id])
        let path = arguments.value(of: SiteArguments.content) ?? "Content"
        let loader = try ContentLoader(path: path, recordings: recordings)
        var report = DiagnosticReport()
        let listing = try ListingLookup(loader).listing(id, reporting: &report)
        guard let listing, listing.manifest != nil else {
            terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
            return .contentHasErrors
        }
        let found = Self.ofRecordings(report)
        if !found.isEmpty {
            terminal.writeError(TextRenderer(style: terminal.style).render(found, sources: readSource))
        }
        guard let traffic = TrafficSummary(of: listing) else {
            if found.hasErrors { return .contentHasErrors }
            throw UsageError(
                message: "'\(id)' has no recorded traffic: put HAR files into '\(listing.path)/evidence', or name them "
                    + "with '\(RecordingArguments.har.name)'"
            )
        }
        terminal.write(form == "json" ? traffic.json : traffic.lines.map { TerminalText.safe($0) + "\n" }.joined())
        return found.hasErrors ? .contentHasErrors : .clean
    }

    /// What else is wrong with the listing is said by `check`, which knows the whole directory.
    private static func ofRecordings(_ report: DiagnosticReport) -> DiagnosticReport {
        report.diagnostics.reduce(into: DiagnosticReport()) { found, diagnostic in
            if let path = diagnostic.range?.path, RecordedTraffic.isNamed(path) { found.add(diagnostic) }
        }
    }
}
