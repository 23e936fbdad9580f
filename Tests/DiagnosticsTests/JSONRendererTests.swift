import Diagnostics
import Foundation
import TestSupport
import Testing

@Test func `the JSON form is valid and carries places, notes and fixes`() throws {
    let text = MarkedText("{\"id\": ⟦\"a\\\"b\"⟧}")
    let range = SourceRange(path: "x/\"quoted\".json", bytes: text.ranges[0])
    var report = DiagnosticReport()
    report.error(
        "rule-id",
        "control \u{1} and \"quotes\"",
        at: range,
        notes: [Note("elsewhere")],
        fixes: [Fix("rename", safety: .needsReview, edits: [TextEdit(range, replacement: "\"c\"")])]
    )
    let output = JSONRenderer().render(report) { _ in text.bytes }
    let root = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(root["errors"] as? Int == 1)
    let diagnostic = try #require((root["diagnostics"] as? [[String: Any]])?.first)
    #expect(diagnostic["message"] as? String == "control \u{1} and \"quotes\"")
    let place = try #require(diagnostic["place"] as? [String: Any])
    #expect(place["line"] as? Int == 1)
    #expect(place["column"] as? Int == 8)
    #expect((diagnostic["fixes"] as? [[String: Any]])?.first?["safety"] as? String == "needs-review")
}

@Test func `a run without problems is valid JSON too`() throws {
    let output = JSONRenderer().render(DiagnosticReport()) { _ in nil }
    #expect(try JSONSerialization.jsonObject(with: Data(output.utf8)) is [String: Any])
}
