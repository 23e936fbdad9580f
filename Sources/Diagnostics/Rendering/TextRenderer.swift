/// Diagnostics for people: the message, the place, the line with carets, notes, fixes, and a count at the end.
package struct TextRenderer: DiagnosticRenderer {
    private let style: TerminalStyle

    package init(style: TerminalStyle = .plain) {
        self.style = style
    }

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            var output = ""
            for diagnostic in report.sorted {
                write(diagnostic, reader: &reader, to: &output)
                output += "\n"
            }
            for finding in report.sortedSuppressed { write(finding, reader: &reader, to: &output) }
            return output + Self.closingLine(of: report) + "\n"
        }
    }

    /// A diagnostic apart from the others, for readers that list them in a way of their own.
    package struct Entry: Sendable {
        package let diagnostic: Diagnostic
        /// As it stands in the text of a run.
        package let text: String
        /// Where its place begins; nil where it has none, or its file cannot be read.
        package let position: SourcePosition?
    }

    package func entries(of diagnostics: some Sequence<Diagnostic>, sources: SourceLookup) -> [Entry] {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            return diagnostics.map { diagnostic in
                var text = ""
                write(diagnostic, reader: &reader, to: &text)
                let position = diagnostic.range.flatMap { reader.positions(of: $0)?.start }
                return Entry(diagnostic: diagnostic, text: text, position: position)
            }
        }
    }

    /// `2 errors and 1 warning in 3 files, 4 suppressed`.
    package static func closingLine(of report: DiagnosticReport) -> String {
        counts(of: report) + (report.suppressed.isEmpty ? "" : ", \(report.suppressed.count) suppressed")
    }

    private static func counts(of report: DiagnosticReport) -> String {
        guard !report.isEmpty else { return "no problems found" }
        let noteCount = report.diagnostics.count - report.errorCount - report.warningCount
        let counts = [
            counted(report.errorCount, "error"), counted(report.warningCount, "warning"), counted(noteCount, "note"),
        ]
        .compactMap(\.self)
        let fileCount = Set(report.diagnostics.compactMap(\.range?.path)).count
        let files = fileCount == 0 ? "" : " in \(fileCount) \(fileCount == 1 ? "file" : "files")"
        return counts.joined(separator: " and ") + files
    }

    private static func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func write(_ diagnostic: Diagnostic, reader: inout ExcerptReader, to output: inout String) {
        let title = style.severity("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", diagnostic.severity)
        output += "\(title): \(style.strong(TerminalText.safe(diagnostic.message)))\n"
        if let range = diagnostic.range {
            write(range, mark: "^", severity: diagnostic.severity, reader: &reader, to: &output)
        }
        for note in diagnostic.notes {
            output += "\(style.severity("note", .note)): \(TerminalText.safe(note.message))\n"
            guard let range = note.range else { continue }
            write(range, mark: "-", severity: .note, reader: &reader, to: &output)
        }
        for fix in diagnostic.fixes {
            output += "\(style.fix("fix")): \(TerminalText.safe(fix.title))\n"
        }
    }

    /// One line each, since nobody has to act on it now; what the baseline holds is counted only.
    private func write(_ finding: SuppressedDiagnostic, reader: inout ExcerptReader, to output: inout String) {
        guard case .entry = finding.ground else { return }
        var place = ""
        if let range = finding.diagnostic.range {
            let line = reader.positions(of: range).map { ":\($0.start.line)" } ?? ""
            place = " \(TerminalText.safe(range.path))\(line)"
        }
        let title = style.faint("suppressed[\(finding.diagnostic.id)]:\(place):")
        output += "\(title) \(TerminalText.safe(finding.justification))\n"
    }

    private func write(
        _ range: SourceRange,
        mark: Character,
        severity: Severity,
        reader: inout ExcerptReader,
        to output: inout String
    ) {
        // The very start of a file stands for the file as a whole: its first line has nothing to do with the matter.
        guard range.bytes != ByteRange(0, 0), let excerpt = reader.excerpt(at: range) else {
            let isTold = range.bytes != ByteRange(0, 0) && isTextWithheld(of: range.path)
            let start = isTold ? reader.positions(of: range)?.start : nil
            let place = start.map { ":\($0.line):\($0.column)" } ?? ""
            output += "  \(style.faint("-->")) \(TerminalText.safe(range.path))\(place)\n"
            return
        }
        let number = String(excerpt.line)
        let margin = String(repeating: " ", count: number.utf8.count)
        let place = "\(TerminalText.safe(range.path)):\(excerpt.line):\(excerpt.column)"
        let bar = style.faint("|")
        output += "\(margin)\(style.faint("-->")) \(place)\n"
        output += "\(margin) \(bar)\n"
        output += "\(style.faint(number)) \(bar) \(excerpt.text)\n"
        let carets = String(repeating: mark, count: excerpt.width)
        output +=
            "\(margin) \(bar) \(String(repeating: " ", count: excerpt.indent))\(style.severity(carets, severity))\n"
    }
}
