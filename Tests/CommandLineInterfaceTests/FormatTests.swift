import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The forms for programs, as a whole run writes them.
struct FormatTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func spoil() throws {
        try folder.write("no front matter \u{1B}[31m <b>&", to: "Content/integrations/acme/setup.md")
    }

    @Test(arguments: ["json", "sarif", "github", "junit"], ["build", "check"])
    func `in a form for programs nothing goes to standard error`(format: String, command: String) throws {
        for _ in 0..<2 {
            let run = try CommandRun([command, "--format", format], in: folder.url)
            #expect(run.errors.isEmpty)
            #expect(!run.output.contains("pages in") && !run.output.contains("\n1 integration"))
            try spoil()
        }
    }

    @Test(arguments: ["json", "sarif"])
    func `JSON forms are JSON`(format: String) throws {
        for _ in 0..<2 {
            let run = try CommandRun(["check", "--format", format], in: folder.url)
            #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
            try spoil()
        }
    }

    @Test func `SARIF knows how the run ended and what every rule asks for`() throws {
        try spoil()
        let run = try CommandRun(["check", "--format", "sarif"], in: folder.url)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let sarif = try #require((root["runs"] as? [[String: Any]])?.first)
        #expect((sarif["invocations"] as? [[String: Any]])?.first?["exitCode"] as? Int32 == run.exitCode)
        let driver = try #require((sarif["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let rule = try #require(rules.first { $0["id"] as? String == "scope-undocumented" })
        for key in ["shortDescription", "fullDescription", "help"] {
            #expect(((rule[key] as? [String: String])?["text"]?.count ?? 0) > 20)
        }
    }

    @Test func `JUnit is XML`() throws {
        for failures in ["failures=\"0\"", "failures=\"1\""] {
            let run = try CommandRun(["check", "--format", "junit"], in: folder.url)
            #expect(XMLParser(data: Data(run.output.utf8)).parse())
            #expect(run.output.contains(failures))
            try spoil()
        }
    }

    @Test func `a workflow gets a summary beside its annotations`() throws {
        try spoil()
        try folder.write("before\n", to: "summary.md")
        let environment = ["GITHUB_STEP_SUMMARY": folder.path(of: "summary.md")]
        let run = try CommandRun(["check", "--format", "github"], in: folder.url, environment: environment)
        #expect(run.exitCode == 1)
        #expect(run.output.hasPrefix("::error file=Content/integrations/acme/"))
        let summary = try folder.text("summary.md")
        #expect(summary.hasPrefix("before\n### Candor: "))
        #expect(summary.contains("| error | front-matter-missing | Content/integrations/acme/setup.md |"))
        _ = try CommandRun(["check", "--format", "json"], in: folder.url, environment: environment)
        #expect(try folder.text("summary.md") == summary)
        let full = try CommandRun(
            ["check", "--format", "github"],
            in: folder.url,
            environment: ["GITHUB_STEP_SUMMARY": folder.path(of: "none/summary.md")]
        )
        #expect(full.exitCode == 3)
    }

    @Test func `the schema of the JSON form names every member that is written`() throws {
        try folder.replace("\"reason\"", with: "\"raeson\"", in: "Content/integrations/acme/integration.json")
        let schema = try JSONSerialization.jsonObject(
            with: Data(try CommandRun(["schema", "diagnostics"], in: folder.url).output.utf8)
        )
        let report = try JSONSerialization.jsonObject(
            with: Data(try CommandRun(["check", "--format", "json"], in: folder.url).output.utf8)
        )
        let root = try #require(schema as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: [String: Any]])
        let value = try #require(report as? [String: Any])
        #expect(Set(value.keys) == Set(try #require(root["properties"] as? [String: Any]).keys))
        let known = try #require(definitions["diagnostic"]?["properties"] as? [String: Any])
        let diagnostics = try #require(value["diagnostics"] as? [[String: Any]])
        #expect(!diagnostics.isEmpty)
        for diagnostic in diagnostics {
            #expect(Set(diagnostic.keys) == Set(known.keys))
            let place = try #require(diagnostic["place"] as? [String: Any])
            let members = try #require(definitions["range"]?["properties"] as? [String: Any])
            #expect(Set(place.keys).isSubset(of: members.keys))
        }
    }

    static let shells = [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])]

    @Test(arguments: shells)
    func `completions name every command, and the shell can read them`(shell: String, check: [String]) throws {
        let run = try CommandRun(["completions", shell], in: folder.url)
        #expect(run.exitCode == 0)
        for word in ["build", "baseline", "fix", "content", "scope-undocumented", "diagnostics"] {
            #expect(run.output.contains(word), "\(word)")
        }
        try folder.write(run.output, to: "completions")
        let line = "command -v \(shell) > /dev/null || exit 0; \(shell) \(check.joined(separator: " ")) completions"
        let read = try CommandRun(shell: line, in: folder.url)
        #expect(read.exitCode == 0, "\(read.errors)")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is missing"))
    func `bash completes commands, options and values`() throws {
        func completed(_ words: String...) throws -> Set<Substring> {
            let line = """
                "$CANDOR" completions bash > c; /bin/bash -c '. ./c; COMP_WORDS=(candor \(words.joined(separator: " ")) "");
                COMP_CWORD=\(words.count + 1); _candor; echo "${COMPREPLY[@]}"'
                """
            return Set(try CommandRun(shell: line, in: folder.url).output.split(whereSeparator: \.isWhitespace))
        }
        #expect(try completed().isSuperset(of: ["build", "check", "fix", "completions"]))
        #expect(try completed("build").isSuperset(of: ["--strict", "--output", "--help"]))
        #expect(try completed("build", "--format") == ["text", "json", "sarif", "github", "junit"])
        #expect(try completed("schema").isSuperset(of: ["site", "diagnostics"]))
    }

    @Test func `completions of another shell are wrong usage`() throws {
        let run = try CommandRun(["completions", "fihs"], in: folder.url)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("did you mean 'fish'?"))
    }
}
