import Foundation
import TestSupport
import Testing

/// The program as a process: what it says to whom, and how it ends.
struct UsageTests {
    static let commands = [
        "build", "check", "preview", "report", "fix", "baseline", "links", "init", "new", "release", "explain", "rules",
        "packs", "theme", "schema", "completions", "version",
    ]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
    }

    private func candor(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url)
    }

    @Test(arguments: ["--help", "-h", "help"])
    func `the help lists every command`(argument: String) throws {
        let run = try candor(argument)
        #expect(run.exitCode == 0)
        #expect(run.errors.isEmpty)
        for command in Self.commands { #expect(run.output.contains("  \(command) "), "\(command)") }
    }

    @Test(arguments: commands)
    func `every command tells how it is used`(command: String) throws {
        let run = try candor(command, "--help")
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("usage: candor \(command)"))
        #expect(run.output.contains("--help"))
        #expect(run.errors.isEmpty)
        #expect(try candor("help", command).output == run.output)
    }

    @Test func `without a command the help goes to standard error`() throws {
        let run = try candor()
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("usage: candor"))
    }

    static let wrong: [([String], String)] = [
        (["biuld"], "there is no command 'biuld'; did you mean 'build'?"),
        (["frobnicate-everything"], "there is no command 'frobnicate-everything'"),
        (["--verison"], "there is no option '--verison'"),
        (["help", "chekc"], "did you mean 'check'?"),
        (["build", "--contnet", "x"], "there is no option '--contnet'; did you mean '--content'?"),
        (["build", "--format", "jsn"], "there is no format 'jsn'; did you mean 'json'?"),
        (["build", "--format"], "'--format' needs a value"),
        (["build", "--format="], "'--format' has an empty value"),
        (["build", "--strict=yes"], "'--strict' takes no value"),
        (["build", "--strict", "--strict"], "'--strict' is given twice"),
        (["build", "surplus"], "'surplus' is one argument too many"),
        (["build", "--threads", "0"], "'--threads' wants a number"),
        (["build", "--threads", "-1"], "'--threads' wants a number"),
        (["build", "--threads", "99999999999999999999"], "'--threads' wants a number"),
        (["build", "--base-url", "marketplace.example"], "'--base-url' wants an address"),
        (["build", "--base-url", "javascript:x"], "'--base-url' wants an address"),
        (["explain"], "ID is missing"),
        (["explain", "scope-undocumentd"], "did you mean 'scope-undocumented'?"),
        (["schema", "platfrom"], "did you mean 'platform'?"),
        (["new"], "ID is missing"),
        (["new", "../x"], "'../x' is no id"),
        (["new", "A"], "'A' is no id"),
        (["new", "a/b"], "'a/b' is no id"),
        (["new", "acme"], "is there already"),
        (["new", "fresh", "--content", "Nothing"], "'Nothing' is no content folder"),
        (["init"], "DIR is missing"),
        (["init", ""], "an argument is empty"),
        (["new", ""], "an argument is empty"),
        (["check", ""], "an argument is empty"),
        (["init", "Content"], "is there already and is not empty"),
        (["init", "Content/site.json"], "is there already"),
    ]

    @Test(arguments: wrong)
    func `a wrong call is explained, changes nothing and ends with 2`(arguments: [String], message: String) throws {
        let before = try FolderSnapshot(folder.url)
        let run = try CommandRun(arguments, in: folder.url)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try FolderSnapshot(folder.url) == before)
    }

    @Test func `a clean site ends with 0, one with an error with 1`() throws {
        let clean = try candor("build")
        #expect(clean.exitCode == 0)
        #expect(clean.output.contains("1 integration: scopes 1/1, features 1/1, reasons 1/1"))
        #expect(clean.output.contains("pages in 'Output'"))
        try folder.replace("\"reason\"", with: "\"raeson\"", in: "Content/integrations/acme/integration.json")
        let faulty = try candor("build")
        #expect(faulty.exitCode == 1)
        #expect(faulty.errors.contains("did you mean \"reason\""), "\(faulty.errors)")
        #expect(faulty.errors.contains("--> Content/integrations/acme/integration.json:"))
        #expect(!faulty.output.contains("pages in"))
        #expect(try candor("check").exitCode == 1)
    }

    @Test func `slashes at the end of a folder's name change nothing`() throws {
        for output in ["Output", "Output/", "Output//", "./Output"] {
            #expect(try candor("build", "--content", "Content//", "--output", output).exitCode == 0, "\(output)")
        }
        #expect(folder.has("Output/index.html"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["Content", "Output"])
    }

    static let machine: [([String], String)] = [
        (["build", "--content", "Nothing"], "cannot read 'Nothing': no such file or directory"),
        (["check", "--content", "Nothing"], "cannot read 'Nothing'"),
        (["build", "--output", "Content/site.json/Output"], "cannot make the folder"),
        (["build", "--output", "/proc/none/Output"], "cannot make the folder"),
        (["init", "Content/site.json/new"], "cannot make the folder"),
    ]

    @Test(arguments: machine)
    func `what the machine cannot do ends with 3`(arguments: [String], message: String) throws {
        let run = try CommandRun(arguments, in: folder.url)
        #expect(run.exitCode == 3)
        #expect(run.errors.hasPrefix("candor: "))
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func `a check of one listing names only its own problems`() throws {
        try ContentBuilder(listingCount: 2).write(to: folder)
        try folder.write("no front matter", to: "Content/integrations/listing-0/setup.md")
        #expect(try candor("check", "listing-1").exitCode == 0)
        #expect(try candor("check", "listing-0").exitCode == 1)
        let unknown = try candor("check", "listing-7")
        #expect(unknown.exitCode == 1)
        #expect(unknown.errors.contains("there is no integration 'listing-7'; did you mean"))
    }

    @Test(arguments: ["build", "check"])
    func `in JSON nothing else stands on standard output`(command: String) throws {
        try folder.write("no front matter \u{1B}[31m \"quoted\"", to: "Content/integrations/acme/setup.md")
        let run = try candor(command, "--format", "json")
        #expect(run.exitCode == 1)
        #expect(run.errors.isEmpty)
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let report = try #require(value as? [String: Any])
        let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.contains { $0["id"] as? String == "front-matter-missing" })
    }

    @Test func `a clean run in JSON is JSON as well`() throws {
        let run = try candor("build", "--format", "json")
        #expect(run.exitCode == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], [:]] as [[String: String]])
    func `what does not go to a terminal has no colours`(environment: [String: String]) throws {
        try folder.write("no front matter", to: "Content/integrations/acme/setup.md")
        let run = try CommandRun(["check"], in: folder.url, environment: environment)
        #expect(run.exitCode == 1)
        #expect(!run.errors.contains("\u{1B}") && !run.output.contains("\u{1B}"))
    }

    #if os(Linux)
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no terminal can be had"))
    func `a terminal gets colours unless they are refused`() throws {
        try folder.write("no front matter", to: "Content/integrations/acme/setup.md")
        func shown(_ environment: String) throws -> String {
            let line = "env -u NO_COLOR \(environment) \"$CANDOR\" check"
            return try CommandRun(shell: "script -qec '\(line)' /dev/null", in: folder.url).output
        }
        #expect(try shown("TERM=xterm").contains("\u{1B}["))
        #expect(try !shown("TERM=xterm NO_COLOR=1").contains("\u{1B}["))
        #expect(try shown("TERM=xterm NO_COLOR=").contains("\u{1B}["))
        #expect(try !shown("TERM=dumb").contains("\u{1B}["))
    }
    #endif

    @Test func `control characters of the content never reach the terminal`() throws {
        try folder.write("\u{1B}]0;title\u{7} no front matter \u{9B}31m", to: "Content/integrations/acme/setup.md")
        try folder.write("x", to: "Content/integrations/acme/\u{1B}[31m.md")
        let run = try candor("check")
        #expect(run.exitCode == 1)
        #expect(
            !run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }
        )
    }

    @Test func `a strict run turns warnings into errors`() throws {
        try folder.write("x", to: "Content/integrations/acme/notes.txt")
        let plain = try candor("check")
        #expect(plain.exitCode == 0)
        #expect(plain.errors.contains("warning[file-unexpected]"))
        let strict = try candor("check", "--strict")
        #expect(strict.exitCode == 1)
        #expect(strict.errors.contains("error[file-unexpected]"))
    }

    @Test func `the stages tell how long they took`() throws {
        let run = try candor("build", "--timings")
        #expect(run.exitCode == 0)
        for stage in ["load", "parse", "check", "render", "write", "whole run"] {
            #expect(run.errors.contains("  \(stage) "))
        }
    }

    @Test func `the version is one line`() throws {
        for arguments in [["version"], ["--version"]] {
            let run = try CommandRun(arguments, in: folder.url)
            #expect(run.exitCode == 0)
            #expect(run.output.wholeMatch(of: /candor \d+\.\d+\.\d+\n/) != nil)
        }
    }

    @Test(arguments: ["site", "platform", "integration", "baseline", "diagnostics"])
    func `a schema is JSON with a dialect and properties`(name: String) throws {
        let run = try candor("schema", name)
        #expect(run.exitCode == 0)
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect((schema["properties"] as? [String: Any])?.isEmpty == false)
        #expect(schema["$id"] is String)
    }

    @Test func `every rule in the list can be explained`() throws {
        let list = try candor("rules")
        #expect(list.exitCode == 0)
        let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
            .filter { $0.contains("-") }
        #expect(ids.count > 20)
        for id in ids.prefix(3) + ["scope-undocumented"] {
            let run = try candor("explain", id)
            #expect(run.exitCode == 0)
            #expect(run.output.contains(id))
        }
        let page = try candor("rules", "--markdown")
        for id in ids { #expect(page.output.contains(id), "\(id)") }
    }

    @Test func `a reader that goes away early does no harm`() throws {
        let run = try CommandRun(shell: "\"$CANDOR\" rules --markdown | head -1", in: folder.url)
        #expect(run.exitCode == 0)
        #expect(!run.errors.contains("rror"))
    }
}
