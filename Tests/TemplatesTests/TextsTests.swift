import Diagnostics
import Templates
import TestSupport
import Testing

private struct Box: Sendable {
    var name = "A & B"
    var count = 1
    var steps = ["one"]
}

private let view = View<Box>(
    "box",
    [
        .text("name", "Its name.") { $0.name }, .number("count", "How many.") { $0.count },
        .texts("steps", "What to do.") { $0.steps },
        .phrase("said", "What it says.") { Phrase("said", ["name": .text($0.name)]) },
    ]
)

private func text(_ key: String, _ text: String) -> InterfaceText {
    InterfaceText(key: key, keyRange: place("\(key).key"), count: nil, forms: [form(.other, text)])
}

private func text(_ key: String, of count: String, _ forms: [PluralCategory: String]) -> InterfaceText {
    InterfaceText(
        key: key,
        keyRange: place("\(key).key"),
        count: .init(name: count, range: place(key)),
        forms: forms.sorted { $0.key.rawValue < $1.key.rawValue }.map { form($0.key, $0.value) }
    )
}

private func form(_ category: PluralCategory, _ text: String) -> InterfaceText.Form {
    InterfaceText.Form(category, InterfaceText.pieces(of: text) { _ in place(text) } ?? [])
}

private func place(_ name: String) -> SourceRange { SourceRange(path: name, bytes: ByteRange(3, 9)) }

private let english = [
    text("plain", "Words & more"), text("by", "by <{name}>"), text("group", "{steps}"),
    text("items", of: "count", [.one: "{count} item", .other: "{count} items of {name}"]),
    text("said", "says {name}"), text("number.group", ","), text("list.and", "{first} and {next}"),
    text("list.andMore", "{first}, {next}"),
    text("list.comma", "{first}, {next}"), text("list.sentences", "{first} {next}"),
]

private func render(_ template: String, _ box: Box = Box(), _ texts: Texts = Texts(language: "en", english)) -> String {
    var report = DiagnosticReport()
    let file = TemplateLibrary.File(name: "page", path: "page", bytes: Array(template.utf8))
    let library = TemplateLibrary([file], reporting: &report).translated(into: texts, reporting: &report)
    TemplateChecker.check(library, entry: "page", shape: view.shape, reporting: &report)
    guard let page = library["page"], report.isEmpty else { return "\(report.sorted.map { "\($0.id) \($0.message)" })" }
    var output: [UInt8] = []
    TemplateRenderer.render(
        page,
        view.value(of: box),
        library: library,
        into: &output,
        mode: .strict,
        reporting: &report
    )
    return String(decoding: output, as: UTF8.self)
}

struct TextsTests {
    static let rendered: [(String, String)] = [
        ("<p>{{@plain}}</p>", "<p>Words &amp; more</p>"), ("{{@by}}", "by &lt;A &amp; B&gt;"),
        ("<p title=\"{{@plain}}\">", "<p title=\"Words &amp; more\">"), ("{{@items}}", "1 item"),
        ("{{said}}", "says A &amp; B"), ("{{count}}", "1"), ("{{@plain}}\nx\n", "Words &amp; more\nx\n"),
        ("{{<@by}}{{$name}}<b>{{name}}</b>{{/name}}{{/@by}}!", "by &lt;<b>A &amp; B</b>&gt;!"),
        ("{{<@group}}{{$steps}}{{#steps}}<i>{{.}}</i>{{/steps}}{{/steps}}{{/@group}}", "<i>one</i>"),
        ("{{#steps}}{{@by}}{{/steps}}", "by &lt;A &amp; B&gt;"),
        (
            "{{@@items}}",
            "{&quot;of&quot;:&quot;count&quot;,&quot;one&quot;:&quot;{count} item&quot;,&quot;other&quot;:&quot;{count} items of {name}&quot;}"
        ),
        ("{{@@by}}", "by &lt;{name}&gt;"),
    ]

    @Test(arguments: rendered)
    func `a text stands where its tag does`(template: String, output: String) {
        #expect(render(template) == output)
    }

    @Test func `a count has its form, and its thousands apart`() {
        #expect(render("{{@items}} {{count}}", Box(count: 12_345)) == "12,345 items of A &amp; B 12,345")
        #expect(render("{{count}}", Box(count: -1000)) == "-1,000")
        #expect(render("{{count}}", Box(count: 999)) == "999")
    }

    @Test func `a text in a block that a parent brings in is found there`() {
        var report = DiagnosticReport()
        let files = [
            ("page", "{{<frame}}{{$a}}{{@by}}{{/a}}{{$b}}{{@items}}{{/b}}{{/frame}}"),
            ("frame", "{{@plain}}: {{$a}}{{/a}}; {{$b}}{{/b}}{{$c}} {{@plain}}{{/c}}"),
        ]
        let library = TemplateLibrary(
            files.map { TemplateLibrary.File(name: $0.0, path: $0.0, bytes: Array($0.1.utf8)) },
            reporting: &report
        )
        .translated(into: Texts(language: "en", english), reporting: &report)
        var output: [UInt8] = []
        if let page = library["page"] {
            let value = view.value(of: Box())
            TemplateRenderer.render(page, value, library: library, into: &output, mode: .strict, reporting: &report)
        }
        #expect(
            String(decoding: output, as: UTF8.self)
                == "Words &amp; more: by &lt;A &amp; B&gt;; 1 item Words &amp; more"
        )
        #expect(report.isEmpty)
    }

    @Test func `names keep their direction among words from right to left`() {
        let arabic = Texts(language: "ar", [text("by", "من {name}")] + english.filter { $0.key != "by" })
        #expect(render("{{@by}}", Box(), arabic) == "من \u{2068}A &amp; B\u{2069}")
        #expect(render("{{said}}", Box(), arabic) == "says \u{2068}A &amp; B\u{2069}")
    }

    static let faults: [(String, String)] = [
        ("{{@plian}}", "[\"template-text-unknown there is no text `plian`\"]"),
        ("{{<@by}}{{$nmae}}x{{/nmae}}{{/@by}}", "[\"template-name-unknown the text `by` has no place `{nmae}`\"]"),
        ("{{#said}}{{@unknown}}{{/said}}", "[\"template-text-unknown there is no text `unknown`\"]"),
        ("{{@}}", "[\"template-syntax the tag has no name\"]"),
        ("{{@a b}}", "[\"template-syntax the name `a b` holds a space\"]"),
        ("{{<@by}}x{{/@by}}", "[\"template-syntax `x` is never rendered: only blocks count inside a parent tag\"]"),
    ]

    @Test(arguments: faults)
    func `a text that is not there is refused`(template: String, message: String) {
        #expect(render(template) == message)
    }

    @Test func `a place that nothing is put into is refused where the text is written`() {
        let texts = Texts(language: "en", [text("by", "by {nmae}"), text("n", of: "name", [.other: "x"])])
        var report = DiagnosticReport()
        let file = TemplateLibrary.File(name: "page", path: "page", bytes: Array("{{@by}} {{@n}}".utf8))
        let library = TemplateLibrary([file], reporting: &report).translated(into: texts, reporting: &report)
        TemplateChecker.check(library, entry: "page", shape: view.shape, reporting: &report)
        #expect(report.sorted.map(\.id).sorted() == ["template-kind-mismatch", "template-name-unknown"])
        #expect(Set(report.diagnostics.map(\.range)) == [place("by {nmae}"), place("n")])
        #expect(report.diagnostics.allSatisfy { $0.fixes.isEmpty })
    }

    @Test func `a phrase is said with what is put into it`() {
        let texts = Texts(language: "en", english)
        let names = Phrase.list(["a", "b", "c"].map(Phrase.text), .and)
        #expect(texts.string(of: names) == "a, b and c")
        #expect(texts.string(of: .list([.text("a"), .text("b")], .and)) == "a and b")
        #expect(texts.string(of: .list([.text("a")], .and)) == "a")
        #expect(texts.string(of: .list([], .and)) == "")
        #expect(texts.string(of: .list(["a", "b", "c"].map(Phrase.text), .comma)) == "a, b, c")
        #expect(texts.string(of: Phrase("by", ["name": names])) == "by <a, b and c>")
        #expect(texts.string(of: Phrase("items", ["count": .number(1)])) == "1 item")
        #expect(texts.string(of: Phrase("items", ["count": .number(2000), "name": .text("x")])) == "2,000 items of x")
        // What is missing shows, and nothing else is lost.
        #expect(texts.string(of: Phrase("nowhere")) == "nowhere")
        #expect(texts.string(of: Phrase("by")) == "by <{name}>")
    }

    @Test(arguments: ["{", "}", "a {b", "a } b", "{a b}", "{}", "{{a}}", "{é}"])
    func `a brace that names no place is none`(text: String) {
        #expect(InterfaceText.pieces(of: text) { _ in place("") } == nil)
    }
}
