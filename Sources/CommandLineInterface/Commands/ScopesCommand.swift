import Diagnostics
import FileSystem
import Listing
import LocatedJSON

/// `candor scopes`.
enum ScopesCommand: Command {
    static let name = "scopes"
    static let summary = "Print the least set of scopes that a listing's operations need, and why."
    static let usage = "ID"
    static let options = [SiteArguments.content, format]
    static let positionalCount = 1...1

    static let format = Option(
        name: "--format",
        value: "FORMAT",
        help: "text (default) or json.",
        choices: ["text", "json"]
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let id = arguments.positional[0]
        let form = try form(arguments)
        let loader = try ContentLoader(path: arguments.value(of: SiteArguments.content) ?? "Content")
        var report = DiagnosticReport()
        guard let listing = try ListingLookup(loader).listing(id, reporting: &report), listing.manifest != nil else {
            terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
            return .contentHasErrors
        }
        let advice = ScopeAdvice(of: listing)
        terminal.write(form == "json" ? advice.json : advice.lines.map { TerminalText.safe($0) + "\n" }.joined())
        return .clean
    }

    static func form(_ arguments: ParsedArguments) throws(UsageError) -> String {
        let form = arguments.value(of: format) ?? "text"
        guard form == "text" || form == "json" else {
            throw UsageError(message: "there is no format '\(form)' (text, json)")
        }
        return form
    }
}

/// Finds one listing of a content folder, and nothing else in it.
struct ListingLookup {
    private let loader: ContentLoader

    init(_ loader: ContentLoader) {
        self.loader = loader
    }

    /// - Throws: `UsageError` for an id that no listing has.
    func listing(_ id: String, reporting report: inout DiagnosticReport) throws -> ParsedListing? {
        var ignored = DiagnosticReport()
        let ids = try loader.integrationIDs(reporting: &ignored)
        guard ids.contains(id) else {
            let guess = closestMatch(to: id, among: ids)
            throw UsageError(
                message: "'\(loader.path)' has no listing '\(id)'" + (guess.map { "; did you mean '\($0)'?" } ?? "")
            )
        }
        guard let catalogue = try CatalogueSource(loader, reporting: &report)?.main else { return nil }
        let tree = try loader.loadIntegration(id, reporting: &report)
        return ListingParser(catalogue: catalogue).parseIntegration(tree, reporting: &report)
    }
}
