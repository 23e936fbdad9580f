import Templates
import TestSupport
import Testing

@testable import SiteBuilder

struct ThemeDocumentationTests {
    @Test func `the page on themes is what the views say`() throws {
        #expect(try PackageFolder.text("docs/theme.md") == ThemeDocumentation.page, "run make docs")
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
