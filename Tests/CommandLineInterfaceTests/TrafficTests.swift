import Foundation
import TestSupport
import Testing

/// Recorded traffic as whole runs read it, and what they never tell of it.
@Suite(.timeLimit(.minutes(15)))
struct TrafficTests {
    private static let canary = "c4n4ry-9f8e7d6c5b4a"
    private static let recording = "Content/integrations/acme/evidence/session.har"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.platform = content.platform.replacingOccurrences(
            of: "\"complete\": true,",
            with: "\"complete\": true, \"servers\": [\"https://api-{dc}.example.com\"],"
        )
        try content.write(to: folder)
    }

    private func request(_ method: String, _ path: String, _ more: String = "") -> String {
        """
        {"startedDateTime": "2026-11-20T09:00:00.000Z", "request": {"method": "\(method)", \
        "url": "https://api-01.example.com\(path)"\(more)}, "response": {"status": 200}}
        """
    }

    private func har(_ entries: String...) -> String {
        "{\"log\": {\"version\": \"1.2\", \"entries\": [\(entries.joined(separator: ", "))]}}"
    }

    /// Secrets wherever a recording can have them, all on one line.
    private var secretRecording: String {
        let value = Self.canary
        let parts = """
            , "headers": [{"name": "Authorization", "value": "Bearer \(value)"}, {"name": "Cookie", "value": "s=\(value)"}],
             "cookies": [{"name": "s", "value": "\(value)"}], "queryString": [{"name": "key", "value": "\(value)"}],
             "postData": {"text": "{\\"client_secret\\": \\"\(value)\\"}", "params": [{"name": "pwd", "value": "\(value)"}]}
            """
            .replacingOccurrences(of: "\n", with: "")
        return har(
            request("GET", "/users/1?key=\(value)", parts),
            request("GET", "/hooks/T0\(value)/\(value)?token=\(value)"),
            request("GET", "/users/1").replacingOccurrences(of: "https://", with: "https://u:\(value)@"),
            request("GET", "/users/1").replacingOccurrences(of: "example.com", with: "\(value).example.net"),
            "{\"request\": {\"method\": \"\(value)\", \"url\": \"\(value)\"}}"
        )
    }

    @Test(arguments: ["text", "json", "sarif", "github", "junit"])
    func `no form tells a secret of a recording`(format: String) throws {
        let broken = String(secretRecording.dropLast(30))
        for (text, exit) in [(secretRecording, 0), (broken, 1), (broken + " ] \(Self.canary)", 1)] as [(String, Int32)]
        {
            try folder.write(text, to: Self.recording)
            for command in ["check", "build"] {
                let run = try CommandRun([command, "--format", format], in: folder.url)
                #expect(run.exitCode == exit, "\(run.errors)")
                let said = run.output + run.errors
                #expect(!said.contains(Self.canary))
                #expect(said.contains("traffic-secret-recorded"))
                #expect(said.contains("Authorization") && said.contains("client_secret"))
                #expect(said.contains("session.har"))
            }
        }
    }

    @Test func `nothing of a recording is published or written anywhere`() throws {
        try folder.write(secretRecording, to: Self.recording)
        for arguments in [
            ["build"], ["baseline"], ["report"], ["report", "--format", "json"], ["traffic", "acme"],
            ["traffic", "acme", "--format", "json"], ["scopes", "acme"], ["fix"],
        ] {
            let run = try CommandRun(arguments, in: folder.url)
            #expect(!(run.output + run.errors).contains(Self.canary), "\(arguments)")
        }
        #expect(folder.has("Output/index.html"))
        let files = try #require(FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension != "har" {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            count += 1
            #expect(bytes.range(of: Data(Self.canary.utf8)) == nil, "\(file.path)")
            #expect(bytes.range(of: Data("WebInspector".utf8)) == nil, "\(file.path)")
        }
        #expect(count > 20)
        #expect(!folder.has("Output/integrations/acme/evidence"))
    }

    @Test(arguments: [
        "/v9/sk-live-abcdefgh", "/reset/correcthorsebattery", "/hooks/T0AAA/B0BBB/abcdefghijklmnop", "/people/jane-doe",
    ])
    func `nothing of an address is told that the catalogue does not have`(path: String) throws {
        try folder.write(har(request("GET", path)), to: Self.recording)
        let secret = String(try #require(path.split(separator: "/").last))
        for command in ["check", "traffic"] {
            let run = try CommandRun([command, "acme"], in: folder.url)
            let said = run.output + run.errors
            #expect(said.contains("{}") && said.contains("api-{dc}.example.com"), "\(said)")
            #expect(!said.contains(secret) && !said.contains("api-01"), "\(said)")
        }
    }

    @Test func `a preview tells no secret and takes in what changes`() async throws {
        try folder.write(secretRecording, to: Self.recording)
        let preview = try await PreviewRun(in: folder)
        func get(_ path: String) throws -> String {
            try CommandRun(shell: "curl --silent '\(preview.url)\(path)'", in: folder.url).output
        }
        let findings = try get("_candor/findings.json")
        #expect(!(preview.errors + findings).contains(Self.canary))
        #expect(preview.errors.contains("traffic-secret-recorded"))
        for path in ["integrations/acme/", "integrations/acme/evidence/session.har", "integrations/acme/listing.json"] {
            #expect(!(try get(path)).contains(Self.canary))
        }
        try folder.write(har(request("GET", "/users/1"), request("GET", "/others/2")), to: Self.recording)
        try await preview.wait {
            $0.errors.contains("traffic-request-unmatched") && $0.lines.last?.contains("2 warnings") == true
        }
    }

    @Test func `a recording is held against the listing`() throws {
        try folder.write(har(request("GET", "/users/1"), request("POST", "/users/1")), to: Self.recording)
        let run = try CommandRun(["check"], in: folder.url)
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("warning[traffic-operation-unnamed]"))
        #expect(run.errors.contains("POST /users/{} at 'api-{dc}.example.com' is no operation"))
        #expect(run.output.contains("recorded scopes 1/1"))
        #expect(!run.output.contains("without recorded traffic"))
    }

    @Test func `without a recording that is said`() throws {
        let run = try CommandRun(["check"], in: folder.url)
        #expect(run.exitCode == 0)
        #expect(!run.errors.contains("traffic-"))
        #expect(run.output.contains("1 integration without recorded traffic"))
    }

    @Test func `a recording may stand elsewhere`() throws {
        try folder.write(har(request("GET", "/users/1"), request("GET", "/others/2")), to: "a.har")
        try folder.write(har(request("DELETE", "/users/1")), to: "b.HAR")
        let run = try CommandRun(["check", "acme", "--har", "a.har,b.HAR"], in: folder.url)
        #expect(run.errors.contains("GET /{}/{}") && run.errors.contains("DELETE /users/{}"))
        #expect(run.errors.contains("--> a.har:1:") && run.errors.contains("--> b.HAR:1:"))
        let all = try CommandRun(["build", "--har", "acme=a.har"], in: folder.url)
        #expect(all.exitCode == 0)
        #expect(all.errors.contains("GET /{}/{}"))
        #expect(try CommandRun(["check", "--har", "acme=a.har"], in: folder.url).errors.contains("GET /{}/{}"))
    }

    @Test func `the name of a file is shown, not obeyed`() throws {
        let name = "\u{1B}[31m=b.har"
        try folder.write(har(request("GET", "/users/1")), to: name)
        let run = try CommandRun(["traffic", "acme", "--har", "./\(name)"], in: folder.url)
        #expect(run.output.contains("[31m=b.har': 1 request") && !run.output.contains("\u{1B}"))
        let wrong = try CommandRun(["traffic", "acme", "--har", "\u{1B}c.har"], in: folder.url)
        #expect(wrong.errors.contains("c.har") && !wrong.errors.contains("\u{1B}"))
    }

    @Test func `a call that half of its scopes are requested for is told with the other half`() throws {
        try folder.replace(
            "\"scopes\": [[\"users:read\"]]",
            with: "\"scopes\": [[\"users:read\", \"users:write\"]]",
            in: "Content/platform.json"
        )
        try folder.write(har(request("GET", "/users/1")), to: Self.recording)
        let run = try CommandRun(["traffic", "acme"], in: folder.url)
        #expect(run.output.contains("needs 'users:read' and 'users:write', and 'users:write' is not requested"))
        let json = try CommandRun(["traffic", "acme", "--format", "json"], in: folder.url)
        #expect(json.output.contains("\"missing\": [") && json.output.contains("\"users:write\""))
    }

    @Test(arguments: [
        (["check", "--har", "a.har"], 2, "as ID=a.har"), (["build", "--har", "a.har"], 2, "as ID=a.har"),
        (["check", "acme", "--har", "c.har"], 2, "no such file"), (["check", "acme", "--har", "."], 2, "'.har'"),
        (["check", "acme", "--har", "a.json"], 2, "'.har'"), (["check", "acme", "--har", "other=a.har"], 2, "'other'"),
        (["build", "--har", "other=a.har"], 1, "no integration 'other'"),
        (["traffic", "acme"], 2, "no recorded traffic"), (["traffic", "other"], 2, "no listing 'other'"),
        (["traffic", "acme", "--format", "xml"], 2, "no format"),
    ])
    func `a recording that cannot be meant is wrong usage`(arguments: [String], exit: Int32, text: String) throws {
        try folder.write(har(), to: "a.har")
        let run = try CommandRun(arguments, in: folder.url)
        #expect(run.exitCode == exit)
        #expect(run.errors.contains(text), "\(run.errors)")
    }

    @Test func `what else is in the folder is not used`() throws {
        try folder.write(har(request("GET", "/users/1")), to: Self.recording)
        for name in ["notes.md", "data.json", "sub/a.har"] {
            try folder.write("{}", to: "Content/integrations/acme/evidence/\(name)")
        }
        let run = try CommandRun(["build"], in: folder.url)
        #expect(run.exitCode == 0)
        #expect(run.errors.components(separatedBy: "warning[file-unexpected]").count == 4)
    }

    @Test func `traffic says what is wrong with recordings, and with nothing else`() throws {
        try folder.write(har(request("GET", "/users/1")) + "]", to: Self.recording)
        try folder.replace(
            "\"title\": \"Read users\"",
            with: "\"title\": {\"xx\": \"Lire\"}",
            in: "Content/platform.json"
        )
        let broken = try CommandRun(["traffic", "acme"], in: folder.url)
        #expect(broken.exitCode == 1)
        #expect(broken.errors.contains("har-malformed") && broken.errors.contains("1 error in 1 file"))
        #expect(broken.output.contains("not read to its end"))
        try folder.write(har(request("GET", "/elsewhere")) + "]", to: Self.recording)
        let unused = "used by no recorded call"
        #expect(!(try CommandRun(["traffic", "acme"], in: folder.url)).output.contains(unused))
        try folder.write(har(request("GET", "/users/1")), to: Self.recording)
        let whole = try CommandRun(["traffic", "acme"], in: folder.url)
        #expect(whole.exitCode == 0)
        #expect(whole.errors.isEmpty)
    }

    @Test func `traffic prints what was called`() throws {
        try folder.write(
            har(
                request("GET", "/users/1"),
                request("GET", "/users/2"),
                request("GET", "/others/2"),
                request("OPTIONS", "/users/2"),
                request("GET", "/x").replacingOccurrences(of: "example.com", with: "example.net")
            ),
            to: Self.recording
        )
        let run = try CommandRun(["traffic", "acme"], in: folder.url)
        #expect(run.exitCode == 0)
        #expect(
            run.output == """
                listing 'acme': 2 calls of its platform

                find-user (GET /users/{id})
                  2 calls, at most 2 within a minute
                  needs 'users:read', granted by 'users:read'

                for no operation of the catalogue:
                  GET /{}/{} at 'api-{dc}.example.com': 1 request

                recordings:
                  'Content/integrations/acme/evidence/session.har': 4 requests; passed over: 1 preflight

                to other hosts, or beside the platform's interface: 1 request

                """
        )
        let json = try CommandRun(["traffic", "acme", "--format", "json"], in: folder.url)
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        let call = try #require((root["calls"] as? [[String: Any]])?.first)
        #expect(call["operation"] as? String == "find-user")
        #expect((call["peaks"] as? [String: Int])?["minute"] == 2)
    }
}
