package import Diagnostics
import Listing
import LocatedJSON

/// The one place where it is decided whether a finding counts, and how much.
///
/// In this order: the severity that the directory gives to the rule, the rules that the run is asked for, suppressions,
/// and the baseline.
package struct FindingFilter: Sendable {
    private let levels: RuleLevels
    private let selection: RuleSelection
    private let suppressions: SuppressionList
    private let baseline: Baseline
    /// As diagnostics show it; what stands in it is called by its path from here.
    private let contentFolder: String

    package static let standard = FindingFilter()

    package init(
        levels: RuleLevels = .standard,
        selection: RuleSelection = .all,
        suppressions: SuppressionList = .none,
        baseline: Baseline = .none,
        contentFolder: String = ""
    ) {
        self.levels = levels
        self.selection = selection
        self.suppressions = suppressions
        self.baseline = baseline
        self.contentFolder = contentFolder
    }

    /// Whether a rule is switched off, for good or for this run.
    package func isOff(_ rule: String) -> Bool {
        levels.isOff(rule) || !selection.has(rule)
    }

    /// What is not looked for, in the order of the ids.
    package var rulesOff: [String] { RuleRegistry.descriptions.map(\.id).filter(isOff) }

    /// Adds to a report what one rule found in one listing, all of it at once: the baseline counts what is alike.
    package func add(
        _ findings: [Diagnostic],
        of description: RuleDescription,
        sources: SourceLookup,
        to report: inout DiagnosticReport
    ) {
        guard !findings.isEmpty, !isOff(description.id) else { return }
        withoutActuallyEscaping(sources) { sources in
            var parts = PartFinder(sources)
            var seen: [Baseline.Entry: Int] = [:]
            for finding in findings {
                let finding = levels.adjusted(finding, of: description)
                if let ground = suppression(of: finding, &parts) ?? baseline(of: finding, sources, &seen) {
                    report.add(SuppressedDiagnostic(finding, on: ground))
                } else {
                    report.add(finding)
                }
            }
        }
    }

    private func suppression(of finding: Diagnostic, _ parts: inout PartFinder) -> SuppressedDiagnostic.Ground? {
        suppressions.suppression(of: finding, in: contentPath(of: finding), parts: &parts).map {
            .entry($0.range, reason: $0.reason.value, until: "\($0.until.value)")
        }
    }

    private func baseline(
        of finding: Diagnostic,
        _ sources: SourceLookup,
        _ seen: inout [Baseline.Entry: Int]
    ) -> SuppressedDiagnostic.Ground? {
        guard !baseline.isEmpty else { return nil }
        let entry = entry(for: finding, sources: sources)
        seen[entry, default: 0] += 1
        return seen[entry, default: 0] <= baseline.counts[entry, default: 0] ? .baseline(entry.fingerprint) : nil
    }

    /// What a baseline calls a finding.
    package func entry(for finding: Diagnostic, sources: SourceLookup) -> Baseline.Entry {
        let path = contentPath(of: finding)
        let source = finding.range.flatMap { sources($0.path) }
        return Baseline.Entry(
            rule: finding.id,
            path: path,
            fingerprint: Fingerprint(of: finding, path: path, source: source)
        )
    }

    private func contentPath(of finding: Diagnostic) -> String {
        let path = finding.range?.path ?? ""
        let folder = "\(contentFolder)/".utf8
        return path.utf8.starts(with: folder) ? String(Substring(path.utf8.dropFirst(folder.count))) : path
    }

    /// Where files could not be read, so that nobody knows what rules would find there.
    package func faultyFolders(in report: DiagnosticReport) -> FaultyFolders {
        FaultyFolders(in: report, contentPath: contentPath)
    }

    /// Warns of suppressions and of baseline entries that nothing was found for.
    ///
    /// - Parameters:
    ///   - hasAsked: whether the run asked others for what is linked to, and did nothing else.
    ///   - hasLookedAt: whether the run read the file or listing at a path of the content folder.
    package func reportUnmatched(
        in report: inout DiagnosticReport,
        hasAsked: Bool = false,
        hasLookedAt: (_ path: String) -> Bool
    ) {
        let faulty = faultyFolders(in: report)
        func wasLookedAt(_ rule: String, _ path: String) -> Bool {
            !isOff(rule) && !faulty.contains(path) && RuleRegistry.externalIDs.contains(rule) == hasAsked
                && hasLookedAt(path)
        }
        suppressions.reportUnused(in: &report, wereLookedAt: wasLookedAt)
        baseline.reportStale(in: &report, wereLookedAt: wasLookedAt)
    }
}
