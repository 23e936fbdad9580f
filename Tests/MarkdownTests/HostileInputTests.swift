import Diagnostics
import Markdown
import TestSupport
import Testing

struct HostileInputTests {
    private static let many = 10_000

    @Test(arguments: [
        ">", "> ", "- ", "1. ", "[", "![", "*", "**a ", "_", "`", "~", "~a ", "|", "<", "&", "\\", "(", "www.", "a@",
        "http://", "<!--", "[a](", "\t", "\r", "#", "[a]: ",
    ])
    func `repetition is read and written`(piece: String) {
        let text = String(repeating: piece, count: Self.many)
        #expect(html(text).utf8.count < 40 * text.utf8.count + 1000)
        #expect(html(text + "a" + text).utf8.count < 80 * text.utf8.count + 1000)
    }

    @Test(arguments: [
        String(repeating: ">", count: 10_000) + " a",
        String(repeating: "*a **b ", count: 100) + String(repeating: "c** d* ", count: 100),
    ])
    func `nesting past the limit is reported once`(text: String) {
        var report = DiagnosticReport()
        let document = MarkdownDocument.parse(Array(text.utf8), path: "a.md", reporting: &report)
        #expect(report.diagnostics.map(\.id) == ["markdown-nested-too-deeply"])
        #expect(document.nodes.filter { Int($0.depth) >= MarkdownDocument.depthLimit }.isEmpty)
    }

    @Test(arguments: [">", "- ", "1. ", "> * "]) func `nothing is read from a line on that opens hundreds of levels`(
        mark: String
    ) {
        var report = DiagnosticReport()
        let deep = String(repeating: mark, count: 300) + "b" + String(repeating: "\n", count: 1000)
        let document = MarkdownDocument.parse(Array("a\n\n\(deep)".utf8), path: "a.md", reporting: &report)
        #expect(report.diagnostics.map(\.range?.bytes) == [ByteRange(3, 4)])
        #expect(document.plainText(ofNode: 0) == "a")
    }

    @Test(arguments: ["- ", "* "]) func `a rule of hundreds of marks is a rule`(mark: String) {
        #expect(parse("a\n\n" + String(repeating: mark, count: 300) + "\n").kinds.last == .thematicBreak)
    }

    @Test func `ninety levels are no problem`() {
        var report = DiagnosticReport()
        let text = String(repeating: "> ", count: 90) + "a"
        _ = MarkdownDocument.parse(Array(text.utf8), path: "a.md", reporting: &report)
        #expect(report.isEmpty)
    }

    @Test(arguments: [
        "", "\n", "\r", "\r\n", " ", "\t", "#", ">", "-", "```", "[", "|", "| a |\n| - |", "<", "&", "\\", "~~",
        "> [!NOTE]", "- [ ]", "[a]:", "[a]: b",
    ])
    func `the smallest texts are read`(text: String) {
        let document = parse(text)
        #expect(document.nodes.first?.kind == .document)
        #expect(document.nodes[0].range == ByteRange(0, text.utf8.count))
    }

    @Test(arguments: [0, 3, 4, 99]) func `any beginning of the Markdown is taken`(start: Int) {
        var report = DiagnosticReport()
        let document = MarkdownDocument.parse(Array("abc\n".utf8), path: "a.md", from: start, reporting: &report)
        #expect(document.nodes[0].range.end == 4)
    }

    @Test func `a byte order mark is no part of the Markdown`() {
        let document = parse("\u{FEFF}# a\n")
        #expect(document.nodes[0].range == ByteRange(3, 7))
        #expect(document.headings.map(\.range) == [ByteRange(3, 6)])
    }

    @Test func `line ends do not change the nodes`() {
        let text = "# a\n\n> b\n> c\n\n| d |\n| - |\n| e |\n\n- f\n  g\n\n```\nh\n```\n"
        let kinds = parse(text).kinds
        #expect(parse(text.replacing("\n", with: "\r\n")).kinds == kinds)
        #expect(parse(text.replacing("\n", with: "\r")).kinds == kinds)
    }
}
