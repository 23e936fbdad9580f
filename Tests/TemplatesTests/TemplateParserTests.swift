import Diagnostics
import TestSupport
import Testing

@testable import Templates

struct SyntaxExample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) {
        testDescription = description
        self.text = text
    }
}

struct TemplateParserTests {
    static let wrong = [
        SyntaxExample("an unclosed tag at the end", "a ⟦{{name⟧"),
        SyntaxExample("an unclosed tag before another", "a ⟦{{name⟧ {{b}}"),
        SyntaxExample("an unclosed tag before lines of text", "⟦{{name⟧\n<p>text</p>\n"),
        SyntaxExample("an unclosed tag closed a line later", "⟦{{name⟧\n<p>text}}</p>\n"),
        SyntaxExample("three braces closed by two", "⟦{{{name⟧}} {{b}}"),
        SyntaxExample("every unclosed tag", "⟦{{#a⟧ ⟦{{/a⟧ ⟦{{b⟧"),
        SyntaxExample("an unclosed comment", "a ⟦{{!⟧ what {{a}"),
        SyntaxExample("an unclosed section", "⟦{{#a}}⟧ x"),
        SyntaxExample("every unclosed section", "⟦{{#a}}⟧ ⟦{{^b}}⟧"),
        SyntaxExample("a section unclosed inside another", "{{#a}} ⟦{{#b}}⟧ {{/a}}"),
        SyntaxExample("a misspelt closing tag", "{{#feature}} ⟦{{/features}}⟧"),
        SyntaxExample("a closing tag of something else", "{{#a}} ⟦{{/other}}⟧ {{/a}}"),
        SyntaxExample("a closing tag alone", "⟦{{/a}}⟧"),
        SyntaxExample("a tag without a name", "⟦{{}}⟧ ⟦{{ }}⟧ ⟦{{#}}⟧ ⟦{{>}}⟧ ⟦{{>*}}⟧"),
        SyntaxExample("a name with a space", "⟦{{first name}}⟧"),
        SyntaxExample("a dotted name with an empty part", "⟦{{a..b}}⟧ ⟦{{.a}}⟧ ⟦{{a.}}⟧ ⟦{{>*a.}}⟧"),
        SyntaxExample("one delimiter", "⟦{{=<%=}}⟧"),
        SyntaxExample("three delimiters", "⟦{{=a b c=}}⟧"),
        SyntaxExample("no delimiters", "⟦{{==}}⟧"),
        SyntaxExample("a delimiter with an equals sign", "⟦{{=<= =>=}}⟧"),
        SyntaxExample("a delimiter that is too long", "⟦{{=123456789 >=}}⟧"),
        SyntaxExample("an unclosed change of delimiters", "⟦{{=<%⟧ %>}} {{a}}"),
        SyntaxExample("a tag inside a parent", "{{<p}}⟦{{a}}⟧ ⟦{{>b}}⟧ ⟦{{#c}}⟧x{{/c}}{{/p}}"),
        SyntaxExample("text inside a parent", "{{<p}} {{$a}}x{{/a}} ⟦some words⟧ {{! comment }} {{/p}}"),
        SyntaxExample("a block given twice", "{{<p}}{{$a}}1{{/a}}⟦{{$a}}⟧2{{/a}}{{/p}}"),
        SyntaxExample("a tag after others of many bytes", "{{ä}} 🎉 ⟦{{ü⟧"),
    ]

    @Test(arguments: wrong)
    func `a syntax error is reported at its place`(example: SyntaxExample) {
        let marked = MarkedText(example.text)
        var report = DiagnosticReport()
        let template = Template.parse(name: "page", path: "page.html", source: marked.bytes, reporting: &report)
        #expect(report.sorted.map(\.id) == marked.ranges.map { _ in "template-syntax" })
        #expect(report.sorted.map(\.range) == marked.ranges.map { SourceRange(path: "page.html", bytes: $0) })
        #expect((template == nil) == report.hasErrors)
    }

    @Test func `a misspelt closing tag is explained by the opening one and can be mended`() throws {
        let marked = MarkedText("⟦{{#feature}}⟧ {{/⟦features⟧}}")
        var report = DiagnosticReport()
        _ = Template.parse(name: "page", path: "p", source: marked.bytes, reporting: &report)
        let diagnostic = try #require(report.diagnostics.first)
        #expect(diagnostic.message == "`{{/features}}` stands where `feature` is to be closed")
        #expect(diagnostic.notes.map(\.range) == [SourceRange(path: "p", bytes: marked.ranges[0])])
        #expect(diagnostic.fixes.flatMap(\.edits).map(\.range.bytes) == [marked.ranges[1]])
        #expect(diagnostic.fixes.flatMap(\.edits).map(\.replacement) == ["feature"])
    }

    @Test func `a message shows long and many-lined tags on one short line`() throws {
        var report = DiagnosticReport()
        let source = Array("{{#\n\(String(repeating: "ä", count: 100))\n}}".utf8)
        _ = Template.parse(name: "page", path: "p", source: source, reporting: &report)
        let message = try #require(report.diagnostics.first?.message)
        #expect(message == "`{{# \(String(repeating: "ä", count: 28))…` is never closed")
    }

    @Test func `after a hundred errors the rest is not read, and that is said`() {
        var report = DiagnosticReport()
        let source = Array(String(repeating: "{{}}", count: 1_000).utf8)
        #expect(Template.parse(name: "page", path: "p", source: source, reporting: &report) == nil)
        #expect(report.errorCount == 100)
        #expect(report.diagnostics.last?.severity == .note)
    }

    @Test func `text between tags becomes one piece`() {
        var report = DiagnosticReport()
        let source = Array("a{{! one }}b\n{{! two }}\nc{{#d}}e{{/d}}f".utf8)
        let template = Template.parse(name: "page", path: "p", source: source, reporting: &report)
        #expect(template?.nodes.map(\.kind) == [.literal, .section, .literal, .literal])
    }

    @Test(arguments: [99, 100, 101, 10_000])
    func `sections nest a hundred deep and no deeper`(depth: Int) {
        let text = String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
        var report = DiagnosticReport()
        let template = Template.parse(name: "page", path: "p", source: Array(text.utf8), reporting: &report)
        #expect((template != nil) == (depth <= 100))
        #expect(report.errorCount == (depth <= 100 ? 0 : 1))
    }
}
