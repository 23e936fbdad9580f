import Diagnostics
import Listing
import LocatedJSON
import Testing

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
