import Diagnostics
import Rules

/// `candor rules`.
enum RulesCommand: Command {
    static let name = "rules"
    static let summary = "List the rules."
    static let options = [markdown]

    private static let markdown = Option(
        name: "--markdown",
        value: nil,
        help: "Write the rules with their reasons and examples, as in docs/rules.md."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        if arguments.has(markdown) {
            terminal.write(RuleDocumentation.page)
        } else {
            for severity in Severity.allCases.reversed() {
                let rules = RuleRegistry.descriptions.filter { $0.severity == severity }
                guard !rules.isEmpty else { continue }
                terminal.write("\(severity.rawValue)s:\n\(columns(rules.map { ($0.id, $0.summary) }))")
            }
            let problems = columns(ProblemRegistry.descriptions.map { ($0.id, $0.summary) })
            terminal.write("what no rule finds, and nothing switches off:\n\(problems)")
        }
        return .clean
    }
}
