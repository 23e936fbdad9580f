import Diagnostics
import FileSystem
import SiteBuilder

/// `candor report`.
enum ReportCommand: Command {
    static let name = "report"
    static let summary = "Write the reviewer's matrix: claim, section, scope and evidence side by side."
    static let usage = "[ID …]"
    static let options = [SiteArguments.content, output, format, badge, SiteArguments.threads]
    static let positionalCount = 0...10_000

    private static let output = Option(
        name: "--output",
        value: "DIR",
        help: "Where the pages and report.json go (default: Report)."
    )
    private static let format = Option(
        name: "--format",
        value: "FORMAT",
        help: "page (default), or json to standard output and no folder.",
        choices: ["page", "json"]
    )
    private static let badge = Option(
        name: "--badge",
        value: "FILE",
        help: "Write a badge for a README as well: an SVG that says how many scopes are documented."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        let goal = try goal(arguments)
        options.output = arguments.value(of: output) ?? "Report"
        options.onlyIntegrations = arguments.positional.isEmpty ? nil : Set(arguments.positional)
        let badgePath = arguments.value(of: badge)
        if let badgePath { try checkBadge(badgePath) }
        let outcome = try await ReviewBuild(options, goal: goal).run()
        if let badgePath { try replaceFile(badgePath, with: outcome.badge) }
        if !outcome.obstacles.isEmpty {
            terminal.writeError(TextRenderer(style: terminal.style).render(outcome.obstacles, sources: readSource))
        }
        switch goal {
        case .json: terminal.write(outcome.json)
        case .pages:
            terminal.write("\(outcome.coverage)\n\(TextRenderer.closingLine(of: outcome.report))\n")
            if outcome.isWritten { terminal.write("wrote '\(options.output)/index.html'\n") }
        }
        return outcome.report.hasErrors || outcome.obstacles.hasErrors ? .contentHasErrors : .clean
    }

    private static func goal(_ arguments: ParsedArguments) throws(UsageError) -> ReviewBuild.Goal {
        switch arguments.value(of: format) ?? "page" {
        case "page": return .pages
        case "json" where arguments.has(output):
            throw UsageError(message: "'--format json' writes to standard output, so '--output' says nothing")
        case "json": return .json
        case let text: throw UsageError(message: "there is no format '\(text)' (page, json)")
        }
    }

    /// A slip of the hand is not to cost somebody a file.
    private static func checkBadge(_ path: String) throws(UsageError) {
        guard FileStatus.of(path, followingLinks: true) != nil else { return }
        guard readSource(path)?.starts(with: "<svg".utf8) == true else {
            throw UsageError(message: "'\(path)' is there already and is no SVG; nothing was changed")
        }
    }
}
