package import Diagnostics
package import LocatedJSON

/// The findings that a directory had when it adopted Candor: they do not count as long as they do not grow in number.
///
/// Core rules have no place in it: what they find takes a suppression, with a reason.
package struct Baseline: Sendable, Equatable {
    /// Where it stands in the content folder.
    package static let fileName = "baseline.json"

    package struct Entry: Sendable, Hashable, Comparable {
        package let rule: String
        /// From the root of the content folder.
        package let path: String
        package let fingerprint: Fingerprint

        package static func < (left: Entry, right: Entry) -> Bool {
            (left.path, left.rule, left.fingerprint) < (right.path, right.rule, right.fingerprint)
        }
    }

    package private(set) var counts: [Entry: Int] = [:]
    /// Where the entries stand, if they were read from a file.
    private var places: [Entry: SourceRange] = [:]

    package static let none = Baseline(counts: [:])

    private init(counts: [Entry: Int]) {
        self.counts = counts
    }

    /// What a run found and a baseline may hold.
    package init(of report: DiagnosticReport, in contentFolder: String, sources: SourceLookup) {
        let filter = FindingFilter(contentFolder: contentFolder)
        for finding in report.sorted where finding.severity > .note && finding.range != nil {
            guard let rule = RuleRegistry.description(of: finding.id), !rule.isCore else { continue }
            counts[filter.entry(for: finding, sources: sources), default: 0] += 1
        }
    }

    package var isEmpty: Bool { counts.isEmpty }
    package var findingCount: Int { counts.values.reduce(0, +) }

    /// As many of the same findings as both have: what a baseline may become without growing.
    ///
    /// - Parameter faulty: what stands there is kept, since nobody knows whether it is mended.
    package func common(with other: Baseline, keeping faulty: FaultyFolders) -> Baseline {
        var common = counts
        for (entry, count) in counts where !faulty.contains(entry.path) {
            common[entry] = other.counts[entry].map { min($0, count) }
        }
        return Baseline(counts: common)
    }

    /// Warns of what was found less often than the baseline says, among what was looked at.
    func reportStale(in report: inout DiagnosticReport, wereLookedAt: (_ rule: String, _ path: String) -> Bool) {
        var found: [Fingerprint: Int] = [:]
        for finding in report.suppressed {
            if case .baseline(let fingerprint) = finding.ground { found[fingerprint, default: 0] += 1 }
        }
        for (entry, count) in counts where wereLookedAt(entry.rule, entry.path) {
            let gone = count - found[entry.fingerprint, default: 0]
            guard gone > 0, let place = places[entry] else { continue }
            report.warning(
                "baseline-stale",
                "the baseline has \(gone) finding\(gone == 1 ? "" : "s") of '\(entry.rule)' in '\(entry.path)' too many",
                at: place,
                notes: [Note("'candor baseline' takes out what is mended")]
            )
        }
    }
}

extension Baseline {
    package static let schema = ObjectSchema(
        title: "Baseline",
        description: "Findings that do not count, written by 'candor baseline'.",
        properties: [
            .required("version", .integer(in: 1...1), "The version of this form."),
            .required("findings", .array(of: .object(findingSchema)), "What was found, once for all that are alike."),
        ]
    )

    private static let findingSchema = ObjectSchema(
        title: "Finding",
        properties: [
            .required("rule", .identifier, "The rule's id."),
            .required("path", .relativePath, "The file, from the root of the content folder."),
            .required("fingerprint", .string, "Made from the rule, the path and the marked text."),
            .required("count", .integer(in: 1...1_000_000), "How many are alike."),
        ]
    )

    /// Reads a baseline and reports all that is wrong with it.
    package static func parse(_ bytes: [UInt8], path: String, reporting report: inout DiagnosticReport) -> Baseline {
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return .none }
        schema.check(value, path: path, reporting: &report)
        var baseline = Baseline.none
        for finding in JSONObject(value, path: path)?.objects("findings") ?? [] {
            baseline.add(finding, reporting: &report)
        }
        return baseline
    }

    private mutating func add(_ finding: JSONObject, reporting report: inout DiagnosticReport) {
        guard let rule = finding.string("rule", .identifier), let file = finding.string("path", .relativePath),
            let fingerprint = finding.string("fingerprint"), let count = finding.integer("count")
        else { return }
        if RuleRegistry.description(of: rule.value)?.isCore == true {
            report.error(
                "rule-not-adjustable",
                "rule '\(rule.value)' is core and has no place in a baseline",
                at: rule.range,
                notes: [Note("a suppression with a reason can accept what it finds")]
            )
            return
        }
        let entry = Entry(rule: rule.value, path: file.value, fingerprint: Fingerprint(text: fingerprint.value))
        counts[entry, default: 0] += count.value
        places[entry] = places[entry] ?? finding.range
    }

    /// The file, with a line for each finding, so that a change shows what came and went.
    package var text: String {
        let lines = counts.sorted { $0.key < $1.key }.map { entry, count in
            var json = JSONWriter()
            json.object { json in
                json.member("rule", entry.rule)
                json.member("path", entry.path)
                json.member("fingerprint", entry.fingerprint.text)
                json.member("count", count)
            }
            return "    \(json.text)"
        }
        let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
        return "{\n  \"version\": 1,\n  \"findings\": \(list)\n}\n"
    }
}
