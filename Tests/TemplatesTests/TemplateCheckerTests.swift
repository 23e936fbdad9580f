import Diagnostics
import Templates
import Testing

struct CheckerExample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var ids: [String] = []
    let templates: [String: String]

    init(_ description: String, ids: [String] = [], _ page: String, _ others: [String: String] = [:]) {
        testDescription = description
        self.ids = ids
        templates = others.merging(["page": page]) { other, _ in other }
    }
}

struct TemplateCheckerTests {
    static let flagged = [
        CheckerExample("an unknown name", ids: ["template-name-unknown"], "⟦{{nmae}}⟧"),
        CheckerExample("an unknown section", ids: ["template-name-unknown"], "⟦{{#zzz}}⟧{{whatever}}{{/zzz}}"),
        CheckerExample(
            "a misspelt section is followed as meant",
            ids: ["template-name-unknown", "template-name-unknown"],
            "⟦{{#feature}}⟧{{title}}⟦{{ttle}}⟧{{/feature}}"
        ),
        CheckerExample("an unknown inverted section", ids: ["template-name-unknown"], "⟦{{^zzz}}⟧{{name}}{{/zzz}}"),
        CheckerExample("a name outside its list", ids: ["template-name-unknown"], "⟦{{title}}⟧"),
        CheckerExample("an unknown part", ids: ["template-name-unknown"], "⟦{{support.emial}}⟧"),
        CheckerExample("a text written unescaped", ids: ["template-unescaped-text"], "⟦{{{name}}}⟧"),
        CheckerExample("a text with an ampersand", ids: ["template-unescaped-text"], "⟦{{&name}}⟧"),
        CheckerExample(
            "an element written unescaped",
            ids: ["template-unescaped-text"],
            "{{#keywords}}⟦{{{.}}}⟧{{/keywords}}"
        ),
        CheckerExample("a list written", ids: ["template-kind-mismatch"], "⟦{{features}}⟧"),
        CheckerExample("a list of texts written", ids: ["template-kind-mismatch"], "⟦{{keywords}}⟧"),
        CheckerExample("an object written", ids: ["template-kind-mismatch"], "⟦{{support}}⟧"),
        CheckerExample("a flag written", ids: ["template-kind-mismatch"], "⟦{{isBeta}}⟧"),
        CheckerExample("the whole view written", ids: ["template-kind-mismatch"], "⟦{{.}}⟧"),
        CheckerExample("a path through a text", ids: ["template-kind-mismatch"], "⟦{{name.first}}⟧"),
        CheckerExample("a path through a list", ids: ["template-kind-mismatch"], "⟦{{features.title}}⟧"),
        CheckerExample("a missing partial", ids: ["template-partial-missing"], "⟦{{>card}}⟧"),
        CheckerExample("a missing parent", ids: ["template-partial-missing"], "⟦{{<layout}}⟧{{/layout}}"),
        CheckerExample("a dynamic partial", ids: ["template-partial-missing"], "⟦{{>*name}}⟧"),
        CheckerExample("an unknown dynamic partial", ids: ["template-name-unknown"], "⟦{{>*zzz}}⟧"),
        CheckerExample(
            "a partial where its names are not in reach",
            ids: ["template-name-unknown"],
            "{{#features}}{{>feature}}{{/features}}{{>feature}}",
            ["feature": "⟦{{title}}⟧"]
        ),
        CheckerExample(
            "overriding content where it is rendered",
            ids: ["template-name-unknown"],
            "{{<layout}}{{$content}}{{title}}⟦{{ttle}}⟧{{/content}}{{/layout}}",
            ["layout": "{{#features}}{{$content}}{{/content}}{{/features}}"]
        ),
        CheckerExample(
            "overriding content outside the list that has its names",
            ids: ["template-name-unknown"],
            "{{#features}}{{title}}{{/features}}{{<layout}}{{$content}}⟦{{title}}⟧{{/content}}{{/layout}}",
            ["layout": "{{$content}}{{/content}}"]
        ),
        CheckerExample(
            "default content",
            ids: ["template-name-unknown"],
            "{{<layout}}{{/layout}}",
            ["layout": "{{$content}}⟦{{ttle}}⟧{{/content}}"]
        ),
        CheckerExample(
            "a block that the parent does not have",
            ids: ["template-name-unknown"],
            "{{<layout}}⟦{{$contnet}}⟧{{/contnet}}{{/layout}}",
            ["layout": "{{$content}}{{/content}}"]
        ),
        CheckerExample(
            "parents that bring in each other without end",
            ids: ["template-nested-too-deeply"],
            "{{<page}}{{$a}}1{{/a}}{{/page}}⟦⟧{{$a}}{{/a}}"
        ),
    ]

    static let allowed = [
        CheckerExample(
            "every kind",
            "{{name}}{{overview}}{{{overview}}}{{#isBeta}}b{{/isBeta}}{{^isBeta}}a{{/isBeta}}"
        ),
        CheckerExample("the elements of a list of texts", "{{#keywords}}{{.}}{{/keywords}}"),
        CheckerExample(
            "a text as a section",
            "{{#tagline}}{{tagline}}{{.}}{{/tagline}}{{^tagline}}{{name}}{{/tagline}}"
        ),
        CheckerExample("HTML as a section", "{{#overview}}{{.}}{{name}}{{/overview}}"),
        CheckerExample("an object", "{{support.email}}{{#support}}{{email}}{{name}}{{/support}}"),
        CheckerExample("a section over a part", "{{#support.email}}{{.}}{{/support.email}}"),
        CheckerExample(
            "a list in a list",
            "{{#features}}{{title}}{{#scopes}}{{.}}{{title}}{{name}}{{/scopes}}{{/features}}"
        ),
        CheckerExample("a partial in a list", "{{#features}}{{>f}}{{/features}}", ["f": "{{title}} of {{name}}"]),
        CheckerExample(
            "partials that call each other",
            "{{>a}}",
            ["a": "{{#features}}{{>b}}{{/features}}", "b": "{{#support}}{{>a}}{{/support}}"]
        ),
        CheckerExample(
            "overridden content in a list",
            "{{<layout}}{{$content}}{{title}}{{/content}}{{/layout}}",
            ["layout": "{{#features}}{{$content}}{{/content}}{{/features}}"]
        ),
        CheckerExample(
            "default content that is never rendered",
            "{{<layout}}{{$content}}{{name}}{{/content}}{{/layout}}",
            ["layout": "{{$content}}{{defaultName}}{{/content}}"]
        ),
        CheckerExample(
            "a block of the parent's parent",
            "{{<wide}}{{$content}}{{name}}{{/content}}{{/wide}}",
            ["wide": "{{<layout}}{{/layout}}", "layout": "{{$content}}{{/content}}"]
        ),
        CheckerExample("a template that is not reached", "{{name}}", ["other": "{{zzz}}"]),
        CheckerExample("comments and delimiters", "{{! {{zzz }}{{=<% %>=}}<% name %>"),
    ]

    @Test(arguments: flagged)
    func `what cannot be answered is reported at its tag`(example: CheckerExample) {
        let marked = MarkedLibrary(example.templates)
        let report = marked.checked()
        #expect(report.diagnostics.map(\.id) == example.ids)
        guard example.ids != ["template-nested-too-deeply"] else { return }
        #expect(Set(report.diagnostics.compactMap(\.range)) == marked.places)
    }

    @Test(arguments: allowed)
    func `what can be answered is not reported`(example: CheckerExample) {
        #expect(MarkedLibrary(example.templates).checked().diagnostics == [])
    }

    @Test func `a misspelt name comes with the meant one, its view and a fix`() throws {
        let marked = MarkedLibrary(["page": "{{#features}}{{ ⟦nmae⟧ }}{{/features}}"])
        let diagnostic = try #require(marked.checked().diagnostics.first)
        #expect(diagnostic.message == "`nmae` is in none of the views in reach: `feature`, `listing`")
        #expect(diagnostic.notes.map(\.message) == ["did you mean `name` of the view `listing`?"])
        let edits = diagnostic.fixes.flatMap(\.edits)
        #expect(edits.map(\.replacement) == ["name"])
        #expect(Set(edits.map(\.range)) == marked.places)
    }

    @Test func `an entry that does not exist is reported with the nearest name`() {
        let library = MarkedLibrary(["pages": ""]).library
        var report = DiagnosticReport()
        TemplateChecker.check(library, entry: "page", shape: ListingModel.view.shape, reporting: &report)
        #expect(report.diagnostics.map(\.id) == ["template-partial-missing"])
        #expect(report.diagnostics.first?.notes.last?.message == "the nearest name is `pages`")
    }

    @Test func `blocks that double from template to template are given up on`() {
        var templates = ["page": "{{<t1}}{{$x}}1{{/x}}{{/t1}}{{<t1}}{{$x}}2{{/x}}{{/t1}}"]
        for level in 1..<60 {
            let next = "t\(level + 1)"
            templates["t\(level)"] = "{{<\(next)}}{{$x}}1{{/x}}{{/\(next)}}{{<\(next)}}{{$x}}2{{/x}}{{/\(next)}}"
        }
        templates["t60"] = "{{$x}}{{/x}}"
        let report = MarkedLibrary(templates).checked()
        #expect(report.diagnostics.map(\.id) == ["template-nested-too-deeply"])
    }
}
