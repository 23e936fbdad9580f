import Diagnostics
import LocatedJSON
import Testing

/// The name of every file in these tests.
let path = "Content/file.json"

func parse(_ bytes: [UInt8]) -> (value: JSONValue?, diagnostics: [Diagnostic]) {
    var report = DiagnosticReport()
    let value = JSONParser.parse(bytes, path: path, reporting: &report)
    return (value, report.sorted)
}

func parse(_ text: String) -> (value: JSONValue?, diagnostics: [Diagnostic]) { parse(Array(text.utf8)) }

/// The value of a text that has no fault.
func value(_ text: String) throws -> JSONValue {
    let (value, diagnostics) = parse(text)
    #expect(diagnostics == [])
    return try #require(value)
}

func object(_ text: String) throws -> JSONObject {
    try #require(JSONObject(value(text), path: path))
}

extension Diagnostic {
    /// Applies the edits of the first fix.
    func firstFix(appliedTo text: String) throws -> String {
        var bytes = Array(text.utf8)
        for edit in try #require(fixes.first).edits.sorted(by: { $0.range > $1.range }) {
            bytes.replaceSubrange(edit.range.bytes.start..<edit.range.bytes.end, with: Array(edit.replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
