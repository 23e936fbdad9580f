import Diagnostics
import TestSupport
import Testing

struct TextRendererTests {
    private func rendered(_ marked: String, message: String = "something is wrong", notes: [Note] = []) -> String {
        let text = MarkedText(marked)
        var report = DiagnosticReport()
        report.error("rule-id", message, at: SourceRange(path: "a.md", bytes: text.ranges[0]), notes: notes)
        return TextRenderer().render(report) { $0 == "a.md" ? text.bytes : nil }
    }

    @Test func `a diagnostic shows its place, the line and carets under the range`() {
        #expect(
            rendered("one\ntwo ⟦three⟧ four\n") == """
                error[rule-id]: something is wrong
                 --> a.md:2:5
                  |
                2 | two three four
                  |     ^^^^^

                1 error in 1 file

                """
        )
    }

    @Test func `a range over several lines is marked to the end of its first line`() {
        #expect(rendered("a ⟦bc\nde⟧\n").contains("1 | a bc\n  |   ^^\n"))
    }

    @Test func `an empty range at the end of the file gets one caret`() {
        #expect(rendered("ab⟦⟧").contains("1 | ab\n  |   ^\n"))
    }

    @Test(arguments: [
        ("\t⟦x⟧", "1 |     x\n  |     ^\n"),
        ("日本⟦語⟧", "1 | 日本語\n  |     ^^\n"),
        ("e\u{301}⟦x⟧", "1 | e\u{301}x\n  |  ^\n"),
    ])
    func `carets stand under wide, combining and tabbed text`(marked: String, expected: String) {
        #expect(rendered(marked).contains(expected))
    }

    @Test func `nothing that a terminal would obey comes through`() {
        let output = rendered("\u{1B}[2J⟦x⟧\u{202E}", message: "bad \u{1B}]0;title\u{7}")
        #expect(!output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
    }

    @Test func `a very long line is cut around the place`() {
        let long = String(repeating: "é", count: 5000)
        let output = rendered("\(long)⟦here⟧\(long)")
        #expect(output.contains(":1:5001"))
        #expect(output.utf8.count < 1500)
        #expect(output.contains("here"))
    }

    @Test func `a note without a readable file still names it`() {
        let note = Note("mapped here", at: SourceRange(startOf: "gone.json"))
        #expect(rendered("⟦x⟧", notes: [note]).contains("note: mapped here\n  --> gone.json\n"))
    }

    @Test func `diagnostics come sorted whatever the order in which they were added`() {
        let text = MarkedText("⟦a⟧ ⟦b⟧")
        let first = SourceRange(path: "a.md", bytes: text.ranges[0])
        let second = SourceRange(path: "a.md", bytes: text.ranges[1])
        var report = DiagnosticReport()
        report.warning("z-rule", "later", at: second)
        report.error("b-rule", "same place", at: first)
        report.error("a-rule", "same place", at: first)
        #expect(report.sorted.map(\.id) == ["a-rule", "b-rule", "z-rule"])
        #expect(TextRenderer.closingLine(of: report) == "2 errors and 1 warning in 1 file")
    }
}
