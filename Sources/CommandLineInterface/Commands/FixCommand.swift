import Diagnostics
import FileSystem
import SiteBuilder

/// `candor fix`.
enum FixCommand: Command {
    static let name = "fix"
    static let summary = "Mend what can be mended for certain."
    static let usage = "[ID …]"
    static let options = [SiteArguments.content, SiteArguments.themes, dryRun, SiteArguments.threads]
    static let positionalCount = 0...10_000

    private static let dryRun = Option(name: "--dry-run", value: nil, help: "Show the changes and make none.")

    /// A fix may uncover what another one mends; each round mends something, and a file has only so many problems.
    private static let mostRounds = 20

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        options.ignoresBaseline = true
        options.onlyIntegrations = arguments.positional.isEmpty ? nil : Set(arguments.positional)
        var count = 0
        var report = try await check(options)
        for _ in 0..<mostRounds {
            let outcome = FixApplier.apply(safeFixes(in: report, below: options.content), sources: readSource)
            guard !outcome.applied.isEmpty else { break }
            count += outcome.applied.count
            terminal.write(FixRenderer().render(outcome.applied, sources: readSource))
            if arguments.has(dryRun) { break }
            for (path, bytes) in outcome.texts.sorted(by: { $0.key < $1.key }) { try replaceFile(path, with: bytes) }
            report = try await check(options)
        }
        // A run that writes nothing cannot look for what the next round would find.
        let verb = arguments.has(dryRun) ? "would be mended, and what shows once they are" : "mended"
        terminal.write("\(counted(count, "problem")) \(verb); \(TextRenderer.closingLine(of: report))\n")
        return report.hasErrors ? .contentHasErrors : .clean
    }

    private static func check(_ options: SiteOptions) async throws -> DiagnosticReport {
        try await SiteBuild(options, goal: .check).run().report
    }

    /// One for each diagnostic, and none that reaches out of the content folder.
    private static func safeFixes(in report: DiagnosticReport, below folder: String) -> [Fix] {
        let folder = folder.hasSuffix("/") ? folder : folder + "/"
        return report.diagnostics.compactMap { diagnostic in
            diagnostic.fixes.first { fix in
                fix.safety == .safe && fix.edits.allSatisfy { $0.range.path.hasPrefix(folder) }
            }
        }
    }
}
