import Templates
import TestSupport
import Testing

@testable import SiteBuilder

struct ThemeDocumentationTests {
    @Test func `the page on themes is what the views say`() throws {
        #expect(try PackageFolder.text("docs/theme.md") == ThemeDocumentation.page, "run make docs")
    }

    @Test func `every value that a template of a page can say stands in its section with its meaning`() throws {
        let page = try PackageFolder.text("docs/theme.md")
        let sections = page.replacing("\n## ", with: "\n### ").split(separator: "\n### ").map { String($0) }
        var count = 0
        let shapes =
            ThemeTemplate.allCases.map { ("`\($0.rawValue).mustache`", $0.shape) }
            + ThemeDocumentation.parts.map { ("Part: \($0.name)", $0) }
        for (title, shape) in shapes {
            let section = try #require(sections.first { $0.hasPrefix(title + "\n") }, "\(title)")
            let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
            #expect(rows.count == shape.fields.count, "\(title)")
            for (row, field) in zip(rows, shape.fields) {
                let cells = row.split(separator: "|").map {
                    $0.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()
                }
                .map { String($0) }
                #expect(cells.count == 3 && cells[0] == "`\(field.name)`" && cells[2] == field.documentation, "\(row)")
                // A name alone is no meaning.
                let words = field.documentation.lowercased().dropLast().split(separator: " ")
                #expect(words.count > 1 && words.joined() != field.name.lowercased(), "\(title) \(field.name)")
                count += 1
            }
        }
        #expect(count > 200)
    }

    @Test func `every template that a theme can replace is a page's, or brought in by one`() throws {
        let told = Set(ThemeTemplate.allCases.map(\.rawValue))
        let files = Set(BuiltInTheme.templates.map(\.name))
        #expect(told.isSubset(of: files))
    }

    @Test func `no two parts share a name, which is also the link to them`() {
        let names = ThemeDocumentation.parts.map(\.name)
        #expect(names.count > 20)
        #expect(Set(names).count == names.count, "\(names)")
    }

    @Test func `every value and every part has a sentence`() {
        for shape in ThemeTemplate.allCases.map(\.shape) + ThemeDocumentation.parts {
            for field in shape.fields {
                #expect(
                    field.documentation.hasSuffix(".") && !field.documentation.contains("|"),
                    "\(shape.name).\(field.name)"
                )
            }
        }
    }

    @Test func `every property of the style is told, and every one that is used is declared`() throws {
        let sheets = try PackageFolder.files(below: "Themes/default/assets", ending: ".css").map(PackageFolder.text)
        let told = Set(ThemeProperties.groups(in: sheets[0]).flatMap(\.properties).map(\.name))
        let declared = Set(
            sheets[0].matches(of: /^ +(--[a-z-]+):/.anchorsMatchLineEndings()).map { String($0.output.1) }
        )
        #expect(told == declared && told.count > 30)
        // Two are set by the style itself, for the alert and the menus at hand.
        let own: Set = ["--tone", "--tone-soft", "--menus-height"]
        let used = Set(sheets.joined().matches(of: /var\((--[a-z-]+)/).map { String($0.output.1) })
        #expect(used.subtracting(own).isSubset(of: told))
    }
}
