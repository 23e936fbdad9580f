import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import SiteBuilder

/// `candor release`.
enum ReleaseCommand: Command {
    static let name = "release"
    static let summary = "Record what this version of a listing asks for, to hold the next one against."
    static let usage = "ID"
    static let options = [SiteArguments.content, SiteArguments.themes, SiteArguments.threads]
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        let id = arguments.positional[0]
        options.onlyIntegrations = [id]
        let outcome = try await SiteBuild(options, goal: .check).run()
        guard !outcome.report.hasErrors else {
            terminal.writeError(TextRenderer(style: terminal.style).render(outcome.report, sources: readSource))
            terminal.writeError("candor: a listing with errors is not recorded\n")
            return .contentHasErrors
        }
        guard let listing = try listing(id, in: options.content), let release = Release(of: listing) else {
            return .contentHasErrors
        }
        return try record(release, of: listing, terminal)
    }

    private static func record(_ release: Release, of listing: ParsedListing, _ terminal: Terminal) throws -> ExitCode {
        let record = listing.record ?? ReleaseRecord()
        let version = release.version.value
        if let recorded = record.release(ofVersion: version) {
            guard PermissionChange(from: recorded.scopes, to: release.scopes, in: listing.catalogue).isEmpty else {
                return refuse("version '\(version)' is recorded already and asked for something else", terminal)
            }
            terminal.write("version '\(version)' is recorded already; nothing was changed\n")
            return .clean
        }
        if let newest = record.newest?.version.value, let last = VersionNumber(newest),
            let number = VersionNumber(version), number < last
        {
            return refuse("version '\(version)' is before '\(newest)', which is recorded already", terminal)
        }
        let path = "\(listing.path)/\(ReleaseRecord.fileName)"
        try replaceFile(path, with: Array(record.adding(release).text.utf8))
        terminal.write("wrote '\(path)': version '\(version)' asks for \(counted(release.scopes.count, "scope"))\n")
        return .clean
    }

    private static func refuse(_ reason: String, _ terminal: Terminal) -> ExitCode {
        terminal.writeError("candor: \(reason); nothing was changed\n")
        return .contentHasErrors
    }

    /// What was just found without an error; nil when it changed in the meantime.
    private static func listing(_ id: String, in content: String) throws -> ParsedListing? {
        var ignored = DiagnosticReport()
        let loader = try ContentLoader(path: content)
        guard let catalogue = try CatalogueSource(loader, reporting: &ignored)?.main else { return nil }
        let tree = try loader.loadIntegration(id, reporting: &ignored)
        return ListingParser(catalogue: catalogue).parseIntegration(tree, reporting: &ignored)
    }
}
