import Foundation
import TestSupport
import Testing

struct ImportDescriptionTests {
    private static let mail = """
        {"openapi": "3.0.0", "servers": [{"url": "https://api.mail.example/v1"}],
         "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {
           "mail.read": "Read mail.", "users:read": "Profiles."}}}}}},
         "paths": {"/mails": {"get": {"operationId": "listMails", "security": [{"o": ["mail.read", "users:read"]}]},
                              "put": {"operationId": "find-user"}}}}
        """

    private func folder(_ content: ContentBuilder = ContentBuilder()) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try content.write(to: folder)
        try folder.write(Self.mail, to: "mail.json")
        return folder
    }

    @Test func `entries of the catalogue go to standard output`() throws {
        let folder = try folder()
        let run = try CommandRun(
            ["import", "openapi", "mail.json", "--scope-lists", "anyOf"],
            in: folder.url
        )
        #expect(run.exitCode == 0)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]]
        )
        #expect(object["scopes"]?.compactMap { $0["id"] as? String } == ["mail.read", "users:read"])
        let operation = try #require(object["operations"]?.first)
        #expect(operation["path"] as? String == "/v1/mails")
        #expect(operation["servers"] as? [String] == ["https://api.mail.example"])
        #expect(operation["scopes"] as? [[String]] == [["mail.read"], ["users:read"]])
        #expect(object["operations"]?[1]["scopes"] == nil, "nobody says what it needs")
        #expect(run.errors.contains("2 operations and 2 scopes in 1 document"))
    }

    @Test func `what is new is added to the catalogue and what is there stays`() throws {
        let folder = try folder()
        let before = try folder.text("Content/platform.json")
        let arguments = ["import", "openapi", "mail.json", "--scope-lists", "allOf", "--write"]
        let run = try CommandRun(arguments, in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output == "added 2 operations and 1 scope to 'Content/platform.json'\n")
        let after = try folder.text("Content/platform.json")
        #expect(after.contains(#""id": "find-user", "method": "GET""#), "the author's own layout is kept")
        #expect(after.contains(#""id": "PUT /v1/mails""#), "an id that is taken is another operation's")
        #expect(after.count > before.count)
        #expect(try CommandRun(["check"], in: folder.url).exitCode == 0)
        let again = try CommandRun(arguments, in: folder.url)
        #expect(again.output == "nothing new for 'Content/platform.json'\n")
        #expect(try folder.text("Content/platform.json") == after)
    }

    @Test func `how lists are meant has to be said`() throws {
        let folder = try folder()
        let run = try CommandRun(["import", "openapi", "mail.json"], in: folder.url)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("--scope-lists anyOf, allOf or asWritten"))
        let wrong = try CommandRun(["import", "openapi", "mail.json", "--scope-lists", "some"], in: folder.url)
        #expect(wrong.exitCode == 2)
    }

    @Test func `schemes are told by their names`() throws {
        let folder = try folder()
        let arguments = ["import", "openapi", "mail.json", "--scope-lists", "anyOf", "--schemes"]
        #expect(try CommandRun(arguments + ["o"], in: folder.url).exitCode == 0)
        let run = try CommandRun(arguments + ["oo"], in: folder.url)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("'mail.json' has no security scheme 'oo'; did you mean 'o'?"))
    }

    @Test func `a document of another kind is refused`() throws {
        let folder = try folder()
        let run = try CommandRun(["import", "google-discovery", "mail.json"], in: folder.url)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("of another kind: OpenAPI"))
        let unknown = try CommandRun(["import", "opnapi", "mail.json"], in: folder.url)
        #expect(unknown.errors.contains("did you mean 'openapi'?"))
        let missing = try CommandRun(["import", "openapi", "none.json", "--scope-lists", "anyOf"], in: folder.url)
        #expect(missing.exitCode == 3)
    }

    @Test func `a document of a hundred megabytes is refused unread, wherever it is named`() throws {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            #""complete": true,"#,
            with: #""complete": true, "openapi": [{"file": "large.json", "scopeLists": "anyOf"}],"#
        )
        content.files["large.json"] = []
        let folder = try folder(content)
        let file = try FileHandle(forWritingTo: folder.url.appending(path: "Content/large.json"))
        try file.truncate(atOffset: 100_000_000)
        try file.close()
        for arguments in [["import", "openapi", "Content/large.json", "--scope-lists", "anyOf"], ["check"]] {
            let run = try CommandRun(arguments, in: folder.url)
            #expect(run.exitCode == 1)
            #expect(
                run.errors.contains("error[file-too-large]: 'Content/large.json' has 100000000 bytes"),
                "\(run.errors)"
            )
        }
    }

    @Test func `a catalogue points at documents and says how each is meant`() throws {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            #""complete": true,"#,
            with: #""complete": true, "openapi": [{"file": "apis/mail.json", "scopeLists": "anyOf"}],"#
        )
        content.files["apis/mail.json"] = Array(Self.mail.utf8)
        let folder = try folder(content)
        let run = try CommandRun(["check"], in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        content.platform = content.platform.replacing(#", "scopeLists": "anyOf""#, with: "")
        let silentFolder = try self.folder(content)
        let silent = try CommandRun(["check"], in: silentFolder.url)
        #expect(silent.exitCode == 1)
        #expect(silent.errors.contains("catalogue-scope-lists-unsaid"))
        content.platform = content.platform.replacing(
            #""complete": true,"#,
            with: #""complete": true, "scopeLists": "allOf","#
        )
        let commonFolder = try self.folder(content)
        #expect(try CommandRun(["check"], in: commonFolder.url).exitCode == 0)
        content.files["apis/mail.json"] = nil
        let missingFolder = try self.folder(content)
        let missing = try CommandRun(["check"], in: missingFolder.url)
        #expect(missing.errors.contains("'apis/mail.json' is missing from 'Content'"))
    }

    @Test func `the least set of a listing is told with the reasons`() throws {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            #""complete": true,"#,
            with: #""complete": true, "openapi": {"file": "mail.json", "scopeLists": "allOf"},"#
        )
        content.files["mail.json"] = Array(Self.mail.utf8)
        let manifest = String(decoding: content.listings[0].allFiles["integration.json"] ?? [], as: UTF8.self)
        let id = content.listings[0].id
        content.files["integrations/\(id)/integration.json"] = Array(
            manifest.replacing(
                #""scopes": ["users:read"]"#,
                with: #""operations": ["listMails", "nothing", "GET /users/{id}"], "scopes": ["users:read"]"#
            ).utf8
        )
        let folder = try folder(content)
        let run = try CommandRun(["scopes", id], in: folder.url)
        #expect(run.exitCode == 0)
        #expect(run.output.contains("least set for its operations: 'users:read', 'mail.read'"), "\(run.output)")
        #expect(run.output.contains("listMails needs 'mail.read' and 'users:read', granted by"))
        #expect(run.output.contains("not asked for, and needed:\n  'mail.read'"))
        #expect(run.output.contains("names 'nothing', which the catalogue has not"))
        let json = try CommandRun(["scopes", id, "--format", "json"], in: folder.url)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["missing"] as? [String] == ["mail.read"])
        let wrong = try CommandRun(["scopes", "nobody"], in: folder.url)
        #expect(wrong.exitCode == 2)
        #expect(wrong.errors.contains("has no listing 'nobody'"))
    }
}
