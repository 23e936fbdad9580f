import Diagnostics

/// `candor completions`.
enum CompletionsCommand: Command {
    static let name = "completions"
    static let summary = "Print what teaches a shell to complete commands and options."
    static let usage = "SHELL"
    static let positionalCount = 1...1
    static var words: [String] { CompletionScript.Shell.allCases.map(\.rawValue) }

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let name = arguments.positional[0]
        guard let shell = CompletionScript.Shell(rawValue: name) else {
            let guess = closestMatch(to: name, among: words)
            throw UsageError(
                message: "there are no completions for '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? "")
                    + " (\(words.joined(separator: ", ")))"
            )
        }
        terminal.write(CompletionScript(commands: CommandLineTool.commands).text(for: shell))
        return .clean
    }
}
