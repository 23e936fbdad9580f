import Foundation
import TestSupport
import Testing

/// How the author of a theme reads what is wrong with it.
struct ThemeFaultTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.site = content.site.replacing("\"language\"", with: "\"theme\": \"own\",\n  \"language\"")
        try content.write(to: folder)
        try folder.write("{\"name\": \"own\", \"extends\": \"default\"}", to: "Themes/own/theme.json")
    }

    static let faults: [(template: String, place: String, words: [String])] = [
        ("<footer>\n  {{titel}}\n</footer>\n", "2:3", ["did you mean `title`", "Replace with `title`"]),
        ("<footer>\n  {{site.titel}}\n</footer>\n", "2:3", ["did you mean `title`?", "Replace with `site.title`"]),
        ("<footer>{{>heder}}</footer>\n", "1:9", ["did you mean `header`?", "Replace with `header`"]),
        ("<footer>{{@cards.mor}}</footer>\n", "1:9", ["did you mean `cards.more`?", "Replace with `cards.more`"]),
        ("<footer>é {{{title}}}</footer>\n", "1:11", ["write `{{title}}`"]),
        ("<footer>\n{{breadcrumbs}}</footer>\n", "2:1", ["{{#breadcrumbs}}…{{/breadcrumbs}}"]),
    ]

    @Test(arguments: faults)
    func `a fault in a template is said at its file, line and column, with the fix`(
        template: String,
        place: String,
        words: [String]
    ) throws {
        try folder.write(template, to: "Themes/own/templates/footer.mustache")
        let run = try CommandRun(["build"], in: folder.url)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("--> Themes/own/templates/footer.mustache:\(place)\n"), "\(run.errors)")
        #expect(run.errors.components(separatedBy: "error[").count == 2, "\(run.errors)")
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
    }
}
