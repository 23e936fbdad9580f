/// Diagnostics for programs, one JSON object a run; `version` changes when a member changes its meaning.
///
/// `candor schema diagnostics` prints the schema that describes it.
package struct JSONRenderer: DiagnosticRenderer {
    private let proof: ProofSummary?

    /// - Parameter proof: absent where nothing was to be proved.
    package init(proof: ProofSummary? = nil) {
        self.proof = proof
    }

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            let diagnostics = report.sorted.map { JSONText.object(members(of: $0, reader: &reader)) }
            let suppressed = report.sortedSuppressed.map { finding in
                JSONText.object(
                    members(of: finding.diagnostic, reader: &reader) + [("suppression", object(for: finding.ground))]
                )
            }
            let root = JSONText.object([
                ("version", .integer(1)),
                ("errors", .integer(report.errorCount)),
                ("warnings", .integer(report.warningCount)),
                ("diagnostics", .array(diagnostics)),
                ("suppressed", .array(suppressed)),
                ("coverage", proof?.json ?? .null),
            ])
            return root.text(brokenTo: 2) + "\n"
        }
    }

    private func members(
        of diagnostic: Diagnostic,
        reader: inout ExcerptReader
    ) -> [(name: String, value: JSONText)] {
        [
            ("id", .string(diagnostic.id)),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.message)),
            ("place", place(diagnostic.range, reader: &reader)),
            ("notes", .array(diagnostic.notes.map { object(for: $0, reader: &reader) })),
            ("fixes", .array(diagnostic.fixes.filter(\.canBeShown).map { object(for: $0, reader: &reader) })),
        ]
    }

    private func object(for note: Note, reader: inout ExcerptReader) -> JSONText {
        .object([("message", .string(note.message)), ("place", place(note.range, reader: &reader))])
    }

    private func object(for fix: Fix, reader: inout ExcerptReader) -> JSONText {
        let edits = fix.edits.map { edit in
            JSONText.object([
                ("place", place(edit.range, reader: &reader)), ("replacement", .string(edit.replacement)),
            ])
        }
        return .object([
            ("title", .string(fix.title)), ("safety", .string(fix.safety.rawValue)), ("edits", .array(edits)),
        ])
    }

    private func object(for ground: SuppressedDiagnostic.Ground) -> JSONText {
        switch ground {
        case .entry(_, let reason, let until):
            .object([("by", .string("entry")), ("reason", .string(reason)), ("until", .string(until))])
        case .baseline(let fingerprint):
            .object([("by", .string("baseline")), ("fingerprint", .string(fingerprint.text))])
        }
    }

    /// Lines and columns count from one, columns in Unicode scalars; `start` and `end` are byte offsets.
    private func place(_ range: SourceRange?, reader: inout ExcerptReader) -> JSONText {
        guard let range else { return .null }
        var members: [(name: String, value: JSONText)] = [("path", .string(range.path))]
        if let start = reader.positions(of: range)?.start {
            members += [("line", .integer(start.line)), ("column", .integer(start.column))]
        }
        return .object(members + [("start", .integer(range.bytes.start)), ("end", .integer(range.bytes.end))])
    }
}
