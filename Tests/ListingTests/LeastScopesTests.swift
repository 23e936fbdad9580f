import Diagnostics
import FileSystem
import LocatedJSON
import Testing

@testable import Listing

struct LeastScopesTests {
    private static let platform = """
        {"complete": true, "checked": "2026-11-01",
         "scopes": [
           {"id": "mail", "title": "T", "description": "D", "kind": "scope", "implies": ["mail.read"]},
           {"id": "mail.read", "title": "T", "description": "D", "kind": "scope"},
           {"id": "mail.old", "title": "T", "description": "D", "kind": "scope", "deprecated": true},
           {"id": "files", "title": "T", "description": "D", "kind": "scope", "sensitivity": "sensitive"},
           {"id": "files.a", "title": "T", "description": "D", "kind": "scope"},
           {"id": "files.b", "title": "T", "description": "D", "kind": "scope"},
           {"id": "everything", "title": "T", "description": "D", "kind": "scope", "sensitivity": "restricted"},
           {"id": "key", "title": "T", "description": "D", "kind": "bundle", "members": ["key.a", "key.b"]},
           {"id": "half", "title": "T", "description": "D", "kind": "bundle", "members": ["key.a"]},
           {"id": "key.a", "title": "T", "description": "D", "kind": "key-permission"},
           {"id": "key.b", "title": "T", "description": "D", "kind": "key-permission"},
           {"id": "wide", "title": "T", "description": "D", "kind": "scope"},
           {"id": "a-slim", "title": "T", "description": "D", "kind": "scope"}],
         "operations": [
           {"id": "read", "method": "GET", "path": "/m", "scopes": [["mail"], ["mail.read"], ["mail.old"]]},
           {"id": "send", "method": "POST", "path": "/m", "scopes": [["mail"], ["everything"]]},
           {"id": "copy", "method": "POST", "path": "/f", "scopes": [["files"], ["files.a", "files.b"]]},
           {"id": "all", "method": "GET", "path": "/all", "scopes": [["everything"]]},
           {"id": "old", "method": "GET", "path": "/old", "scopes": [["mail.old"]]},
           {"id": "free", "method": "GET", "path": "/", "scopes": []},
           {"id": "slim", "method": "GET", "path": "/s", "scopes": [["a-slim"], ["wide"]], "least": ["wide"]},
           {"id": "a", "method": "GET", "path": "/a", "scopes": [["key.a"]]},
           {"id": "b", "method": "GET", "path": "/b", "scopes": [["key.b"]]}]}
        """

    static let needs: [([String], [String])] = [
        ([], []), (["free"], []), (["read"], ["mail.read"]), (["read", "send"], ["mail"]),
        // Two harmless scopes are less than a sensitive one.
        (["copy"], ["files.a", "files.b"]),
        // What is asked for anyhow is enough for both.
        (["send", "all", "read"], ["mail.read", "everything"]), (["old", "read"], ["mail.old"]),
        (["slim"], ["wide"]), (["a"], ["half"]), (["a", "b"], ["key"]), (["b"], ["key"]),
    ]

    @Test(arguments: needs)
    func `the least set has the mildest scopes and then the fewest`(operations: [String], expected: [String]) throws {
        let (found, report) = parseCatalogue(Array(Self.platform.utf8))
        #expect(report.isEmpty)
        let catalogue = try #require(found)
        let named = operations.compactMap { catalogue.operation($0) }
        #expect(named.count == operations.count)
        let least = try #require(LeastScopes(for: named, in: catalogue))
        #expect(least.scopes == expected)
        #expect(least.isProved)
    }

    /// What documents tell of scopes has no hierarchy: what else they open tells the narrower one.
    @Test func `of scopes that weigh the same the one that opens less is least, and then the one that is asked for`()
        throws
    {
        let text = """
            {"complete": true, "checked": "2026-11-01",
             "scopes": [{"id": "mail", "title": "T", "description": "D", "kind": "scope"},
                        {"id": "mail.read", "title": "T", "description": "D", "kind": "scope"},
                        {"id": "bot", "title": "T", "description": "D", "kind": "scope"},
                        {"id": "user", "title": "T", "description": "D", "kind": "scope"}],
             "operations": [
               {"id": "get", "method": "GET", "path": "/m", "scopes": [["mail"], ["mail.read"]]},
               {"id": "send", "method": "POST", "path": "/m", "scopes": [["mail"]]},
               {"id": "post", "method": "POST", "path": "/c", "scopes": [["bot"], ["user"]]}]}
            """
        let (found, _) = parseCatalogue(Array(text.utf8))
        let catalogue = try #require(found)
        let get = catalogue.operations.filter { $0.id.value == "get" }
        #expect(LeastScopes(for: get, in: catalogue, requested: ["mail"])?.scopes == ["mail.read"])
        let post = catalogue.operations.filter { $0.id.value == "post" }
        #expect(LeastScopes(for: post, in: catalogue, requested: ["user"])?.scopes == ["user"])
        #expect(LeastScopes(for: post, in: catalogue)?.scopes == ["bot"])
    }

    /// Whoever runs the platform knows better than what can be counted.
    @Test func `what the platform names as the least is taken`() throws {
        let text = """
            {"complete": true, "checked": "2026-11-01",
             "scopes": [{"id": "all", "title": "T", "description": "D", "kind": "scope"},
                        {"id": "users.read", "title": "T", "description": "D", "kind": "scope"},
                        {"id": "groups.read", "title": "T", "description": "D", "kind": "scope"}],
             "operations": [
               {"id": "users", "method": "GET", "path": "/u", "scopes": [["all"], ["users.read"]], "least": ["users.read"]},
               {"id": "groups", "method": "GET", "path": "/g", "scopes": [["all"], ["groups.read"]],
                "least": ["groups.read"]},
               {"id": "more", "method": "PUT", "path": "/g", "scopes": [["users.read"]]},
               {"id": "reset", "method": "POST", "path": "/r", "scopes": [["all"]]}]}
            """
        let (found, _) = parseCatalogue(Array(text.utf8))
        let catalogue = try #require(found)
        func least(_ ids: String...) -> [String]? {
            LeastScopes(for: ids.compactMap { catalogue.operation($0) }, in: catalogue)?.scopes
        }
        #expect(least("users") == ["users.read"])
        #expect(least("users", "groups") == ["users.read", "groups.read"])
        #expect(least("users", "groups", "reset") == ["all"])
    }

    private static let described = """
        {"openapi": "3.0.0", "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"authorizationCode": {
           "scopes": {"mail": "Everything.", "mail.readonly": "Read.", "mail.metadata": "Headers.", "mail.send": "Send.",
                      "mail.addon.readonly": "In an add-on."}}}}}},
         "paths": {"/m": {
           "get": {"operationId": "list", "security": [{"o": ["mail", "mail.readonly", "mail.metadata", "mail.addon.readonly"]}]},
           "post": {"operationId": "send", "security": [{"o": ["mail", "mail.send"]}]},
           "put": {"operationId": "draft", "security": [{"o": ["mail", "mail.readonly"]}]},
           "delete": {"operationId": "delete", "security": [{"o": ["mail"]}]}}}}
        """

    private func catalogue(describing scopes: String) throws -> Catalogue {
        let text = """
            {"complete": true, "checked": "2026-11-01", "openapi": {"file": "mail.json", "scopeLists": "anyOf"},
             "scopes": [\(scopes)]}
            """
        var report = DiagnosticReport()
        let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(text.utf8))
        let description = SourceFile(path: "mail.json", name: "mail.json", bytes: Array(Self.described.utf8))
        let source = try CatalogueSource(
            file,
            languages: ContentLanguages(),
            reporting: &report,
            load: { (_, _) throws(FileSystemError) in description }
        )
        #expect(!report.hasErrors, "\(report.diagnostics)")
        return try #require(source?.main)
    }

    @Test func `a scope of which nobody has said how much harm it does is not the mildest`() throws {
        let list = ["list"]
        let silent = try catalogue(describing: "")
        #expect(
            LeastScopes(for: list.compactMap { silent.operation($0) }, in: silent)?.scopes == ["mail.addon.readonly"]
        )
        let told = try catalogue(
            describing: """
                {"id": "mail.readonly", "title": "T", "description": "D", "kind": "scope", "sensitivity": "sensitive"}
                """
        )
        #expect(LeastScopes(for: list.compactMap { told.operation($0) }, in: told)?.scopes == ["mail.readonly"])
        #expect(told.scopes(seeminglyNarrowerThan: "mail.readonly").isEmpty)
    }

    @Test func `what only reads by its name is wider than nothing but what reads by its name`() throws {
        let catalogue = try catalogue(describing: "")
        #expect(catalogue.scopes(narrowerThan: "mail").isEmpty)
        #expect(catalogue.scopes(seeminglyNarrowerThan: "mail.readonly") == ["mail.addon.readonly"])
        #expect(
            catalogue.scopes(seeminglyNarrowerThan: "mail").sorted() == [
                "mail.addon.readonly", "mail.metadata", "mail.readonly", "mail.send",
            ]
        )
    }

    /// Each operation takes one of two scopes, so that there are 2^40 ways to choose.
    @Test func `a search without an end says so and gives what is enough`() throws {
        let scopes = (0..<80).map {
            #"{"id": "s\#($0)", "title": "T", "description": "D", "kind": "scope"}"#
        }
        let operations = (0..<40).map {
            #"{"id": "o\#($0)", "method": "GET", "path": "/\#($0)", "scopes": [["s\#($0)"], ["s\#($0 + 40)"]]}"#
        }
        let text = """
            {"complete": true, "checked": "2026-11-01", "scopes": [\(scopes.joined(separator: ","))],
             "operations": [\(operations.joined(separator: ","))]}
            """
        let (found, _) = parseCatalogue(Array(text.utf8))
        let catalogue = try #require(found)
        let least = try #require(LeastScopes(for: catalogue.operations, in: catalogue))
        #expect(least.scopes.count == 40)
        let held = Set(least.scopes)
        #expect(catalogue.operations.allSatisfy { $0.isAllowed(by: held) })
    }
}
