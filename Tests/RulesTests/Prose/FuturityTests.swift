import Diagnostics
import Listing
import Rules
import TestSupport
import Testing

/// What says that a feature is not there yet, and what only sounds like it.
struct FuturityTests {
    private func isWarnedOf(_ text: String) throws -> Bool {
        let manifest = #"{"features": [{"id": "cards", "status": "planned"}]}"#
        let files = [("integration.json", manifest), ("index.md", "## [Cards](feature:cards)\n\n\(text)\n")].map {
            SourceFile(path: $0, name: $0, bytes: Array($1.utf8))
        }
        let tree = SourceTree(path: "", contentPath: "integrations/acme", texts: files)
        let listing = ListingParser(catalogue: Catalogue(path: "")).parseExcerpt(tree)
        let rule = try #require(
            RuleRegistry.rules.first { type(of: $0).description.id == "feature-planned-shown-as-available" }
        )
        var report = DiagnosticReport()
        _ = RuleRunner(rules: [rule]).check(listing, reporting: &report)
        return !report.isEmpty
    }

    @Test(arguments: [
        "Planned for the spring.", "Not yet available.", "This isn't there yet.", "Coming with version 4.",
        "Acorn will write balances.", "It\u{2019}ll write balances.", "We are working on it.",
        "Follows in a later version.",
        "Slated for Q1 2027.", "Expected in spring 2027.", "We are building this.", "We hope to release it in 2027.",
        "We expect to ship this in spring.", "Work in progress, to be released with 2.1.", "It arrives with 2.1.0.",
        "No release has been built yet.", "This feature is in development.", "Acorn plans to write balances.",
        "**Soon:** balances.", "| Cards |\n| --- |\n| Upcoming |", "> [!NOTE]\n> Balances are not available.",
    ])
    func `a word for what is to come is enough`(text: String) throws {
        #expect(try !isWarnedOf(text))
    }

    @Test(arguments: [
        "Acorn writes balances.", "Acorn writes balances on all plans.", "A member sees it two hours later.",
        "The number coming from the shop is written.", "Available to all, and never late.",
        "A parcel arrives in 3 days.", "`planned`",
        "<!-- planned -->", "~~Planned.~~ Writes.", "![Planned](screenshot:cards)", "```\nplanned\n```",
        "Nothing is deleted. It is available.", "[Writes](https://a.example/planned).",
    ])
    func `anything else reads as if it were there`(text: String) throws {
        #expect(try isWarnedOf(text))
    }
}
