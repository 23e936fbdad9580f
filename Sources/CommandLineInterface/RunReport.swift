import Diagnostics
import FileSystem
import SiteBuilder

/// Tells what a run found: to people on standard error, to programs on standard output.
struct RunReport: Sendable {
    let outcome: SiteBuild.Outcome
    let options: SiteOptions
    let format: ReportFormat
    let showsTimings: Bool
    let duration: Duration

    var exitCode: ExitCode { outcome.report.hasErrors ? .contentHasErrors : .clean }

    func show(on terminal: Terminal) {
        switch format {
        case .json: terminal.write(JSONRenderer().render(outcome.report, sources: sources))
        case .text:
            let style: TerminalStyle = terminal.isColoured ? .coloured : .plain
            terminal.writeError(TextRenderer(style: style).render(outcome.report, sources: sources))
            terminal.write("\(outcome.coverage)\n")
            if outcome.isPublished {
                terminal.write("\(outcome.pageCount) pages in '\(options.output)', \(milliseconds(duration))\n")
            }
        }
        if showsTimings { terminal.writeError(timings) }
    }

    /// Diagnostics carry the path by which the file was read.
    private func sources(_ path: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = try? readFile(path, limit: Self.longestShownFile) else { return nil }
        return bytes
    }

    private static let longestShownFile = 8 << 20

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
