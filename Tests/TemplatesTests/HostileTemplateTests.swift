import Diagnostics
import Templates
import Testing

struct HostileTemplateTests {
    @Test(arguments: [
        "{{", "{{{", "{{!", "{{=", "{{#", "{{$a}}", "{{<a}}", "{{a}}", "{{a\n", "}}", "{{/a}}", "{{a ", "{{=a a=}}",
        "{{#a}}{{/a}}\n", "  {{>a}}\n", "\n", " ", "{{<a}}{{$b}}\n\n{{/b}}{{/a}}\n", "{{={ }=}}{a}", "{{=\u{7f}",
        "{{@", "{{@a}}", "{{@@a}}", "{{<@a}}", "{{<@a}}{{$b}}x{{/b}}{{/@a}}", "{{/@a}}",
    ])
    func `millions of bytes of one piece are parsed or reported, and rendered`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        var report = DiagnosticReport()
        let template = Template.parse(name: "page", path: "page", source: Array(text.utf8), reporting: &report)
        #expect((template == nil) == report.hasErrors)
        #expect(report.errorCount <= 201)
        let library = MarkedLibrary(["page": text])
        _ = library.checked()
        _ = library.render(ListingModel())
    }

    @Test func `random changes to templates are reported or rendered, never a crash`() {
        var random = SeededGenerator(seed: 20_240_601)
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#", "{{/", "{{^", "{{<", "{{$", "{{>", "{{>*", "{{=", "=}}", "{{!", ".", "\n",
            "  ", "\r\n", "name", "features", "a", "layout", "page", "ä", "{{#features}}", "{{/features}}", "{{$a}}",
            "{{/a}}", "{{<layout}}", "{{/layout}}", "{{@", "{{@@", "{{<@", "{{/@", "{{@by}}", "{{<@by}}", "{{/@by}}",
            "{{$name}}", "{{/name}}",
        ]
        for _ in 0..<1_000 {
            var page = Self.valid
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let start = Int.random(in: 0...page.count, using: &random)
                let end = Int.random(in: start...min(page.count, start + 6), using: &random)
                let piece = pieces.randomElement(using: &random) ?? ""
                page.replaceSubrange(start..<end, with: Array(piece.utf8))
            }
            exercise(page)
        }
    }

    private static let valid = Array(
        """
        {{<layout}}
          {{$a}}
            <h1>{{name}}</h1>{{! a comment }}
            {{#features}}
              {{title}}: {{#scopes}}{{.}}{{/scopes}}{{^scopes}}none{{/scopes}}
            {{/features}}
            {{>part}} {{@by}} {{@@by}} {{@count}}
            {{<@by}}{{$name}}<b>{{name}}</b>{{/name}}{{/@by}}
            {{=<% %>=}}
            <%support.email%> <%&overview%>
            <%={{ }}=%>
          {{/a}}
        {{/layout}}

        """.utf8
    )

    private static let texts = Texts(
        language: "ar",
        [text("by", count: nil, "{name} {name}"), text("count", count: "features", "{name}")]
    )

    private static func text(_ key: String, count: String?, _ text: String) -> InterfaceText {
        let place = SourceRange(startOf: "en.json")
        return InterfaceText(
            key: key,
            keyRange: place,
            count: count.map { .init(name: $0, range: place) },
            forms: [.init(.other, InterfaceText.pieces(of: text) { _ in place } ?? [])]
        )
    }

    @Test func `texts in blocks of texts do not grow without end`() {
        let depth = 40
        let opening = String(repeating: "{{<@by}}{{$name}}", count: depth)
        let closing = String(repeating: "{{/name}}{{/@by}}", count: depth)
        var report = DiagnosticReport()
        let file = TemplateLibrary.File(name: "page", path: "page", bytes: Array((opening + "x" + closing).utf8))
        _ = TemplateLibrary([file], reporting: &report).translated(into: Self.texts, reporting: &report)
        #expect(report.sorted.map(\.id) == ["template-nested-too-deeply"])
    }

    private func exercise(_ page: [UInt8]) {
        var report = DiagnosticReport()
        let library = TemplateLibrary(
            [
                .init(name: "page", path: "page", bytes: page),
                .init(
                    name: "layout",
                    path: "layout",
                    bytes: Array("<p>\n {{$a}}\n  b\n {{/a}}\n{{$c}}{{/c}}</p>".utf8)
                ),
                .init(name: "part", path: "part", bytes: Array("{{#features}}{{title}}\n{{/features}}".utf8)),
            ],
            reporting: &report
        )
        .translated(into: Self.texts, reporting: &report)
        TemplateChecker.check(library, entry: "page", shape: ListingModel.view.shape, reporting: &report)
        for diagnostic in report.diagnostics where diagnostic.range?.path == "page" {
            #expect(diagnostic.range.map { $0.bytes.end <= page.count } == true)
        }
        guard let template = library["page"] else { return }
        var output: [UInt8] = []
        let model = ListingModel(
            name: "<script>",
            keywords: ["k"],
            features: [FeatureModel(title: "<script>", scopes: ["s"])]
        )
        let value = ListingModel.view.value(of: model)
        TemplateRenderer.render(template, value, library: library, into: &output, mode: .strict, reporting: &report)
        #expect(!String(decoding: output, as: UTF8.self).contains("<script>"))
    }
}

/// The same numbers in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
