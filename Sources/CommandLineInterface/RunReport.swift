import Diagnostics
import Evidence
import FileSystem
import Rules
import SiteBuilder

/// Tells what a run found: to people on standard error, to programs on standard output.
struct RunReport: Sendable {
    let outcome: SiteBuild.Outcome
    let options: SiteOptions
    let format: ReportFormat
    let showsTimings: Bool
    let duration: Duration

    /// Runs the stages that a goal needs, and tells what was found.
    static func of(
        _ goal: SiteBuild.Goal,
        _ options: SiteOptions,
        _ arguments: ParsedArguments,
        on terminal: Terminal
    ) async throws -> ExitCode {
        let format = try ReportFormat(arguments)
        let start = ContinuousClock.now
        let outcome = try await SiteBuild(options, goal: goal).run()
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

    var exitCode: ExitCode { outcome.report.hasErrors ? .contentHasErrors : .clean }

    /// In the forms for programs nothing else goes to standard output.
    func show(on terminal: Terminal) throws(FileSystemError) {
        let text = format.renderer(style: terminal.style, exitCode: exitCode, proof: outcome.coverage.summary)
            .render(outcome.report, sources: readSource)
        if format == .text {
            terminal.writeError(text)
            terminal.write("\(outcome.coverage)\n")
            if outcome.isPublished {
                terminal.write("\(outcome.pageCount) pages in '\(options.output)', \(milliseconds(duration))\n")
            }
        } else {
            terminal.write(text)
        }
        if format == .github {
            let summary = StepSummary(report: outcome.report, coverage: "\(outcome.coverage)")
            try summary.append(in: terminal.environment)
        }
        if showsTimings { terminal.writeError(timings) }
    }

    private var timings: String {
        let rows = StageTimings.Stage.allCases.map { ($0.rawValue, milliseconds(outcome.timings[$0])) }
        return "stages, added up over \(options.threadCount) threads:\n"
            + columns(rows + [("whole run", milliseconds(duration))])
    }
}

/// `12.3 ms`.
func milliseconds(_ duration: Duration) -> String {
    let tenths = Int((duration / .milliseconds(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
}

/// The bytes of a file by the path that diagnostics carry, which is the one by which it was read.
func readSource(_ path: String) -> [UInt8]? {
    let limit = RecordedTraffic.isNamed(path) ? RecordedTraffic.longestFile : longestShownFile
    guard case .bytes(let bytes)? = try? readFile(path, limit: limit) else { return nil }
    return bytes
}

private let longestShownFile = 8 << 20

extension Terminal {
    var style: TerminalStyle { isColoured ? .coloured : .plain }
}
