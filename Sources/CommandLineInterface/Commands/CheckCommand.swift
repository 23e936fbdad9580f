import SiteBuilder

/// `candor check`.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = "Check the content without building anything."
    static let usage = "[ID …]"
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.format, SiteArguments.strict, SiteArguments.only,
        SiteArguments.except, SiteArguments.timings, SiteArguments.threads,
        RecordingArguments.har,
    ]
    static let positionalCount = 0...10_000

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        options.onlyIntegrations = arguments.positional.isEmpty ? nil : Set(arguments.positional)
        options.recordings = try RecordingArguments.recordings(arguments, of: arguments.positional)
        return try await RunReport.of(.check, options, arguments, on: terminal)
    }
}
