/// Diagnostics as workflow commands, which GitHub shows at the lines of a change.
package struct GitHubRenderer: DiagnosticRenderer {
    private let proof: ProofSummary?

    /// - Parameter proof: absent where nothing was to be proved.
    package init(proof: ProofSummary? = nil) {
        self.proof = proof
    }

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            let proof = proof.map { "::notice title=coverage::\(Self.escapedMessage($0.line))\n" } ?? ""
            return report.sorted.map { command(for: $0, reader: &reader) + "\n" }.joined() + proof
        }
    }

    private func command(for diagnostic: Diagnostic, reader: inout ExcerptReader) -> String {
        let properties = properties(of: diagnostic, reader: &reader)
            .map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
        let lines =
            [diagnostic.message] + diagnostic.notes.map { "note: \($0.message)" }
            + diagnostic.fixes.map { "fix: \($0.title)" }
        let message = Self.escapedMessage(lines.joined(separator: "\n"))
        return "::\(name(of: diagnostic.severity)) \(properties)::\(message)"
    }

    /// Columns are shown only for a range within one line: GitHub ignores them otherwise.
    private func properties(of diagnostic: Diagnostic, reader: inout ExcerptReader) -> [(String, String)] {
        guard let range = diagnostic.range else { return [("title", diagnostic.id)] }
        var properties = [("file", range.path)]
        if let (start, end) = reader.positions(of: range) {
            properties.append(("line", String(start.line)))
            properties.append(("endLine", String(end.line)))
            if start.line == end.line {
                properties.append(("col", String(start.column)))
                properties.append(("endColumn", String(end.column)))
            }
        }
        return properties + [("title", diagnostic.id)]
    }

    private func name(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    static func escapedMessage(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    static func escapedProperty(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    /// Scalar by scalar: CR and LF together are one character, and the log is a kind of terminal.
    private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] {
                output += escape
            } else {
                output += TerminalText.safe(String(scalar))
            }
        }
        return output
    }
}
