import Diagnostics
import Evidence
import FileSystem
import Listing
import LocatedJSON

/// `candor import`.
enum ImportCommand: Command {
    static let name = "import"
    static let summary =
        "Make entries of the catalogue from API descriptions, or the scopes of a listing from an app manifest."
    static let usage = "KIND FILE..."
    static let options = [scopeLists, schemes, write, into, prune, SiteArguments.content]
    static var words: [String] { DescriptionKind.allCases.map(\.rawValue) + AppManifest.Kind.allCases.map(\.rawValue) }
    static let positionalCount = 2...1_000

    static let scopeLists = Option(
        name: "--scope-lists",
        value: "MEANING",
        help:
            "What lists of scopes mean: anyOf (one is enough), allOf (all are needed) or asWritten (as the format has it).",
        choices: ScopeListMeaning.allCases.map(\.rawValue)
    )
    static let schemes = Option(
        name: "--schemes",
        value: "NAMES",
        help: "The security schemes that integrations use, with commas between them (default: all)."
    )
    static let write = Option(name: "--write", value: nil, help: "Add what is new to the content's own file.")

    static let into = Option(
        name: "--into",
        value: "ID",
        help: "The listing that takes the scopes of an app manifest; it is made where there is none."
    )
    static let prune = Option(
        name: "--prune",
        value: nil,
        help: "Remove scopes from it that the app manifest does not ask for."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let name = arguments.positional[0]
        if let kind = AppManifest.Kind(rawValue: name) { return try importScopes(kind, arguments, terminal) }
        guard let kind = DescriptionKind(rawValue: name) else {
            let guess = closestMatch(to: name, among: words)
            throw UsageError(
                message: "nothing of the kind '\(name)' can be imported"
                    + (guess.map { "; did you mean '\($0)'?" } ?? "")
            )
        }
        if let option = [into, prune].first(where: arguments.has) {
            throw UsageError(message: "'\(option.name)' is for app manifests; '\(write.name)' adds to the catalogue")
        }
        return try DescriptionImport(
            kind: kind,
            files: Array(arguments.positional.dropFirst()),
            reading: SecurityReading(
                meaning(arguments, kind),
                schemes: arguments.value(of: schemes).map { Set($0.split(separator: ",").map(String.init)) }
            ),
            content: arguments.has(write) ? arguments.value(of: SiteArguments.content) ?? "Content" : nil,
            terminal: terminal
        )
        .run()
    }

    private static func importScopes(
        _ kind: AppManifest.Kind,
        _ arguments: ParsedArguments,
        _ terminal: Terminal
    ) throws -> ExitCode {
        guard arguments.positional.count == 2 else {
            throw UsageError(message: "one app manifest is imported at a time")
        }
        if let option = [scopeLists, write].first(where: arguments.has) {
            throw UsageError(
                message:
                    "'\(option.name)' is for API descriptions; '\(into.name) ID' writes the scopes of an app manifest"
            )
        }
        guard arguments.has(into) || !arguments.has(prune) else {
            throw UsageError(message: "'\(prune.name)' goes with '\(into.name) ID'")
        }
        return try ScopesImportRun(
            kind: kind,
            file: arguments.positional[1],
            listing: arguments.value(of: into),
            content: arguments.value(of: SiteArguments.content) ?? "Content",
            prunes: arguments.has(prune),
            terminal: terminal
        )
        .run()
    }

    private static func meaning(_ arguments: ParsedArguments, _ kind: DescriptionKind) throws(UsageError)
        -> ScopeListMeaning
    {
        guard let text = arguments.value(of: scopeLists) else {
            // Google says it of all its documents; of the others each has its own habit.
            guard kind != .discovery else { return .asWritten }
            throw UsageError(
                message: "say how the document's lists of scopes are meant: --scope-lists anyOf, allOf or asWritten"
            )
        }
        guard let meaning = ScopeListMeaning(rawValue: text) else {
            throw UsageError(message: "'--scope-lists' is anyOf, allOf or asWritten, not '\(text)'")
        }
        return meaning
    }
}

/// What documents that describe an interface are called on the command line.
enum DescriptionKind: String, CaseIterable {
    case openAPI = "openapi"
    case discovery = "google-discovery"

    fileprivate func fits(_ description: APIDescription) -> Bool {
        (self == .discovery) == (description.kind == .discovery)
    }
}

private struct DescriptionImport {
    let kind: DescriptionKind
    let files: [String]
    let reading: SecurityReading
    /// The content folder to whose catalogue is written.
    let content: String?
    let terminal: Terminal

    func run() throws -> ExitCode {
        var report = DiagnosticReport()
        let descriptions = try files.compactMap { try description($0, reporting: &report) }
        let loader = try content.map { try ContentLoader(path: $0) }
        let catalogue = try loader.flatMap { try CatalogueSource($0, reporting: &report)?.main }
        terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
        guard !report.hasErrors else { return .contentHasErrors }
        let result = CatalogueImport(descriptions, beside: catalogue)
        let found =
            "\(counted(result.operations.count, "operation")) and \(counted(result.scopes.count, "scope"))"
        guard let loader else {
            terminal.write(result.text)
            terminal.writeError("\(found) in \(counted(descriptions.count, "document"))\n")
            return .clean
        }
        return try write(result, found, to: loader)
    }

    private func description(_ path: String, reporting report: inout DiagnosticReport) throws -> MeantDescription? {
        let limit = CatalogueSource.longestDescription
        guard let bytes = try readFile(path, as: "a description", limit: limit, reporting: &report),
            let description = APIDescription(bytes, path: path, reporting: &report)
        else { return nil }
        guard kind.fits(description) else {
            report.error(
                "api-description-unknown",
                "'\(path)' is of another kind: \(description.kind.rawValue)",
                at: SourceRange(startOf: path)
            )
            return nil
        }
        for scheme in (reading.schemes ?? []).subtracting(description.schemes).sorted() {
            let guess = closestMatch(to: scheme, among: description.schemes)
            report.error(
                "catalogue-scheme-unknown",
                "'\(path)' has no security scheme '\(scheme)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                at: SourceRange(startOf: path)
            )
        }
        description.reportDoubt(of: reading, reporting: &report)
        return MeantDescription(description, reading)
    }

    private func write(_ result: CatalogueImport, _ found: String, to loader: ContentLoader) throws -> ExitCode {
        var ignored = DiagnosticReport()
        let name = CatalogueSource.fileName
        guard let file = try loader.loadRootFile(name, reporting: &ignored), let fix = result.fix(of: file) else {
            return .contentHasErrors
        }
        guard !fix.edits.isEmpty else {
            terminal.write("nothing new for '\(file.path)'\n")
            return .clean
        }
        let outcome = FixApplier.apply([fix]) { $0 == file.path ? file.bytes : nil }
        for (path, bytes) in outcome.texts { try replaceFile(path, with: bytes) }
        terminal.write("added \(found) to '\(file.path)'\n")
        return .clean
    }
}
