import Diagnostics
import Rules

/// `candor explain`.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = "Explain a rule, with examples."
    static let usage = "RULE"
    static var words: [String] { RuleRegistry.descriptions.map(\.id) }
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let id = arguments.positional[0]
        guard let description = RuleRegistry.description(of: id) else {
            let guess = closestMatch(to: id, among: RuleRegistry.descriptions.map(\.id))
            throw UsageError(message: "there is no rule '\(id)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        terminal.write(RuleDocumentation.section(of: description))
        return .clean
    }
}
