import Diagnostics
import Testing

@Suite struct WithheldTextTests {
    private let secret = "c4n4ry"
    private var report: DiagnosticReport {
        var report = DiagnosticReport()
        let place = SourceRange(path: "a/b.HAR", bytes: ByteRange(10, 16))
        report.warning("some-rule", "a message", at: place, notes: [Note("a note", at: place)])
        return report
    }
    private var source: [UInt8] { Array("line one\n\(secret) \(secret)\n".utf8) }

    @Test func `a place in a recording is told and its line is not shown`() {
        let text = TextRenderer().render(report) { _ in source }
        #expect(text.contains("  --> a/b.HAR:2:2\n"))
        #expect(!text.contains(secret))
        #expect(!text.contains("line one"))
    }

    @Test func `no form shows a recording`() {
        let renderers: [any DiagnosticRenderer] = [TextRenderer(), JSONRenderer(), GitHubRenderer(), JUnitRenderer()]
        for renderer in renderers {
            #expect(!renderer.render(report) { _ in source }.contains(secret))
        }
    }

    @Test func `a fingerprint is not made of a recording's text`() throws {
        let diagnostic = try #require(report.diagnostics.first)
        let with = Fingerprint(of: diagnostic, path: "a/b.HAR", source: source)
        #expect(with == Fingerprint(of: diagnostic, path: "a/b.HAR", source: nil))
    }

    @Test(arguments: [
        ("a.har", true), ("x/A.HaR", true), (".har", true), ("har", false), ("a.har.md", false), ("ahar", false),
    ])
    func `recordings are known by their names`(path: String, isWithheld: Bool) {
        #expect(isTextWithheld(of: path) == isWithheld)
    }
}
