import Foundation
import TestSupport
import Testing

/// What a directory can do about findings: choose rules, suppress, keep a baseline, let them be mended.
struct ControlTests {
    private static let manifest = "Content/integrations/acme/integration.json"
    private static let overview = "Content/integrations/acme/index.md"
    /// The day of every run here.
    private static let day = ["SOURCE_DATE_EPOCH": "1795000000"]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func candor(_ arguments: String..., environment: [String: String] = day) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url, environment: environment)
    }

    private func suppress(_ rule: String, at place: String, until: String = "2028-06-30") throws {
        let entry = """
            {"rule": "\(rule)", "place": "\(place)", "reason": "It is being written.", "until": "\(until)"}
            """
        try folder.replace("\"language\": \"en\"", with: "\"suppressions\": [\(entry)]", in: "Content/site.json")
    }

    /// A core rule's finding: the scope is named nowhere.
    private func undocumentScope() throws {
        try folder.replace("[`users:read`](scope:users:read)", with: "its address", in: Self.overview)
    }

    /// The finding of a rule that is not core.
    private func breakLink() throws {
        try folder.replace("(setup.md#connect)", with: "(nowhere.md)", in: Self.overview)
    }

    // What a run applies

    @Test func `only what is asked for is applied, and the rest is not said to be proved`() throws {
        try undocumentScope()
        try breakLink()
        #expect(try candor("check", "--only", "media,page").exitCode == 0)
        let run = try candor("check", "--only=link")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("link-target-missing") && !run.errors.contains("scope-undocumented"))
        #expect(run.output.contains("not checked: 1 scope, "))
        #expect(try candor("check", "--except", "link,scope,feature").exitCode == 0)
    }

    @Test func `a build applies core rules whatever it is asked for`() throws {
        try undocumentScope()
        let run = try candor("build", "--only", "media")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("scope-undocumented"))
        #expect(try candor("build", "--except", "scope").exitCode == 1)
        let refused = try candor("build", "--except", "scope-undocumented")
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("is core"))
        #expect(try candor("check", "--except", "scope-undocumented,feature-scope-not-mentioned").exitCode == 0)
    }

    @Test(arguments: ["--only", "--except"])
    func `an unknown rule is wrong usage`(option: String) throws {
        let run = try candor("check", option, "link,scpoe")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("there is no rule and no family of rules 'scpoe'; did you mean 'scope'?"))
    }

    // Suppressions

    static let places = [
        "integrations/acme", "integrations/acme/integration.json", "integrations/acme/integration.json#/scopes/0",
        "integrations/acme/integration.json#users:read", "integrations/acme#users:read",
    ]

    @Test(arguments: places)
    func `a core rule can be suppressed with a reason, and the report tells it`(place: String) throws {
        try undocumentScope()
        try folder.replace("\"scopes\": [\"users:read\"]", with: "\"scopes\": []", in: Self.manifest)
        let before = try candor("check")
        #expect(before.exitCode == 1)
        #expect(before.errors.contains("[scope-unmapped]"), "\(before.errors)")
        try suppress("scope-unmapped", at: place)
        let run = try candor("check", "--only", "scope-unmapped")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("no problems found, 1 suppressed"))
        #expect(run.errors.contains("suppressed[scope-unmapped]: \(Self.manifest):"))
        #expect(run.errors.contains("It is being written. (until 2028-06-30)"))
    }

    @Test func `a suppressed finding does not keep the site from being published`() throws {
        try breakLink()
        #expect(try candor("build").exitCode == 1)
        try suppress("link-target-missing", at: "integrations/acme/index.md#sync-points")
        let run = try candor("build", "--strict")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(folder.has("Output/index.html"))
        #expect(run.output.contains("links 1/2"))
    }

    static let elsewhere = [
        "integrations/acme/setup.md", "integrations/other", "integrations/acme/index.md#elsewhere",
        "integrations/acme/integration.json#/scopes/1", "integrations/acme#points-sync",
    ]

    @Test(arguments: elsewhere)
    func `a suppression of another place leaves the finding and is itself reported`(place: String) throws {
        try breakLink()
        try suppress("link-target-missing", at: place)
        let run = try candor("check")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("error[link-target-missing]"))
        #expect(run.errors.contains("warning[suppression-unused]"))
    }

    @Test func `what a run does not look at is not said to be unused`() throws {
        try ContentBuilder(listingCount: 2).write(to: folder)
        try suppress("link-target-missing", at: "integrations/listing-0/index.md")
        #expect(try candor("check").errors.contains("suppression-unused"))
        #expect(try !candor("check", "listing-1").errors.contains("suppression-unused"))
        #expect(try candor("check", "listing-0").errors.contains("suppression-unused"))
        #expect(try !candor("check", "--only", "scope").errors.contains("suppression-unused"))
    }

    @Test func `a suppression of the whole directory is refused`() throws {
        try breakLink()
        try suppress("link-target-missing", at: "integrations")
        let run = try candor("check")
        #expect(run.errors.contains("error[suppression-place-too-wide]"))
        #expect(run.errors.contains("error[link-target-missing]"))
    }

    @Test func `a suppression holds to its last day and not longer`() throws {
        try breakLink()
        try suppress("link-target-missing", at: "integrations/acme", until: "2026-11-18")
        #expect(try candor("check").exitCode == 0)
        let later = try candor("check", environment: ["SOURCE_DATE_EPOCH": "1795086400"])
        #expect(later.exitCode == 1)
        #expect(later.errors.contains("error[suppression-expired]"))
        #expect(later.errors.contains("today is 2026-11-19"))
        #expect(later.errors.contains("error[link-target-missing]"))
    }

    static let incomplete = [
        "{\"rule\": \"scope-unknown\", \"place\": \"integrations/acme\", \"until\": \"2099-01-01\"}",
        "{\"rule\": \"scope-unknown\", \"place\": \"integrations/acme\", \"reason\": \" \", \"until\": \"2099-01-01\"}",
        "{\"rule\": \"scope-unknown\", \"place\": \"integrations/acme\", \"reason\": \"Later.\"}",
        "{\"rule\": \"scope-unknown\", \"place\": \"integrations/acme\", \"reason\": \"x\", \"until\": \"2099-02-30\"}",
        "{\"rule\": \"json-syntax\", \"place\": \"integrations/acme\", \"reason\": \"x\", \"until\": \"2099-01-01\"}",
        "{\"rule\": \"scope-unknwon\", \"place\": \"integrations/acme\", \"reason\": \"x\", \"until\": \"2099-01-01\"}",
    ]

    @Test(arguments: incomplete)
    func `a suppression without rule, reason or end is an error`(entry: String) throws {
        try folder.replace("\"language\": \"en\"", with: "\"suppressions\": [\(entry)]", in: "Content/site.json")
        let run = try candor("check")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("--> Content/site.json:"))
    }

    @Test func `a day that is none is wrong usage`() throws {
        for text in ["tomorrow", "-1", "99999999999999"] {
            let run = try candor("check", environment: ["SOURCE_DATE_EPOCH": text])
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("SOURCE_DATE_EPOCH"))
        }
    }

    // Baseline

    @Test func `what the baseline holds does not fail, and what is new does`() throws {
        try breakLink()
        let written = try candor("baseline")
        #expect(written.exitCode == 0)
        #expect(written.output.contains("wrote 'Content/baseline.json': 1 finding\n"))
        let run = try candor("build", "--strict")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("no problems found, 1 suppressed"))
        // The line moves, and the finding is the same one.
        try folder.replace("## [Sync", with: "More.\n\n## [Sync", in: Self.overview)
        #expect(try candor("check").exitCode == 0)
        try folder.replace("More.", with: "[More](nowhere.md)", in: Self.overview)
        let new = try candor("check")
        #expect(new.exitCode == 1)
        #expect(new.errors.contains("1 error in 1 file, 1 suppressed"))
    }

    @Test func `a baseline only shrinks unless it is told to grow`() throws {
        try breakLink()
        _ = try candor("baseline")
        let first = try folder.text("Content/baseline.json")
        try folder.replace("## [Sync", with: "[More](never.md)\n\n## [Sync", in: Self.overview)
        let again = try candor("baseline")
        #expect(again.output.contains("1 new finding left out"))
        #expect(try folder.text("Content/baseline.json") == first)
        #expect(try candor("baseline", "--grow").output.contains("2 findings"))
        #expect(try candor("check").exitCode == 0)
        try folder.replace("(nowhere.md)", with: "(setup.md)", in: Self.overview)
        let stale = try candor("check")
        #expect(stale.exitCode == 0)
        #expect(stale.errors.contains("warning[baseline-stale]"))
        #expect(stale.errors.contains("--> Content/baseline.json:"))
        _ = try candor("baseline")
        #expect(try !candor("check").errors.contains("baseline-stale"))
    }

    @Test func `core rules have no place in a baseline`() throws {
        try undocumentScope()
        let run = try candor("baseline")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("no baseline can hold"))
        #expect(try candor("check").exitCode == 1)
        let entry = """
            {"rule": "scope-undocumented", "path": "integrations/acme/integration.json",
             "fingerprint": "0123456789abcdef", "count": 1}
            """
        try folder.write("{\"version\": 1, \"findings\": [\(entry)]}", to: "Content/baseline.json")
        let smuggled = try candor("check")
        #expect(smuggled.exitCode == 1)
        #expect(smuggled.errors.contains("error[rule-not-adjustable]"))
    }

    @Test(arguments: ["", "{", "[]", "{\"version\": 2, \"findings\": []}", "{\"version\": 1, \"findings\": [{}]}"])
    func `a damaged baseline is reported and not overwritten`(text: String) throws {
        try folder.write(text, to: "Content/baseline.json")
        #expect(try candor("check").exitCode == 1)
        #expect(try candor("baseline").exitCode == 1)
        #expect(try folder.text("Content/baseline.json") == text)
    }

    // Fixes

    private func spoil() throws {
        try folder.replace("\"tagline\"", with: "\"tagLine\"", in: Self.manifest)
        try folder.replace("\"reason\"", with: "\"raeson\"", in: Self.manifest)
        try folder.replace("media/points.png", with: "media/Points.PNG", in: Self.manifest)
        try folder.replace("(setup.md#connect)", with: "(Setup.md#connect)", in: Self.overview)
        try folder.replace("title: Set-up", with: "titel: Set-up", in: "Content/integrations/acme/setup.md")
        try folder.replace("kind: setup", with: "kind: SetUp", in: "Content/integrations/acme/setup.md")
    }

    @Test func `certain mistakes are mended, and twice changes nothing`() throws {
        let sound = try FolderSnapshot(folder.url.appending(path: "Content")).content
        try spoil()
        let run = try candor("fix")
        #expect(run.exitCode == 0, "\(run.output)")
        #expect(run.output.contains("6 problems mended; no problems found"))
        #expect(try FolderSnapshot(folder.url.appending(path: "Content")).content == sound)
        let before = try FolderSnapshot(folder.url)
        let again = try candor("fix")
        #expect(again.output == "0 problems mended; no problems found\n")
        #expect(try FolderSnapshot(folder.url) == before)
    }

    @Test func `a dry run shows the lines and changes none`() throws {
        try spoil()
        let before = try FolderSnapshot(folder.url)
        let run = try candor("fix", "--dry-run")
        #expect(run.exitCode == 1)
        #expect(run.output.contains("-   \"tagLine\": \"Points in profiles\","))
        #expect(run.output.contains("+   \"tagline\": \"Points in profiles\","))
        #expect(run.output.contains("6 problems would be mended, and what shows once they are"))
        #expect(try FolderSnapshot(folder.url) == before)
    }

    static let doubtful = [
        ("\"tagline\"", "\"taglnei\"", "manifest-key-unknown"),
        ("\"users:read\", \"req", "\"users:raed\", \"req", "scope-unknown"),
        ("media/points.png", "media/point.png", "media-file-missing"),
    ]

    @Test(arguments: doubtful)
    func `what is no more than likely is left to a person`(old: String, new: String, rule: String) throws {
        try folder.replace(old, with: new, in: Self.manifest)
        let run = try candor("fix")
        #expect(run.exitCode == 1)
        #expect(run.output.hasPrefix("0 problems mended"))
        #expect(try folder.text(Self.manifest).contains(new))
        #expect(try candor("check").errors.contains(rule))
    }

    @Test func `two keys that may be meant as the same one are left alone`() throws {
        try folder.replace("\"tagline\"", with: "\"taglin\": \"x\", \"tagLine\"", in: Self.manifest)
        #expect(try candor("fix").output.hasPrefix("0 problems mended"))
    }

    @Test func `a mended file keeps its permissions, and a link stays a link`() throws {
        try spoil()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path(of: Self.manifest))
        try manager.moveItem(atPath: folder.path(of: Self.overview), toPath: folder.path(of: "Content/overview.md"))
        try manager.createSymbolicLink(
            atPath: folder.path(of: Self.overview),
            withDestinationPath: "../../overview.md"
        )
        _ = try candor("fix")
        let mode = try manager.attributesOfItem(atPath: folder.path(of: Self.manifest))[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try manager.destinationOfSymbolicLink(atPath: folder.path(of: Self.overview)) == "../../overview.md")
        #expect(try folder.text("Content/overview.md").contains("(setup.md#connect)"))
    }
}
