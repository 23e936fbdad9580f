import Diagnostics
import Rules

/// `candor explain`.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = "Explain a rule or another problem that is reported, with examples."
    static let usage = "ID"
    static var words: [String] { RuleRegistry.descriptions.map(\.id) + ProblemRegistry.descriptions.map(\.id) }
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let id = arguments.positional[0]
        if let rule = RuleRegistry.description(of: id) {
            terminal.write(RuleDocumentation.section(of: rule))
        } else if let problem = ProblemRegistry.description(of: id) {
            terminal.write(RuleDocumentation.section(of: problem))
        } else {
            let guess = closestMatch(to: id, among: words)
            throw UsageError(message: "there is no rule '\(id)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        return .clean
    }
}
