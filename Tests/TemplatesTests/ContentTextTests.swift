import Diagnostics
import Testing

@testable import Templates

/// A text in another language than the page's, wherever a template may write it.
struct ContentTextTests {
    private static let view = View<ContentText>("page", [.text("text", "A text.") { $0 }])

    private func rendered(_ source: String) -> String {
        var report = DiagnosticReport()
        let file = TemplateLibrary.File(name: "page", path: "page.mustache", bytes: Array(source.utf8))
        let library = TemplateLibrary([file], reporting: &report)
        var bytes: [UInt8] = []
        if let template = library["page"] {
            TemplateRenderer.render(
                template,
                Self.view.value(of: ContentText("a < b", in: "ar")),
                library: library,
                into: &bytes,
                mode: .strict,
                reporting: &report
            )
        }
        #expect(report.isEmpty)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let marked = "<span lang=\"ar\" dir=\"rtl\">a &lt; b</span>"

    @Test(arguments: [
        "<p>{{text}}</p>", "{{text}}", "<p title=\"a > b\">{{text}}</p>", "<br>{{text}}", "x</p> {{text}}",
    ])
    func `between tags it tells its language`(source: String) {
        #expect(rendered(source) == source.replacing("{{text}}", with: Self.marked))
    }

    @Test(arguments: [
        "<p title=\"{{text}}\">", "<p title=\"Home > {{text}}\">", "<p title='> {{text}}'>", "<title>{{text}}</title>",
        "<TITLE>{{text}}</TITLE>", "<option\nvalue=1>{{text}}</option>", "<p a={{text}}>",
    ])
    func `where no tag may stand it is its text alone`(source: String) {
        #expect(rendered(source) == source.replacing("{{text}}", with: "a &lt; b"))
    }
}
