import Diagnostics
import Listing
import Testing

struct OperationNeedsTests {
    private static let platform = """
        {"complete": true, "checked": "2026-11-01",
         "scopes": [
           {"id": "all", "title": "T", "description": "D", "kind": "scope", "implies": ["mail", "files"],
            "sensitivity": "restricted"},
           {"id": "mail", "title": "T", "description": "D", "kind": "scope", "implies": ["mail.read"]},
           {"id": "mail.read", "title": "T", "description": "D", "kind": "scope"},
           {"id": "files", "title": "T", "description": "D", "kind": "scope", "resource": "files",
            "actions": ["read", "write"]},
           {"id": "files.read", "title": "T", "description": "D", "kind": "scope", "resource": "files",
            "actions": ["read"]},
           {"id": "old.files", "title": "T", "description": "D", "kind": "scope", "resource": "files",
            "actions": ["read"], "deprecated": true},
           {"id": "files.plus", "title": "T", "description": "D", "kind": "scope", "resource": "files",
            "actions": ["read"], "plan": "Plus"},
           {"id": "key", "title": "T", "description": "D", "kind": "bundle", "members": ["key.a", "key.b"]},
           {"id": "key.a", "title": "T", "description": "D", "kind": "key-permission"},
           {"id": "key.b", "title": "T", "description": "D", "kind": "key-permission"},
           {"id": "half", "title": "T", "description": "D", "kind": "bundle", "members": ["key.a"]},
           {"id": "wide", "title": "T", "description": "D", "kind": "scope"},
           {"id": "slim", "title": "T", "description": "D", "kind": "scope"}],
         "operations": [
           {"id": "read-mail", "method": "GET", "path": "/m", "scopes": [["mail"], ["mail.read"]]},
           {"id": "send-mail", "method": "POST", "path": "/m", "scopes": [["mail"]]},
           {"id": "attach", "method": "POST", "path": "/a", "scopes": [["mail", "files.read"], ["mail", "files"]]},
           {"id": "free", "method": "GET", "path": "/", "scopes": []},
           {"id": "slim", "method": "GET", "path": "/s", "scopes": [["wide"], ["slim"]], "least": ["slim"]}]}
        """

    private func catalogue() throws -> Catalogue {
        let (catalogue, report) = parseCatalogue(Array(Self.platform.utf8))
        #expect(report.isEmpty)
        return try #require(catalogue)
    }

    static let narrower: [(String, [String])] = [
        ("all", ["mail.read", "files", "mail"]), ("mail", ["mail.read"]), ("mail.read", []), ("files", ["files.read"]),
        ("key", ["half"]), ("half", []), ("wide", ["slim"]), ("nowhere", []),
    ]

    @Test(arguments: narrower)
    func `narrower scopes are those that can be granted in its stead, the narrowest first`(
        scope: String,
        expected: [String]
    ) throws {
        #expect(try catalogue().scopes(narrowerThan: scope) == expected)
    }

    private static let offered = ["mail.read", "files.read", "slim", "mail", "files", "half", "key", "all"]
    static let least: [([String], Set<String>, [String]?)] = [
        (["free"], [], []), ([], [], []), (["read-mail"], [], ["mail.read"]),
        (["read-mail", "send-mail"], [], ["mail"]),
        (["attach"], ["mail"], ["files.read"]), (["attach"], ["files"], ["mail"]), (["slim"], ["wide"], []),
        (["read-mail", "slim"], [], ["slim", "mail.read"]), (["attach", "slim"], ["files"], ["slim", "mail"]),
    ]

    @Test(arguments: least)
    func `of the least set none can be left out`(ids: [String], held: Set<String>, expected: [String]?) throws {
        let catalogue = try catalogue()
        let needs = OperationNeeds(of: ids.compactMap(catalogue.operation), in: catalogue)
        #expect(needs.leastScopes(among: Self.offered, beside: held).map(Set.init) == expected.map(Set.init))
    }

    @Test func `one scope that opens no more than several is preferred, and what is not on offer is not taken`() throws
    {
        let catalogue = try catalogue()
        let needs = OperationNeeds(of: ["attach"].compactMap(catalogue.operation), in: catalogue)
        #expect(needs.leastScopes(among: ["mail", "files", "all"]) == ["mail", "files"])
        #expect(needs.leastScopes(among: ["files", "all"]) == ["all"])
        #expect(needs.leastScopes(among: ["mail"]) == nil)
        #expect(needs.leastScopes(among: []) == nil)
        let choice = OperationNeeds(of: ["read-mail", "slim"].compactMap(catalogue.operation), in: catalogue)
        #expect(choice.leastScopes(among: ["mail", "slim", "mail.read"]).map(Set.init) == ["mail", "slim"])
    }
}
