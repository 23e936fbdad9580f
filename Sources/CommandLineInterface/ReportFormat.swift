import Diagnostics
import Rules

/// In which form a run tells what it found.
enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, sarif, github, junit

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let text = arguments.value(of: SiteArguments.format) ?? ReportFormat.text.rawValue
        guard let format = ReportFormat(rawValue: text) else {
            let names = ReportFormat.allCases.map(\.rawValue)
            let guess = closestMatch(to: text, among: names)
            throw UsageError(
                message: "there is no format '\(text)'" + (guess.map { "; did you mean '\($0)'?" } ?? "")
                    + " (\(names.joined(separator: ", ")))"
            )
        }
        self = format
    }

    /// - Parameter proof: absent where nothing was to be proved.
    func renderer(style: TerminalStyle, exitCode: ExitCode, proof: ProofSummary? = nil) -> any DiagnosticRenderer {
        switch self {
        case .text: TextRenderer(style: style)
        case .json: JSONRenderer(proof: proof)
        case .sarif:
            SARIFRenderer(
                version: CommandLineTool.version,
                rules: Self.rules,
                exitCode: exitCode.rawValue,
                proof: proof
            )
        case .github: GitHubRenderer(proof: proof)
        case .junit: JUnitRenderer(proof: proof)
        }
    }

    private static var rules: [RuleSummary] {
        let rules = RuleRegistry.descriptions.map { rule in
            RuleSummary(
                id: rule.id,
                severity: rule.severity,
                summary: rule.summary,
                rationale: rule.rationale,
                help: RuleDocumentation.section(of: rule)
            )
        }
        let problems = ProblemRegistry.descriptions.map { problem in
            RuleSummary(
                id: problem.id,
                severity: problem.severity,
                summary: problem.summary,
                rationale: problem.rationale,
                help: RuleDocumentation.section(of: problem)
            )
        }
        return rules + problems
    }
}
