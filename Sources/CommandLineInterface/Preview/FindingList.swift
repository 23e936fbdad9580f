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

    private var entries: [TextRenderer.Entry] { TextRenderer().entries(of: listed, sources: readSource) }

    func place(ofFinding number: Int) -> Place? {
        let entries = entries
        return entries.indices.contains(number) ? Place(of: entries[number]) : nil
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
                for (number, entry) in entries.enumerated() { write(entry, number, to: &json) }
            }
        }
        return writer
    }

    private func write(_ entry: TextRenderer.Entry, _ number: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("severity", entry.diagnostic.severity.rawValue)
            json.member("rule", entry.diagnostic.id)
            json.member("message", entry.diagnostic.message)
            json.member("text", entry.text)
            guard let place = Place(of: entry) else { return }
            json.member("path", place.path)
            json.member("line", place.line)
            json.member("column", place.column)
            if let url = editor.url(of: place) { json.member("editor", url) }
        }
    }
}

extension FindingList.Place {
    /// The start of a file that cannot be read, since it is still the file to look at.
    fileprivate init?(of entry: TextRenderer.Entry) {
        guard let path = entry.diagnostic.range?.path else { return nil }
        self.init(path: path, line: entry.position?.line ?? 1, column: entry.position?.column ?? 1)
    }
}
