/// Diagnostics for programs, one JSON object a run; `version` changes when a member changes its meaning.
package struct JSONRenderer: DiagnosticRenderer {
    package init() {}

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            let diagnostics = report.sorted.map { object(for: $0, reader: &reader) }
            let list = diagnostics.isEmpty ? "[]" : "[\n    \(diagnostics.joined(separator: ",\n    "))\n  ]"
            return """
                {
                  "version": 1,
                  "errors": \(report.errorCount),
                  "warnings": \(report.warningCount),
                  "diagnostics": \(list)
                }

                """
        }
    }

    private func object(for diagnostic: Diagnostic, reader: inout ExcerptReader) -> String {
        var members = [
            "\"id\": \(quoted(diagnostic.id))",
            "\"severity\": \(quoted(diagnostic.severity.rawValue))",
            "\"message\": \(quoted(diagnostic.message))",
            "\"place\": \(place(diagnostic.range, reader: &reader))",
        ]
        let notes = diagnostic.notes.map { note in
            "{\"message\": \(quoted(note.message)), \"place\": \(place(note.range, reader: &reader))}"
        }
        members.append("\"notes\": [\(notes.joined(separator: ", "))]")
        let fixes = diagnostic.fixes.map { object(for: $0, reader: &reader) }
        members.append("\"fixes\": [\(fixes.joined(separator: ", "))]")
        return "{\(members.joined(separator: ", "))}"
    }

    private func object(for fix: Fix, reader: inout ExcerptReader) -> String {
        let edits = fix.edits.map { edit in
            "{\"place\": \(place(edit.range, reader: &reader)), \"replacement\": \(quoted(edit.replacement))}"
        }
        return "{\"title\": \(quoted(fix.title)), \"safety\": \(quoted(fix.safety.rawValue)), "
            + "\"edits\": [\(edits.joined(separator: ", "))]}"
    }

    /// Lines and columns count from one, columns in Unicode scalars; `start` and `end` are byte offsets.
    private func place(_ range: SourceRange?, reader: inout ExcerptReader) -> String {
        guard let range else { return "null" }
        let bytes = "\"start\": \(range.bytes.start), \"end\": \(range.bytes.end)"
        guard let excerpt = reader.excerpt(at: range) else { return "{\"path\": \(quoted(range.path)), \(bytes)}" }
        return "{\"path\": \(quoted(range.path)), \"line\": \(excerpt.line), \"column\": \(excerpt.column), \(bytes)}"
    }

    private func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
