import Diagnostics
import Markup
import Templates
import Testing

struct RenderingTests {
    static let dangerous = ListingModel(
        name: "<b>&\"",
        overview: HTMLFragment(trusted: Array("<i>&amp;</i>".utf8)),
        keywords: ["<", ">"]
    )

    @Test(arguments: [
        ("{{name}}", "&lt;b&gt;&amp;&quot;"),
        ("{{{name}}}", "&lt;b&gt;&amp;&quot;"),
        ("{{&name}}", "&lt;b&gt;&amp;&quot;"),
        ("{{#keywords}}{{.}}{{{.}}}{{/keywords}}", "&lt;&lt;&gt;&gt;"),
        ("{{overview}}{{{overview}}}{{&overview}}", "<i>&amp;</i><i>&amp;</i><i>&amp;</i>"),
        ("{{#overview}}{{.}}{{/overview}}", "<i>&amp;</i>"),
    ])
    func `in strict mode the type alone decides what is escaped`(template: String, expected: String) {
        #expect(MarkedLibrary(["page": template]).render(Self.dangerous).text == expected)
    }

    @Test func `three braces write a text as it is only for the specification`() {
        let library = MarkedLibrary(["page": "{{{name}}}"])
        #expect(library.render(Self.dangerous, mode: .specification).text == "<b>&\"")
    }

    @Test(arguments: [
        ("{{#tagline}}yes{{/tagline}}{{^tagline}}no{{/tagline}}", "no"),
        ("{{#support}}yes{{/support}}{{^support}}no{{/support}}", "no"),
        ("{{#keywords}}yes{{/keywords}}{{^keywords}}no{{/keywords}}", "no"),
        ("{{#overview}}yes{{/overview}}{{^overview}}no{{/overview}}", "no"),
        ("{{#isBeta}}yes{{/isBeta}}{{^isBeta}}no{{/isBeta}}", "no"),
        ("{{#name}}{{.}}{{/name}}", "A"),
        ("{{#features}}{{title}}{{#scopes}} {{.}}{{/scopes}};{{/features}}", "F s t;G;"),
        ("[{{support.email}}]", "[]"),
    ])
    func `empty values are falsey and sections are over what is there`(template: String, expected: String) {
        let model = ListingModel(
            name: "A",
            tagline: "",
            overview: .empty,
            features: [FeatureModel(title: "F", scopes: ["s", "t"]), FeatureModel(title: "G")]
        )
        #expect(MarkedLibrary(["page": template]).render(model).text == expected)
    }

    @Test func `a page in a layout is indented as a whole, but its values are not`() {
        let library = MarkedLibrary([
            "page": "{{<layout}}\n{{$content}}\n<pre>{{name}}</pre>\n\n{{>list}}\n{{/content}}\n{{/layout}}\n",
            "layout": "<body>\n  {{$content}}\n    <p>nothing</p>\n  {{/content}}\n</body>\n",
            "list": "<ul>\n{{#keywords}}\n  <li>{{.}}\n{{/keywords}}\n</ul>\n",
        ])
        let rendered = library.render(ListingModel(name: "a\nb", keywords: ["k", "l"]))
        #expect(
            rendered.text == """
                <body>
                    <pre>a
                b</pre>

                    <ul>
                      <li>k
                      <li>l
                    </ul>
                </body>

                """
        )
        #expect(rendered.report.isEmpty)
    }

    @Test(arguments: [
        "{{>page}}", "{{#features}}{{>page}}{{/features}}", "{{>page}}{{>page}}", "{{<page}}{{/page}}",
        "{{<page}}{{$a}}{{>page}}{{/a}}{{/page}}{{$a}}{{/a}}", "  {{>page}}\n  {{>page}}\n",
    ])
    func `templates that bring in themselves without end are reported, not followed`(template: String) async {
        let model = ListingModel(features: [FeatureModel(title: "F"), FeatureModel(title: "G")])
        let report = await Task.detached { MarkedLibrary(["page": template]).render(model).report }.value
        #expect(report.diagnostics.map(\.id) == ["template-nested-too-deeply"])
    }

    @Test func `a block inside overriding content of the same name is not followed without end`() {
        let library = MarkedLibrary([
            "page": "{{<layout}}{{$a}}[{{$a}}default{{/a}}]{{/a}}{{/layout}}",
            "layout": "{{$a}}{{/a}}",
        ])
        #expect(library.render(ListingModel()).text == "[default]")
    }

    @Test func `rendering appends, and the same values give the same bytes`() {
        var report = DiagnosticReport()
        let library = MarkedLibrary(["page": "{{name}}{{#keywords}},{{.}}{{/keywords}}\n"]).library
        var output = Array("begun\n".utf8)
        for _ in 0..<2 {
            guard let page = library["page"] else { break }
            TemplateRenderer.render(
                page,
                ListingModel.view.value(of: ListingModel(name: "n", keywords: ["a", "b"])),
                library: library,
                into: &output,
                mode: .strict,
                reporting: &report
            )
        }
        #expect(String(decoding: output, as: UTF8.self) == "begun\nn,a,b\nn,a,b\n")
    }
}
