import Diagnostics
import Evidence
import LocatedJSON
import TestSupport
import Testing

struct APIDescriptionTests {
    static let mail = """
        {"openapi": "3.1.0", "info": {"title": "Mail"},
         "servers": [{"url": "https://{region}.mail.example/v2/"}],
         "components": {
           "securitySchemes": {
             "oauth": {"$ref": "#/components/x/oauth"},
             "key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
           "x": {"oauth": {"type": "oauth2", "flows": {
             "authorizationCode": {"scopes": {"mail.read": "Read mail.", "mail.send": "Send mail."}},
             "clientCredentials": {"scopes": {"mail.read": "Read mail."}}}}}},
         "security": [{"key": []}],
         "paths": {
           "/messages": {
             "parameters": [],
             "get": {"operationId": "listMessages", "summary": "List", "security": [{"oauth": ["mail.read"]}]},
             "post": {"operationId": "send", "security": [{"oauth": ["mail.read", "mail.send"]}]}},
           "/messages/{id}": {"$ref": "#/paths/~1templates~1{id}"},
           "/templates/{id}": {"get": {}, "delete": {"operationId": "remove", "security": []}},
           "/status": {"servers": [{"url": "https://status.example"}],
                       "get": {"operationId": "status", "security": [{}, {"oauth": ["mail.read"]}]}}}}
        """

    @Test func `calls are read with their names, addresses and needs`() throws {
        let (description, diagnostics) = read(Self.mail)
        let mail = try #require(description)
        #expect(mail.kind == .openAPI)
        #expect(mail.title == "Mail")
        #expect(mail.scopes.map(\.id.value) == ["mail.read", "mail.send"])
        #expect(mail.scopes.map(\.description) == ["Read mail.", "Send mail."])
        #expect(
            mail.operations.map(\.id.value) == [
                "listMessages", "send", "GET /v2/messages/{id}", "remove", "GET /v2/templates/{id}", "remove", "status",
            ]
        )
        #expect(mail.operations[0].addresses == [AddressTemplate(host: "{region}.mail.example", path: "/v2/messages")])
        #expect(mail.operations[6].addresses == [AddressTemplate(host: "status.example", path: "/status")])
        #expect(diagnostics.map(\.id) == ["api-operation-id-missing", "api-operation-id-repeated"])
    }

    @Test func `what lists mean is said and not assumed`() throws {
        let mail = try #require(read(Self.mail).0)
        func need(_ id: String, _ meaning: ScopeListMeaning) -> [[String]]? { names(mail, id, meaning) }
        #expect(need("send", .asWritten) == [["mail.read", "mail.send"]])
        #expect(need("send", .anyOf) == [["mail.read"], ["mail.send"]])
        #expect(need("send", .allOf) == [["mail.read", "mail.send"]])
        #expect(need("GET /v2/messages/{id}", .asWritten) == nil, "a key is no scope, and tells nothing of scopes")
        #expect(need("remove", .asWritten) == [], "an empty list overrides that of the document")
        #expect(need("status", .asWritten) == [], "an empty object lets everybody in")
    }

    @Test func `alternatives are told from lists`() throws {
        let (description, _) = read(
            openAPI(#""get": {"operationId": "a", "security": [{"o": ["x", "y"]}, {"o": ["z"]}, {"o": ["z", "x"]}]}"#)
        )
        let api = try #require(description)
        #expect(names(api, "a", .asWritten) == [["x", "y"], ["z"]], "what has another set within is never needed")
        #expect(names(api, "a", .anyOf) == [["x"], ["y"], ["z"]])
        #expect(names(api, "a", .allOf) == [["x", "y", "z"]])
    }

    @Test func `a key beside scopes decides nothing until it is said which integrations use`() throws {
        let (description, _) = read(
            """
            {"openapi": "3.0.1", "security": [{"pat": []}, {"oauth2": []}],
             "components": {"securitySchemes": {
               "oauth2": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {"tasks:write": ""}}}},
               "pat": {"type": "http", "scheme": "bearer"}}},
             "paths": {"/a": {"get": {"operationId": "a", "security": [{"pat": []}, {"oauth2": ["tasks:write"]}]},
                              "put": {"operationId": "silent"},
                              "post": {"operationId": "none", "security": [{"oauth2": []}]}}}}
            """
        )
        let api = try #require(description)
        let oauth = SecurityReading(.asWritten, schemes: ["oauth2"])
        #expect(names(api, "a", .asWritten) == nil)
        #expect(api.operations[0].requirement.need(oauth).sets.map { $0.map(\.value) } == [["tasks:write"]])
        #expect(names(api, "silent", .asWritten) == nil, "a default without scopes says nothing of a call")
        #expect(!api.operations[1].requirement.need(oauth).isKnown)
        #expect(names(api, "none", .asWritten) == [])
        var report = DiagnosticReport()
        api.reportDoubt(of: .asWritten, reporting: &report)
        #expect(report.diagnostics.map(\.id) == ["api-schemes-undecided"])
        var decided = DiagnosticReport()
        api.reportDoubt(of: oauth, reporting: &decided)
        #expect(decided.isEmpty)
    }

    @Test(arguments: [#"\u001b[31m"#, #"\n"#, #"\u202e"#, "  "])
    func `names that cannot be shown are passed over`(name: String) throws {
        let (description, diagnostics) = read(
            openAPI(
                """
                "get": {"operationId": "\(name)", "security": [{"o": ["\(name)"]}]}
                """,
                scopes: ["x", name]
            )
        )
        let api = try #require(description)
        #expect(api.operations.map(\.id.value) == ["GET /a"])
        #expect(api.scopes.map(\.id.value) == ["x"])
        #expect(names(api, "GET /a", .anyOf) == nil)
        #expect(diagnostics.contains { $0.id == "api-name-unusable" })
    }

    @Test(arguments: ["[null]", #"[null, "x"]"#, #""x""#, "null"])
    func `a list with anything but names in it tells nothing, and each is said`(list: String) throws {
        let (description, diagnostics) = read(
            openAPI(
                """
                "get": {"operationId": "a", "security": [{"o": \(list)}]},
                "put": {"operationId": "b", "security": [{"o": \(list)}]}
                """
            )
        )
        let api = try #require(description)
        #expect(names(api, "a", .asWritten) == nil && names(api, "b", .asWritten) == nil)
        #expect(diagnostics.count { $0.id == "api-security-malformed" } == 2)
    }

    /// As HubSpot's documents have it.
    @Test func `an empty list beside one that names scopes is no leave to call without any`() throws {
        let (description, _) = read(
            """
            {"openapi": "3.0.1", "components": {"securitySchemes": {
               "oauth2": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {"contacts.read": ""}}}},
               "oauth2_legacy": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {"contacts": ""}}}},
               "private_apps": {"type": "apiKey"}, "private_apps_legacy": {"type": "apiKey"}}},
             "paths": {"/a": {"get": {"operationId": "a", "security": [
               {"oauth2_legacy": []}, {"oauth2": ["contacts.read"]}, {"private_apps_legacy": []},
               {"private_apps": ["contacts.read"]}]}}}}
            """
        )
        let api = try #require(description)
        #expect(!api.operations[0].requirement.need(.asWritten).isKnown)
        var doubt = DiagnosticReport()
        api.reportDoubt(of: .asWritten, reporting: &doubt)
        #expect(doubt.diagnostics.map(\.id) == ["api-schemes-undecided"])
        let need = api.operations[0].requirement.need(SecurityReading(.asWritten, schemes: ["oauth2"]))
        #expect(need.sets.map { $0.map(\.value) } == [["contacts.read"]])
    }

    @Test func `one scheme alone leaves nothing to be decided`() throws {
        let (description, _) = read(
            openAPI(#""get": {"operationId": "a", "security": [{"o": ["x"]}, {"o": ["a\nb"]}]}"#)
        )
        let api = try #require(description)
        var doubt = DiagnosticReport()
        api.reportDoubt(of: .asWritten, reporting: &doubt)
        #expect(doubt.isEmpty)
    }

    @Test func `what cannot be read as an operation is said`() throws {
        let (description, diagnostics) = read(
            """
            {"openapi": "3.0.0", "paths": {"a": {"get": {}}, "x-more": {}, "/b": null, "/c": [],
             "/ok": {"get": {"operationId": "ok"}, "put": 5, "summary": "S"}}}
            """
        )
        #expect(description?.operations.map(\.id.value) == ["ok"])
        let messages = diagnostics.filter { $0.id == "api-operation-unreadable" }.map(\.message)
        #expect(messages.map { $0.prefix(6) } == ["\"a\" is", "\"/b\" i", "\"/c\" i", "\"put\" "])
    }

    @Test func `a name and a password before a host are left out and told`() throws {
        let (description, diagnostics) = read(
            """
            {"openapi": "3.0.0", "servers": [{"url": "https://u:secretpw@api.x.example/v1"}],
             "paths": {"/a": {"servers": [{"url": "https://u:secretpw@b.x.example"}], "get": {"operationId": "a"}},
                       "/b": {"get": {"operationId": "b"}}}}
            """
        )
        let addresses = description?.operations.flatMap(\.addresses)
        #expect(
            addresses == [
                AddressTemplate(host: "b.x.example", path: "/a"), AddressTemplate(host: "api.x.example", path: "/v1/b"),
            ]
        )
        #expect(diagnostics.map(\.id) == ["api-server-secret"])
        #expect(!diagnostics[0].message.contains("secretpw"))
    }

    @Test func `schemes that integrations do not use are no way in`() throws {
        let (description, _) = read(
            """
            {"openapi": "3.0.1", "components": {"securitySchemes": {
               "oauth2": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {"units.read": ""}}}},
               "legacy": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {"content": ""}}}},
               "key": {"type": "apiKey"}}},
             "paths": {"/a": {"get": {"operationId": "a", "security": [{"legacy": ["content"]}, {"oauth2": ["units.read"]},
                                                                       {"key": ["content"]}]},
                              "put": {"operationId": "b", "security": [{"key": []}]}}}}
            """
        )
        let api = try #require(description)
        #expect(api.schemes == ["key", "legacy", "oauth2"])
        let requirement = api.operations[0].requirement
        let both = SecurityReading(.asWritten, schemes: ["oauth2", "legacy"])
        #expect(requirement.need(both).sets.map { $0.map(\.value) } == [["content"], ["units.read"]])
        let oauth = SecurityReading(.asWritten, schemes: ["oauth2"])
        #expect(requirement.need(oauth).sets.map { $0.map(\.value) } == [["units.read"]])
        #expect(!api.operations[1].requirement.need(oauth).isKnown)
    }

    @Test(arguments: ["none", "None", "NO_SCOPE"])
    func `a word for no scope is no scope`(word: String) throws {
        let (description, diagnostics) = read(
            openAPI(#""get": {"operationId": "a", "security": [{"o": ["\#(word)"]}]}"#, scopes: ["x", word])
        )
        let api = try #require(description)
        #expect(api.scopes.map(\.id.value) == ["x"])
        #expect(names(api, "a", .anyOf) == [])
        #expect(diagnostics.map(\.id) == ["api-operations-without-scopes"])
    }

    @Test func `null in place of a list does not let everybody in`() throws {
        let (description, diagnostics) = read(openAPI(#""get": {"operationId": "a", "security": [{"o": null}]}"#))
        let api = try #require(description)
        #expect(names(api, "a", .asWritten) == nil)
        #expect(diagnostics.map(\.id) == ["api-security-malformed", "api-operations-without-scopes"])
    }

    static let servers: [(String, String?, String)] = [
        ("https://a.example/v1/", "a.example", "/v1/x"), ("//A.example", "a.example", "/x"), ("/v1", nil, "/v1/x"),
        ("", nil, "/x"), ("v1", nil, "/v1/x"), ("https://{dc}.a.example:8443/b?c#d", "{dc}.a.example:8443", "/b/x"),
        ("https://", nil, "/x"), ("a//b", nil, "/a//b/x"),
    ]

    @Test(arguments: servers)
    func `a server is a host and a path`(server: String, host: String?, path: String) {
        #expect(AddressTemplate(server: server, path: "/x") == AddressTemplate(host: host, path: path))
    }

    @Test func `damaged documents never stop the reader`() {
        let bytes = Array(Self.mail.utf8)
        var generator = SeededGenerator(seed: 20_261_130)
        for _ in 0..<2_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: damaged.remove(at: place)
                default: damaged.insert(contentsOf: bytes[..<(place % bytes.count)].suffix(20), at: place)
                }
            }
            var report = DiagnosticReport()
            let description = APIDescription(damaged, path: "api.json", reporting: &report)
            #expect(description != nil || report.hasErrors)
            for meaning in ScopeListMeaning.allCases { description?.reportDoubt(of: meaning, reporting: &report) }
        }
    }

    @Test func `a silent document tells nothing`() throws {
        let (description, _) = read(openAPI(#""get": {"operationId": "a"}"#))
        let api = try #require(description)
        #expect(names(api, "a", .asWritten) == nil)
    }

    @Test func `Swagger 2 has its host and base path`() throws {
        let (description, diagnostics) = read(
            """
            {"swagger": "2.0", "host": "api.example", "basePath": "/api",
             "securityDefinitions": {"o": {"type": "oauth2", "scopes": {"chat:write": "Write"}}},
             "paths": {"/chat.post": {"post": {"operationId": "chat_post", "security": [{"o": ["chat:wirte"]}]}}}}
            """
        )
        let api = try #require(description)
        #expect(api.kind == .swagger)
        #expect(api.operations[0].addresses == [AddressTemplate(host: "api.example", path: "/api/chat.post")])
        #expect(
            diagnostics.map(\.message) == [
                "an operation needs scope 'chat:wirte', which the document does not declare; did it mean 'chat:write'?"
            ]
        )
    }

    @Test func `a discovery document has resources within resources`() throws {
        let (description, diagnostics) = read(
            """
            {"kind": "discovery#restDescription", "title": "Mail API", "rootUrl": "https://mail.example/",
             "servicePath": "", "auth": {"oauth2": {"scopes": {"https://a/mail": {"description": "All"},
                                                               "https://a/mail.readonly": {"description": "Read"}}}},
             "resources": {"users": {
               "methods": {"watch": {"id": "mail.users.watch", "httpMethod": "POST", "path": "v1/users/{userId}/watch"}},
               "resources": {"drafts": {"methods": {
                 "get": {"id": "mail.users.drafts.get", "httpMethod": "GET", "path": "v1/{+name}",
                         "flatPath": "v1/users/{userId}/drafts/{id}",
                         "scopes": ["https://a/mail", "https://a/mail.readonly"]}}}}}}}
            """
        )
        let api = try #require(description)
        #expect(api.kind == .discovery)
        #expect(api.operations.map(\.id.value) == ["mail.users.watch", "mail.users.drafts.get"])
        #expect(api.operations[1].path == "/v1/users/{userId}/drafts/{id}")
        #expect(names(api, "mail.users.drafts.get", .asWritten) == [["https://a/mail"], ["https://a/mail.readonly"]])
        #expect(names(api, "mail.users.watch", .asWritten) == nil)
        #expect(diagnostics.isEmpty)
    }

    static let variables: [(String, String, [String])] = [
        (
            "https://{host}/api", #""host": {"enum": ["a.example", "b.example"], "default": "a.example"}"#,
            ["https://a.example/api", "https://b.example/api"]
        ),
        (
            "https://x.example/{base}", #""base": {"default": "api/v2"}"#,
            ["https://x.example/api/v2", "https://x.example/{base}"]
        ),
        ("{server}/api", #""server": {"default": "https://x.example"}"#, ["https://x.example/api"]),
        ("https://{shop}.x.example", #""shop": {"default": "demo"}"#, ["https://{shop}.x.example"]),
        ("https://x.example/{a}", "", ["https://x.example/{a}"]),
    ]

    @Test(arguments: variables)
    func `the values of a server's variables are those that the document tells`(
        url: String,
        variables: String,
        expected: [String]
    ) throws {
        let (description, _) = read(
            """
            {"openapi": "3.0.0", "servers": [{"url": "\(url)", "variables": {\(variables)}}],
             "paths": {"/a": {"get": {"operationId": "a"}}}}
            """
        )
        #expect(
            description?.operations[0].addresses == expected.map { AddressTemplate(server: $0, path: "/a") }
        )
    }

    @Test func `variables beyond all bounds are left as they are`() throws {
        let names = (0..<12).map { "{v\($0)}" }.joined(separator: "-")
        let variables = (0..<12).map { #""v\#($0)": {"enum": ["a", "b"]}"# }.joined(separator: ", ")
        let (description, _) = read(
            """
            {"openapi": "3.0.0", "servers": [{"url": "https://\(names).example", "variables": {\(variables)}}],
             "paths": {"/a": {"get": {"operationId": "a"}}}}
            """
        )
        #expect(description?.operations[0].addresses.count == 32)
    }

    /// Of drive.v3 and storage.v1.
    @Test func `a discovery document says where files are sent to and fetched from`() throws {
        let (description, diagnostics) = read(
            """
            {"kind": "discovery#restDescription", "rootUrl": "https://www.googleapis.com/", "servicePath": "drive/v3/",
             "resources": {"files": {"methods": {
               "create": {"id": "create", "httpMethod": "POST", "path": "files", "mediaUpload": {"protocols": {
                 "resumable": {"path": "/resumable/upload/drive/v3/files"}, "simple": {"path": "/upload/drive/v3/files"}}}},
               "get": {"id": "get", "httpMethod": "GET", "path": "files/{fileId}", "useMediaDownloadService": true},
               "patch": {"id": "patch", "httpMethod": "PATCH", "path": "{+name}", "flatPath": "databases/{id}/documents/{id2}"}}}}}
            """
        )
        let api = try #require(description)
        #expect(diagnostics.isEmpty)
        #expect(
            api.operations.map { $0.addresses.map(\.path) } == [
                ["/drive/v3/files", "/upload/drive/v3/files", "/resumable/upload/drive/v3/files"],
                ["/drive/v3/files/{fileId}", "/download/drive/v3/files/{fileId}"],
                ["/drive/v3/databases/{id}/documents/{id2}", "/drive/v3/{+name}"],
            ]
        )
        let matcher = OperationMatcher(
            api.operations.map { OperationMatcher.Route(method: $0.method, addresses: $0.addresses) }
        )
        let host = matcher.known("www.googleapis.com")
        func answer(_ method: String, _ path: String) -> OperationMatcher.Answer {
            matcher.operation(method: method, path: path, at: host)
        }
        #expect(answer("POST", "/upload/drive/v3/files") == .operations([0], isByPathAlone: false))
        #expect(answer("PATCH", "/drive/v3/a/b/c/d/e") == .operations([2], isByPathAlone: false))
        #expect(answer("PUT", "/upload/drive/v3/files") == .unmatched)
        #expect(answer("GET", "/oauth2/v3/userinfo") == .elsewhere)
    }

    @Test(arguments: [
        (#"{"openapi": "3.0.0", "paths": {"/a": {"get": {"operationId": "a"}}, "/a": {"put": {}}}}"#, ["/a"]),
        (
            ##"""
            {"openapi": "3.0.0", "security": [], "security": [],
             "components": {"pathItems": {"p": {"get": {"operationId": "a", "security": [], "security": []}, "get": {}}}},
             "paths": {"/a": {"$ref": "#/components/pathItems/p"}, "/b": {"$ref": "#/components/pathItems/p"}}}
            """##, ["security", "get", "security"]
        ),
        (
            """
            {"swagger": "2.0", "paths": {"/a": {"get": {"operationId": "a"}}},
             "securityDefinitions": {"o": {"type": "oauth2", "scopes": {"s": "S", "s": "T"}}, "o": {}}}
            """, ["o", "s"]
        ),
        (
            """
            {"kind": "discovery#restDescription", "rootUrl": "https://mail.example/", "servicePath": "",
             "resources": {"users": {"methods": {"get": {"id": "a", "id": "b", "httpMethod": "GET", "path": "a"}, "get": {}}},
                           "users": {}}}
            """, ["users", "get", "id"]
        ),
    ])
    func `what stands twice is lost, and is said once`(text: String, keys: [String]) {
        let (description, diagnostics) = read(text)
        #expect(description?.operations.map(\.id.value).first == "a")
        let twice = diagnostics.filter { $0.id == "json-key-duplicated" }
        #expect(twice.map(\.message) == keys.map { "key \"\($0)\" appears twice in the same object" })
    }

    @Test func `references that lead nowhere are reported once, where they stand`() throws {
        let (description, diagnostics) = read(
            """
            {"openapi": "3.0.0", "paths": {
              "/a": {"$ref": "#/components/pathItems/a"}, "/b": {"$ref": "#/paths/~1c"}, "/c": {"$ref": "#/paths/~1b"},
              "/d": {"$ref": "other.json#/a"}, "/e": {"$ref": "#/components/pathItems/a"},
              "/f": {"get": {"operationId": "f"}}}}
            """
        )
        #expect(description?.operations.map(\.id.value) == ["f"])
        #expect(
            diagnostics.map(\.id) == [
                "api-reference-unresolved", "api-reference-cyclic", "api-reference-cyclic", "api-reference-unresolved",
            ]
        )
        #expect(diagnostics.allSatisfy { $0.severity == .error })
    }

    @Test func `a chain of references has an end`() {
        let items = (0..<100).map { ##""/p\##($0)": {"$ref": "#/paths/~1p\##($0 + 1)"}"## }
        let (_, diagnostics) = read(#"{"openapi": "3.0.0", "paths": {\#(items.joined(separator: ", "))}}"#)
        #expect(diagnostics.contains { $0.message.contains("more than 32 others") })
    }

    @Test(arguments: [
        ("openapi: 3.0.0\npaths: {}\n", "this is YAML"), (#"{"paths": {}}"#, "no description of an interface"),
        ("[]", "no description of an interface"),
        (#"{"openapi": "3.0.0", "paths": {"#, "the file ends inside an object"),
    ])
    func `what is no description says so`(text: String, message: String) {
        let (description, diagnostics) = read(text)
        #expect(description == nil)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.message.contains(message) == true)
    }

    @Test func `paths that differ in names of parameters alone are one`() {
        let (_, diagnostics) = read(
            """
            {"openapi": "3.0.0", "paths": {"/a/{id}": {"get": {"operationId": "one"}},
                                           "/a/{name}": {"get": {"operationId": "two"}},
                                           "/a/{name}/b": {"get": {"operationId": "three"}}}}
            """
        )
        #expect(diagnostics.map(\.id) == ["api-path-ambiguous"])
    }

    @Test(arguments: [
        (["x", "x.read"], true), (["chat:write:user", "chat:write:bot"], true),
        (["TIMECARDS_READ", "TIMECARDS_WRITE"], false),
        (["channels:write", "groups:write", "im:write"], true), (["users:read", "users:read.email"], false),
        (["orders.read", "customers.read"], false), (["file_content:read", "files:read"], true),
        (["meeting:read:meeting", "meeting:read:meeting:admin"], true), (["Mail.Read", "Mail.ReadWrite"], true),
        (["repo", "public_repo"], true), (["playlist-modify-public", "playlist-modify-private"], true),
    ])
    func `lists that look like alternatives are doubtful`(scopes: [String], isDoubtful: Bool) throws {
        let list = scopes.map { "\"\($0)\"" }.joined(separator: ", ")
        let (description, _) = read(
            openAPI(#""get": {"operationId": "a", "security": [{"o": [\#(list)]}]}"#, scopes: scopes)
        )
        let api = try #require(description)
        func doubts(_ meaning: ScopeListMeaning) -> Int {
            var report = DiagnosticReport()
            api.reportDoubt(of: meaning, reporting: &report)
            return report.warningCount
        }
        #expect(doubts(.allOf) == (isDoubtful ? 1 : 0))
        #expect(doubts(.asWritten) == (isDoubtful ? 1 : 0))
        #expect(doubts(.anyOf) == 0)
    }

    private func openAPI(_ item: String, scopes: [String] = ["x", "y", "z"]) -> String {
        let declared = scopes.map { "\"\($0)\": \"\"" }.joined(separator: ", ")
        return """
            {"openapi": "3.0.3", "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {
             "implicit": {"scopes": {\(declared)}}}}}}, "paths": {"/a": {\(item)}}}
            """
    }

    private func names(_ api: APIDescription, _ id: String, _ meaning: ScopeListMeaning) -> [[String]]? {
        guard let operation = api.operations.first(where: { $0.id.value == id }) else { return nil }
        let need = operation.requirement.need(meaning)
        return need.isKnown ? need.sets.map { $0.map(\.value) } : nil
    }
}

func read(_ text: String) -> (APIDescription?, [Diagnostic]) {
    var report = DiagnosticReport()
    let description = APIDescription(Array(text.utf8), path: "api.json", reporting: &report)
    return (description, report.diagnostics)
}
