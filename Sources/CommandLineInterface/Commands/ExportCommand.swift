import Diagnostics
import SiteBuilder

/// `candor export`.
enum ExportCommand: Command {
    static let name = "export"
    static let summary = "Print a listing in the form that a marketplace asks for: \(words.joined(separator: ", "))."
    static let usage = "KIND ID"
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.baseURL, format, language, SiteArguments.strict,
    ]
    static let positionalCount = 2...2
    static var words: [String] { ExportKind.allCases.map(\.rawValue) }
    static let details = """
        KIND is one of
          shared-data           HubSpot's table of shared data (csv; json, markdown)
          scope-reasons         why each scope is asked for, as Slack and Google want it (csv; json, markdown)
          stripe-permissions    the permissions of stripe-app.json (json)
          listing               the whole listing: its listing.json (json), or its page (markdown)

        """

    private static let format = Option(
        name: "--format",
        value: "FORMAT",
        help: "csv, json or markdown; what the marketplace asks for when left out.",
        choices: ExportFormat.allCases.map(\.rawValue)
    )
    private static let language = Option(
        name: "--language",
        value: "TAG",
        help: "One of the site's languages, such as fr (default: the main one)."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let kind = try kind(arguments.positional[0])
        let export = ListingExport(
            arguments.positional[1],
            as: kind,
            in: try chosenFormat(arguments, of: kind),
            try SiteArguments.options(arguments, terminal)
        )
        switch try export.run(language: arguments.value(of: language)) {
        case .exported(let bytes, let report):
            if !report.isEmpty {
                terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
            }
            terminal.write(String(decoding: bytes, as: UTF8.self))
            return .clean
        case .refused(let report):
            terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
            terminal.writeError("candor: a listing with errors is not exported\n")
            return .contentHasErrors
        case .languageUnknown(let tags):
            throw UsageError(
                message: "the site is not written in '\(arguments.value(of: language) ?? "")' "
                    + "(\(tags.joined(separator: ", ")))"
            )
        }
    }

    private static func kind(_ name: String) throws(UsageError) -> ExportKind {
        guard let kind = ExportKind(rawValue: name) else {
            let guess = closestMatch(to: name, among: words)
            throw UsageError(
                message: "there is no export '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? "")
                    + " (\(words.joined(separator: ", ")))"
            )
        }
        return kind
    }

    private static func chosenFormat(_ arguments: ParsedArguments, of kind: ExportKind) throws(UsageError)
        -> ExportFormat
    {
        guard let name = arguments.value(of: format) else { return kind.formats[0] }
        guard let format = kind.formats.first(where: { $0.rawValue == name }) else {
            let names = kind.formats.map(\.rawValue).joined(separator: ", ")
            throw UsageError(message: "'\(kind.rawValue)' is not written as '\(name)' (\(names))")
        }
        return format
    }
}
