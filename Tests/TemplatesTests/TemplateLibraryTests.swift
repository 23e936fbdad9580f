import Diagnostics
import Templates
import Testing

struct TemplateLibraryTests {
    @Test func `a missing partial is reported wherever it is called, with the nearest name and a fix`() throws {
        let marked = MarkedLibrary(["page": "{{> ⟦crad⟧ }}", "card": ""])
        let diagnostic = try #require(marked.report.diagnostics.first)
        #expect(marked.report.diagnostics.count == 1)
        #expect(diagnostic.message == "there is no template `crad`")
        #expect(diagnostic.notes.map(\.message) == ["did you mean `card`?"])
        #expect(Set(diagnostic.fixes.flatMap(\.edits).map(\.range)) == marked.places)
    }

    @Test func `a missing parent has no fix, because its closing tag would stay as it is`() {
        let marked = MarkedLibrary(["page": "{{<layuot}}{{/layuot}}", "layout": ""])
        #expect(marked.report.diagnostics.map(\.id) == ["template-partial-missing"])
        #expect(marked.report.diagnostics.flatMap(\.fixes) == [])
    }

    @Test func `a partial that could not be parsed is not reported as missing too`() {
        let marked = MarkedLibrary(["page": "{{>card}}", "card": "{{#a}}"])
        #expect(marked.checked().diagnostics.map(\.id) == ["template-syntax"])
    }

    @Test func `a block counts as known where the parent is chosen while rendering`() {
        let marked = MarkedLibrary([
            "page": "{{<layout}}{{$any}}{{/any}}{{/layout}}",
            "layout": "{{<*name}}{{/*name}}",
        ])
        #expect(marked.report.isEmpty)
    }

    @Test func `two templates of one name are reported`() {
        var report = DiagnosticReport()
        let files = ["a.html", "a.xml"].map { TemplateLibrary.File(name: "a", path: $0, bytes: []) }
        _ = TemplateLibrary(files, reporting: &report)
        #expect(report.diagnostics.map(\.id) == ["template-name-duplicated"])
        #expect(report.diagnostics.map(\.range) == [SourceRange(startOf: "a.xml")])
    }

    @Test func `errors of all templates are reported in one run`() {
        let marked = MarkedLibrary(["a": "⟦{{#x}}⟧", "b": "⟦{{/y}}⟧ ⟦{{}}⟧", "c": "⟦{{>zzz}}⟧"])
        #expect(Set(marked.report.diagnostics.compactMap(\.range)) == marked.places)
        #expect(marked.report.errorCount == 4)
    }
}
