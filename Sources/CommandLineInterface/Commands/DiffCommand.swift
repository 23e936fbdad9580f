import Diagnostics
import Listing

/// `candor diff`.
enum DiffCommand: Command {
    static let name = "diff"
    static let summary = "Tell what changed in permissions, and who must consent again."
    static let usage = "OLD NEW"
    static let options = [SiteArguments.content, format, exitCode]
    static let positionalCount = 2...2
    static let details = """
        OLD and NEW are two content folders, two folders of listings, two releases or two git revisions; a folder may
        also be compared with a revision. How they are told apart:
          a path that is there    a content folder, a listing's folder, or a permissions.json (its newest release)
          ID@VERSION              what that release asked for, by the record of the listing in --content
          anything else           a git revision, in which --content is looked up; where a file has the same name,
                                  write refs/tags/NAME or NAME^0

        """

    private static let format = Option(
        name: "--format",
        value: "FORMAT",
        help: "text (default), markdown for a changelog, or json ('candor schema diff').",
        choices: ["text", "markdown", "json"]
    )
    private static let exitCode = Option(
        name: "--exit-code",
        value: nil,
        help: "Exit with 1 where somebody must consent again."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let form = arguments.value(of: format) ?? "text"
        guard format.choices.contains(form) else {
            throw UsageError(message: "there is no format '\(form)' (\(format.choices.joined(separator: ", ")))")
        }
        let names = arguments.positional
        let (old, new) = (try DiffSide(names[0]), try DiffSide(names[1]))
        var reader = DiffReader(
            content: arguments.value(of: SiteArguments.content) ?? "Content",
            environment: terminal.environment
        )
        guard let found = try await reader.read(old, new) else {
            terminal.writeError(TextRenderer(style: terminal.style).render(reader.report, sources: reader.source))
            terminal.writeError("candor: what cannot be read cannot be compared\n")
            return .contentHasErrors
        }
        for note in reader.notes { terminal.writeError("candor: \(TerminalText.safe(note))\n") }
        let change = DirectoryChange(
            from: (names[0], found.old.listings),
            to: (names[1], found.new.listings),
            in: found.new.catalogue
        )
        switch form {
        case "json": terminal.write(change.json)
        case "markdown": terminal.write(change.markdown)
        default: terminal.write(change.text)
        }
        return arguments.has(exitCode) && change.consent != .nobody ? .contentHasErrors : .clean
    }
}
