import SiteBuilder

/// `candor build`.
enum BuildCommand: Command {
    static let name = "build"
    static let summary = "Check the content and build the site."
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.output, SiteArguments.baseURL, SiteArguments.format,
        SiteArguments.strict, SiteArguments.only, SiteArguments.except, SiteArguments.timings, SiteArguments.threads,
    ]

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let options = try SiteArguments.options(arguments, terminal, isPublishing: true)
        let format = try ReportFormat(arguments)
        let start = ContinuousClock.now
        let outcome = try await SiteBuild(options, goal: .build).run()
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
