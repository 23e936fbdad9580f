import SiteBuilder

/// `candor check`.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = "Check the content without building anything."
    static let usage = "[ID …]"
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.format, SiteArguments.strict, SiteArguments.only,
        SiteArguments.except, SiteArguments.timings, SiteArguments.threads,
    ]
    static let positionalCount = 0...10_000

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        let format = try ReportFormat(arguments)
        options.onlyIntegrations = arguments.positional.isEmpty ? nil : Set(arguments.positional)
        let start = ContinuousClock.now
        let outcome = try await SiteBuild(options, goal: .check).run()
        let report = RunReport(
            outcome: outcome,
            options: options,
            format: format,
            showsTimings: arguments.has(SiteArguments.timings),
            duration: ContinuousClock.now - start
        )
        try report.show(on: terminal)
        return report.exitCode
    }
}
