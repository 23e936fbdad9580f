import Diagnostics
import FileSystem
import Listing
import LocatedJSON

/// `candor new`.
enum NewCommand: Command {
    static let name = "new"
    static let summary = "Begin a listing; 'candor check ID' then leads to a finished one."
    static let usage = "ID"
    static let options = [SiteArguments.content]
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let id = arguments.positional[0]
        let content = arguments.value(of: SiteArguments.content) ?? "Content"
        try make(id, in: content)
        terminal.write("made '\(content)/integrations/\(id)'; next: candor check \(id)\n")
        return .clean
    }

    /// - Parameter scope: what its first feature needs, where somebody else writes down what it asks for.
    static func make(_ id: String, in content: String, scope: String? = nil) throws {
        guard isIdentifier(id) else {
            throw UsageError(
                message: "'\(id)' is no id: lower-case letters, digits and hyphens, at most \(longestIdentifier)"
            )
        }
        guard FileStatus.of("\(content)/\(CatalogueSource.fileName)") != nil else {
            throw UsageError(message: "'\(content)' is no content folder: it has no 'platform.json'")
        }
        let folder = "\(content)/integrations/\(id)"
        guard FileStatus.of(folder) == nil else { throw UsageError(message: "'\(folder)' is there already") }
        try makeFolder("\(folder)/media")
        let skeleton = ListingSkeleton(
            id: id,
            scope: try scope ?? firstScope(of: content),
            requestsScope: scope == nil
        )
        try writeNewFile(skeleton.manifest, to: "\(folder)/integration.json")
        try writeNewFile(skeleton.overview, to: "\(folder)/index.md")
    }

    /// Any scope of the platform will do for a beginning, as long as it is one.
    private static func firstScope(of content: String) throws -> String {
        var ignored = DiagnosticReport()
        let catalogue = try CatalogueSource(ContentLoader(path: content), reporting: &ignored)?.main
        return catalogue?.scopes.first { $0.kind != .bundle }?.id.value ?? "a-scope-of-the-platform"
    }
}
