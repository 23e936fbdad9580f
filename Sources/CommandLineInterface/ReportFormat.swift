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

    func renderer(style: TerminalStyle, exitCode: ExitCode) -> any DiagnosticRenderer {
        switch self {
        case .text: TextRenderer(style: style)
        case .json: JSONRenderer()
        case .sarif:
            SARIFRenderer(version: CommandLineTool.version, rules: Self.rules, exitCode: exitCode.rawValue)
        case .github: GitHubRenderer()
        case .junit: JUnitRenderer()
        }
    }

    private static var rules: [RuleSummary] {
        RuleRegistry.descriptions.map { rule in
            RuleSummary(
                id: rule.id,
                severity: rule.severity,
                summary: rule.summary,
                rationale: rule.rationale,
                help: RuleDocumentation.section(of: rule)
            )
        }
    }
}
