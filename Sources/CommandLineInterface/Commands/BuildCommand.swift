import SiteBuilder

/// `candor build`.
enum BuildCommand: Command {
    static let name = "build"
    static let summary = "Check the content and build the site."
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.output, SiteArguments.baseURL, SiteArguments.format,
        SiteArguments.strict, SiteArguments.only, SiteArguments.except, SiteArguments.timings, SiteArguments.threads,
        RecordingArguments.har,
    ]

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal, isPublishing: true)
        options.recordings = try RecordingArguments.recordings(arguments, of: [])
        return try await RunReport.of(.build, options, arguments, on: terminal)
    }
}
