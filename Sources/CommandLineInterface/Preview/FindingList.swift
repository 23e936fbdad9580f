import Diagnostics
import FileSystem
import LocatedJSON

/// What was found, as the page in the browser lists it: by file, with the same text as in the terminal.
struct FindingList: Sendable {
    let report: DiagnosticReport
    /// Why nothing could be read at all.
    let failure: String?
    let editor: EditorLink

    /// More are counted and not listed: nobody reads them, and a browser would have to lay them out.
    private static let mostListed = 200

    struct Place: Sendable {
        let path: String
        let line: Int
        let column: Int
    }

    /// Errors first: they keep the site from being published.
    private var listed: ArraySlice<Diagnostic> {
        let sorted = report.sorted
        let errors = sorted.filter { $0.severity == .error }
        return (errors + sorted.filter { $0.severity != .error }).prefix(Self.mostListed)
    }

    func place(ofFinding number: Int) -> Place? {
        let listed = listed
        guard listed.indices.contains(number), let range = listed[number].range else { return nil }
        return place(of: range)
    }

    private func place(of range: SourceRange) -> Place {
        guard let bytes = readSource(range.path) else { return Place(path: range.path, line: 1, column: 1) }
        let position = LineIndex(bytes).position(of: range.bytes.start, in: bytes)
        return Place(path: range.path, line: position.line, column: position.column)
    }

    var json: JSONWriter {
        var writer = JSONWriter()
        writer.object { json in
            json.member("errors", report.errorCount)
            json.member("warnings", report.warningCount)
            json.member("omitted", max(0, report.diagnostics.count - Self.mostListed))
            if let failure { json.member("failure", failure) }
            json.key("findings")
            json.array { json in
                for (number, diagnostic) in listed.enumerated() { write(diagnostic, number, to: &json) }
            }
        }
        return writer
    }

    private func write(_ diagnostic: Diagnostic, _ number: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("severity", diagnostic.severity.rawValue)
            json.member("rule", diagnostic.id)
            json.member("message", diagnostic.message)
            json.member("text", TextRenderer().text(of: diagnostic, sources: readSource))
            guard let range = diagnostic.range else { return }
            let place = place(of: range)
            json.member("path", place.path)
            json.member("line", place.line)
            json.member("column", place.column)
            if let url = editor.url(of: place) { json.member("editor", url) }
        }
    }
}
