import Foundation
import TestSupport
import Testing

/// `candor report` as people and workflows call it.
struct ReportCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ change: (inout ContentBuilder) -> Void = { _ in }) throws {
        var content = ContentBuilder()
        change(&content)
        try content.write(to: folder)
    }

    private func candor(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url, environment: ["SOURCE_DATE_EPOCH": "1795500000"])
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a clean directory gets a report, and the code says so`() throws {
        try write()
        let run = try candor("report", "--badge", "badge.svg")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try folder.text("Report/integrations/acme.html").contains("Acme Loyalty"))
        #expect(try folder.text("Report/index.html").contains("integrations/acme.html"))
        #expect(try json(folder.text("Report/report.json"))["errors"] as? Int == 0)
        #expect(try folder.text("badge.svg").contains("scopes documented: 1/1"))
        #expect(!folder.has("Output"))
    }

    @Test func `a listing with errors is reported all the same, with the code of errors`() throws {
        try write { $0.listings[0].scopes.append(ListingBuilder.Scope("events:write")) }
        let run = try candor("report", "--badge", "badge.svg")
        #expect(run.exitCode == 1)
        #expect(try folder.text("Report/integrations/acme.html").contains("scope-unmapped"))
        #expect(try folder.text("badge.svg").contains("scopes documented: 1/2"))
    }

    @Test func `a report takes the place of the last one, and loses what is gone`() throws {
        try write { $0.listings.append(ListingBuilder(id: "other", name: "Other Words")) }
        _ = try candor("report")
        #expect(folder.has("Report/integrations/other.html"))
        try FileManager.default.removeItem(atPath: folder.path(of: "Content/integrations/other"))
        _ = try candor("report")
        #expect(!folder.has("Report/integrations/other.html"))
        #expect(folder.has("Report/integrations/acme.html"))
    }

    @Test func `what crosses listings stands with the listing that it was found in`() throws {
        try write { $0.listings.append(ListingBuilder(id: "other", name: "Other Words")) }
        try folder.replace(
            "Go on to the",
            with: "See [it](../acme/gone.md). Go on to the",
            in: "Content/integrations/other/index.md"
        )
        let run = try candor("report")
        #expect(run.exitCode == 1)
        #expect(try folder.text("Report/integrations/other.html").contains("integrations/acme/gone.md"))
        #expect(try !folder.text("Report/index.html").contains("gone.md"))
    }

    @Test func `no report takes the place of a site or of files of somebody else`() throws {
        try write()
        _ = try candor("build")
        let before = try FolderSnapshot(folder.url.appending(path: "Output"))
        let overSite = try candor("report", "--output", "Output")
        #expect(overSite.exitCode == 1)
        #expect(overSite.errors.contains("output-not-a-report"))
        #expect(try FolderSnapshot(folder.url.appending(path: "Output")) == before)
        try folder.write("mine", to: "Mine/notes.txt")
        #expect(try candor("report", "--output", "Mine").errors.contains("output-foreign-file"))
        #expect(try folder.text("Mine/notes.txt") == "mine")
    }

    @Test func `JSON goes to standard output and writes nothing`() throws {
        try write()
        let run = try candor("report", "acme", "--format", "json")
        #expect(run.exitCode == 0)
        let integrations = try #require(try json(run.output)["integrations"] as? [[String: Any]])
        #expect(integrations.compactMap { $0["id"] as? String } == ["acme"])
        #expect(!folder.has("Report"))
    }

    @Test func `every suppression that holds is listed with its reason and its end`() throws {
        try write { content in
            content.listings[0].features[0].evidence = []
            content.site = content.site.replacingOccurrences(
                of: "\"language\": \"en\"",
                with: """
                    "language": "en", "suppressions": [{"rule": "feature-without-evidence", "reason": "New pictures come",
                      "place": "integrations/acme", "until": "2027-12-31"}, {"rule": "media-shown-elsewhere",
                      "reason": "New pictures come", "place": "integrations/acme", "until": "2027-12-31"}]
                    """
            )
        }
        let run = try candor("report", "--format", "json")
        #expect(run.exitCode == 0, "\(run.output)")
        let report = try json(run.output)
        let suppressions = try #require(report["suppressions"] as? [[String: Any]])
        #expect(suppressions.first?["reason"] as? String == "New pictures come")
        #expect(suppressions.first?["findings"] as? Int == 1)
        let listing = try #require((report["integrations"] as? [[String: Any]])?.first)
        #expect((listing["suppressed"] as? [Any])?.count == 2)
        let feature = try #require((listing["features"] as? [[String: Any]])?.first)
        #expect((feature["evidence"] as? [String: Any])?["mark"] as? String == "missing")
    }

    @Test func `an unreadable catalogue leaves the marks unchecked`() throws {
        try write { $0.platform = "{" }
        #expect(try candor("report").exitCode == 1)
        #expect(try folder.text("Report/integrations/acme.html").contains("not checked"))
        #expect(try candor("report", "--format", "json").output.contains("\"not-checked\""))
    }

    @Test func `an integration that is not there, a badge over another file and a foreign format are refused`() throws {
        try write()
        #expect(try candor("report", "acne").errors.contains("did you mean 'acme'?"))
        try folder.write("text", to: "README.md")
        #expect(try candor("report", "--badge", "README.md").exitCode == 2)
        #expect(try folder.text("README.md") == "text")
        #expect(try candor("report", "--format", "pdf").exitCode == 2)
        #expect(try candor("report", "--format", "json", "--output", "Report").exitCode == 2)
        #expect(!folder.has("Report"))
    }
}
