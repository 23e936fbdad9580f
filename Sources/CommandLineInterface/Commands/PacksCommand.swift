import BuiltInFiles
import Rules

/// `candor packs`.
enum PacksCommand: Command {
    static let name = "packs"
    static let summary = "List the marketplaces whose limits the program knows."
    static let options = [markdown]

    private static let markdown = Option(
        name: "--markdown",
        value: nil,
        help: "Write every limit with its source, as in docs/rule-packs.md."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let files = BuiltInFile.files(below: "packs/").sorted { $0.path < $1.path }
        let documentation = RulePackDocumentation(of: files.map(\.bytes))
        terminal.write(
            arguments.has(markdown) ? documentation.page : columns(documentation.titles.map { ($0.id, $0.title) })
        )
        return .clean
    }
}
