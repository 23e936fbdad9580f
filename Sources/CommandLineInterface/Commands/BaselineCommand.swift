import Diagnostics
import FileSystem
import Listing
import Rules
import SiteBuilder

/// `candor baseline`.
enum BaselineCommand: Command {
    static let name = "baseline"
    static let summary = "Write down what is found now, so that only new findings fail."
    static let options = [SiteArguments.content, SiteArguments.themes, grow, SiteArguments.threads]

    private static let grow = Option(
        name: "--grow",
        value: nil,
        help: "Take in new findings too; without it a baseline only shrinks."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        var options = try SiteArguments.options(arguments, terminal)
        options.ignoresBaseline = true
        let outcome = try await SiteBuild(options, goal: .check).run()
        let folder = try ContentLoader(path: options.content).path
        let found = Baseline(of: outcome.report, in: folder, sources: readSource)
        let path = "\(folder)/\(Baseline.fileName)"
        guard let old = try existing(at: path, terminal) else { return .contentHasErrors }

        let faulty = FindingFilter(contentFolder: folder).faultyFolders(in: outcome.report)
        let isGrowing = old == .missing || arguments.has(grow)
        let new = isGrowing ? found : old.baseline.common(with: found, keeping: faulty)
        if old == .missing, new.isEmpty {
            terminal.write("nothing was found that a baseline could hold; none was written\n")
        } else {
            try replaceFile(path, with: Array(new.text.utf8))
            terminal.write("wrote '\(path)': \(counted(new.findingCount, "finding"))\n")
        }
        tellRest(outcome.report, found: found, written: new, terminal)
        return .clean
    }

    private enum Existing: Equatable {
        case missing
        case read(Baseline)

        var baseline: Baseline { if case .read(let baseline) = self { baseline } else { .none } }
    }

    /// nil after the report of what is wrong with the file.
    private static func existing(at path: String, _ terminal: Terminal) throws -> Existing? {
        guard FileStatus.of(path) != nil else { return .missing }
        var report = DiagnosticReport()
        guard let bytes = readSource(path) else { throw FileSystemError("read", path) }
        let baseline = Baseline.parse(bytes, path: path, reporting: &report)
        guard !report.hasErrors else {
            terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: readSource))
            return nil
        }
        return .read(baseline)
    }

    private static func tellRest(
        _ report: DiagnosticReport,
        found: Baseline,
        written: Baseline,
        _ terminal: Terminal
    ) {
        let new = found.findingCount - written.findingCount
        if new > 0 { terminal.write("\(counted(new, "new finding")) left out; --grow takes them in\n") }
        let outside = report.errorCount + report.warningCount - found.findingCount
        if outside > 0 {
            terminal.write(
                "\(counted(outside, "finding")) no baseline can hold: of core rules, or in files that cannot be read\n"
            )
        }
    }
}
