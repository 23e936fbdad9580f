import Foundation
import TestSupport
import Testing

/// The way of somebody who begins: a site, a listing, and the diagnostics as the list of what is left to do.
struct BeginningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func candor(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url)
    }

    @Test func `a site that was just begun builds without a warning`() throws {
        #expect(try candor("init", "site").exitCode == 0)
        let site = folder.url.appending(path: "site")
        try #require(folder.has("site/Content/site.json"), "the program carries no starter files")
        let run = try CommandRun(["build", "--strict"], in: site)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(!run.errors.contains("warning"), "\(run.errors)")
        #expect(folder.has("site/Output/index.html"))
    }

    @Test func `a folder that is there and empty can be begun in`() throws {
        try FileManager.default.createDirectory(atPath: folder.path(of: "site"), withIntermediateDirectories: true)
        #expect(try candor("init", "site").exitCode == 0)
        #expect(try candor("init", "site").exitCode == 2)
    }

    @Test func `the files of a new listing are not written over`() throws {
        try ContentBuilder().write(to: folder)
        #expect(try candor("new", "fresh").exitCode == 0)
        try folder.write("mine", to: "Content/integrations/fresh/index.md")
        #expect(try candor("new", "fresh").exitCode == 2)
        #expect(try folder.text("Content/integrations/fresh/index.md") == "mine")
    }

    @Test func `the diagnostics of a new listing lead to a finished one`() throws {
        try ContentBuilder().write(to: folder)
        #expect(try candor("new", "fresh").exitCode == 0)
        let first = try candor("check", "fresh")
        #expect(first.exitCode == 1)
        for rule in ["scope-reason-missing", "scope-undocumented", "feature-undocumented", "feature-without-evidence"] {
            #expect(first.errors.contains("error[\(rule)]"), "\(rule)")
        }
        #expect(first.errors.contains("error[policy-privacy-link-missing]"))
        #expect(first.errors.contains("warning[page-description-missing]"))
        for key in ["name", "tagline", "builtBy", "description", "updated", "categories", "title", "summary"] {
            #expect(first.errors.contains("\"\(key)\""), "\(key)")
        }
        try fillIn("fresh")
        let last = try candor("check", "fresh")
        #expect(last.exitCode == 0, "\(last.errors)")
        #expect(!last.errors.contains("warning"), "\(last.errors)")
        let build = try candor("build", "--strict")
        #expect(build.exitCode == 0, "\(build.errors)")
        #expect(folder.has("Output/integrations/fresh/index.html"))
    }

    /// Does what the diagnostics ask for, one after the other.
    private func fillIn(_ id: String) throws {
        let manifest = "Content/integrations/\(id)/integration.json"
        let values = [
            ("name", "Fresh Points"), ("tagline", "Points at hand"), ("builtBy", "Fresh Labs"),
            ("description", "Keeps points in profiles."), ("updated", "2026-11-20"),
            ("title", "Sync points"), ("summary", "Balances stand in the profile."),
        ]
        for (key, value) in values {
            try folder.replace("\"\(key)\": \"\"", with: "\"\(key)\": \"\(value)\"", in: manifest)
        }
        try folder.replace(
            "\"requirement\": \"required\"",
            with: "\"requirement\": \"required\", \"reason\": \"Members are matched to profiles by it.\"",
            in: manifest
        )
        try folder.replace("\"categories\": []", with: "\"categories\": [\"Loyalty\"]", in: manifest)
        try folder.replace(
            "\"media\": []",
            with: "\"links\": {\"privacy\": \"https://fresh.example/privacy\"}, \"media\": []",
            in: manifest
        )
        try folder.replace("\"evidence\": []", with: "\"evidence\": [\"points\"]", in: manifest)
        let picture =
            "{\"id\": \"points\", \"kind\": \"screenshot\", \"file\": \"media/points.png\", \"alt\": \"A profile with a balance\"}"
        try folder.replace("\"media\": []", with: "\"media\": [\(picture)]", in: manifest)
        try folder.write(TinyPicture.png, to: "Content/integrations/\(id)/media/points.png")
        let page = "Content/integrations/\(id)/index.md"
        try folder.replace("kind: overview", with: "description: Points at hand.\nkind: overview", in: page)
        try folder.write(
            try folder.text(page) + """

                ## [Sync points](feature:first-feature)

                When a balance changes, the profile of the member is looked up with [`users:read`](scope:users:read), and
                the balance is shown beside it.

                ![The balance](screenshot:points)

                """,
            to: page
        )
    }
}
