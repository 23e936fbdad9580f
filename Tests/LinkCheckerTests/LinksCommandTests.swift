import Foundation
import TestSupport
import Testing

/// `candor links` as it is called.
struct LinksCommandTests {
    private let folder: TemporaryFolder
    private let server: LoopbackServer

    init() throws {
        folder = try TemporaryFolder()
        server = try LoopbackServer { request, _ in request.path == "/alive" ? "200 OK" : "410 Gone" }
        var content = ContentBuilder()
        content.listings[0].overview +=
            "\nSee [one](\(server.address("/alive"))) and [two](\(server.address("/gone"))).\n"
        try content.write(to: folder)
    }

    private func links(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
        let always = ["links", "--external", "--delay", "0", "--timeout", "30"]
        return try CommandRun(always + arguments, in: folder.url, environment: environment)
    }

    @Test func `a dead link is an error where it stands`() throws {
        let run = try links("--allow-private")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("error[link-dead]"), "\(run.errors)")
        #expect(run.errors.contains("index.md:"))
        #expect(run.output == "3 addresses: 1 alive, 1 dead, 0 unverified; not asked for: 1 of made-up names\n")
        #expect(Set(server.requests.map(\.userAgent)) == ["candor/0.1.0 (link check)"])
    }

    @Test func `the directory decides how much a dead link weighs`() throws {
        try folder.replace(
            "\"title\"",
            with: "\"rules\": {\"link-dead\": \"warning\"}, \"title\"",
            in: "Content/site.json"
        )
        let run = try links("--allow-private")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("warning[link-dead]"), "\(run.errors)")
        #expect(try CommandRun(["explain", "link-dead"], in: folder.url).output.contains("links --external"))
    }

    @Test func `a dead link can be suppressed for a time, and no build says that it was not found`() throws {
        let suppression = """
            "suppressions": [{"rule": "link-dead", "place": "integrations/acme/index.md", "reason": "It moves.",
             "until": "2999-01-01"}], "title"
            """
        try folder.replace("\"title\"", with: suppression, in: "Content/site.json")
        let run = try links("--allow-private")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("It moves."), "\(run.errors)")
        #expect(try !CommandRun(["check"], in: folder.url).errors.contains("suppression-unused"))
        try folder.replace("/gone", with: "/alive", in: "Content/integrations/acme/index.md")
        #expect(try links("--allow-private").errors.contains("suppression-unused"))
    }

    @Test func `a cache is written and read`() throws {
        #expect(try links("--allow-private", "--cache", "links.json").exitCode == 0)
        #expect(try folder.text("links.json").contains(#""result": "dead""#))
        #expect(try links("--allow-private", "--cache", "links.json").exitCode == 1)
        #expect(server.requests.count { $0.path == "/alive" } == 1)
    }

    @Test func `nothing nearby is asked of its own accord`() throws {
        let run = try links()
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("warning[link-unverified]"))
        #expect(server.requests == [])
    }

    @Test func `checking and building ask nobody`() throws {
        #expect(try CommandRun(["check"], in: folder.url).exitCode == 0)
        #expect(try CommandRun(["build"], in: folder.url).exitCode == 0)
        #expect(server.requests == [])
    }

    @Test func `without curl it says so`() throws {
        let run = try links("--allow-private", environment: ["PATH": folder.path])
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("'curl'"), "\(run.errors)")
    }

    @Test(arguments: [["links"], ["links", "--external", "--timeout", "0"], ["links", "--external", "--delay", "x"]])
    func `wrong usage is told`(arguments: [String]) throws {
        #expect(try CommandRun(arguments, in: folder.url).exitCode == 2)
    }
}
