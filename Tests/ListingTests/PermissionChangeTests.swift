import Listing
import LocatedJSON
import Testing

/// What became of the scopes of a record from its first release to its last, in words that are short to compare.
private func steps(
    from before: [String],
    to after: [String],
    _ scopes: String = catalogueScopes
) throws -> [String] {
    let listing = try listing([before, after], scopes)
    let releases = try #require(listing.record?.releases)
    let change = PermissionChange(from: releases[0].scopes, to: releases[1].scopes, in: listing.catalogue)
    return change.steps.map { step in
        let replaced = step.replaced.isEmpty ? "" : " for \(step.replaced.map(\.reference).joined(separator: "+"))"
        return "\(step.kind.rawValue) \(step.scope.reference)\(replaced): \(step.consent.rawValue)"
    }
}

private func listing(_ releases: [[String]], _ scopes: String) throws -> ParsedListing {
    let platform = #"{"complete": true, "checked": "2026-01-01", "scopes": [\#(scopes)]}"#
    let catalogue = try #require(parseCatalogue(Array(platform.utf8)).catalogue)
    let versions = releases.enumerated().map { number, scopes in
        #"{"version": "\#(number).0", "date": "2026-01-01", "scopes": [\#(scopes.map(entry).joined(separator: ","))]}"#
    }
    let tree = SourceTree(
        path: "Content/integrations/acme",
        contentPath: "integrations/acme",
        texts: [
            SourceFile(
                path: "permissions.json",
                name: "permissions.json",
                bytes: Array(#"{"releases": [\#(versions.joined(separator: ","))]}"#.utf8)
            )
        ]
    )
    return ListingParser(catalogue: catalogue).parseExcerpt(tree)
}

/// `users:read@bot?`: a question mark makes it optional; `users:read@bot!`: an exclamation mark, conditional.
private func entry(_ scope: String) -> String {
    let parts = scope.filter { !"?!".contains($0) }.split(separator: "@")
    let actor = parts.count > 1 ? #""actor": "\#(parts[1])","# : ""
    let requirement = scope.hasSuffix("?") ? "optional" : scope.hasSuffix("!") ? "conditional" : "required"
    return #"{"id": "\#(parts[0])", \#(actor) "requirement": "\#(requirement)", "features": []}"#
}

private func scope(_ id: String, _ more: String) -> String {
    #"{"id": "\#(id)", "title": "T", "description": "D.", \#(more)}"#
}

private let catalogueScopes = [
    scope("users:read", #""kind": "scope", "resource": "users", "actions": ["read"]"#),
    scope("users:write", #""kind": "scope", "resource": "users", "actions": ["write"]"#),
    scope("users:manage", #""kind": "scope", "resource": "users", "actions": ["read", "write"]"#),
    scope("users:own", #""kind": "scope", "resource": "users", "actions": ["manage"]"#),
    scope("users:delete", #""kind": "scope", "resource": "users", "actions": ["delete"]"#),
    scope("all", #""kind": "scope", "implies": ["users:manage", "events:send"]"#),
    scope("events:send", #""kind": "scope", "resource": "events", "actions": ["write"]"#),
    scope("key:small", #""kind": "bundle", "members": ["part:a"]"#),
    scope("key:large", #""kind": "bundle", "members": ["part:a", "part:b"]"#),
    scope("part:a", #""kind": "key-permission""#), scope("part:b", #""kind": "key-permission""#),
    scope("old:read", #""kind": "scope", "deprecated": true"#),
    scope("old:all", #""kind": "scope", "implies": ["old:read"]"#),
    scope("round:a", #""kind": "scope", "implies": ["round:b"]"#),
    scope("round:b", #""kind": "scope", "implies": ["round:a"]"#),
]
.joined(separator: ",")

struct PermissionChangeTests {
    @Test(arguments: [
        (["users:read"], ["users:manage"], ["widened users:manage for users:read: everybody"]),
        (
            ["users:read", "users:write"], ["users:manage"],
            ["added users:manage: nobody", "removed users:read: nobody", "removed users:write: nobody"]
        ),
        (
            ["users:read", "users:write?"], ["users:manage"],
            ["widened users:manage for users:read+users:write: everybody"]
        ),
        (
            ["users:read", "users:write@bot"], ["users:read", "users:manage@user"],
            ["added users:manage@user: everybody", "removed users:write@bot: nobody"]
        ),
        (["users:read"], ["users:own"], ["widened users:own for users:read: everybody"]),
        (["users:own"], ["users:write"], ["narrowed users:write for users:own: nobody"]),
        (["users:own"], ["users:delete"], ["added users:delete: everybody", "removed users:own: nobody"]),
        (["users:manage"], ["users:own"], ["widened users:own for users:manage: everybody"]),
        (["users:manage"], ["users:read"], ["narrowed users:read for users:manage: nobody"]),
        (
            ["users:manage"], ["users:read", "users:write"],
            ["narrowed users:read for users:manage: nobody", "narrowed users:write for users:manage: nobody"]
        ),
        (["users:manage"], ["all"], ["widened all for users:manage: everybody"]),
        (["key:small"], ["key:large"], ["widened key:large for key:small: everybody"]),
        (["key:large"], ["part:b"], ["narrowed part:b for key:large: nobody"]),
        (["old:read"], ["old:all"], ["widened old:all for old:read: everybody"]),
        (["users:read"], ["users:manage?"], ["widened users:manage for users:read: choosing"]),
        // Who declined the wider scope has consented to nothing.
        (["users:manage?"], ["users:read"], ["narrowed users:read for users:manage: everybody"]),
        (["users:read"], ["users:read", "users:manage"], ["added users:manage: everybody"]),
        (["users:read", "users:manage"], ["users:manage"], ["removed users:read: nobody"]),
        (["users:read"], ["users:write"], ["added users:write: everybody", "removed users:read: nobody"]),
        (["round:a"], ["round:b"], ["added round:b: nobody", "removed round:a: nobody"]),
        // Whoever holds what grants it is asked for nothing.
        (["all"], ["all", "users:manage"], ["added users:manage: nobody"]),
        (["all"], ["all", "users:manage?"], ["added users:manage: nobody"]),
        (["all?"], ["all?", "users:manage"], ["added users:manage: everybody"]),
        (["all?"], ["all?", "users:manage?"], ["added users:manage: nobody"]),
        (["all@bot"], ["all@bot", "users:manage@user"], ["added users:manage@user: everybody"]),
        (["all", "users:read"], ["all", "users:manage"], ["widened users:manage for users:read: nobody"]),
        (["all", "users:manage?"], ["all", "users:manage"], ["altered users:manage: nobody"]),
        (["key:large"], ["key:large", "part:a"], ["added part:a: nobody"]),
        (["users:manage"], ["users:manage", "users:read"], ["added users:read: nobody"]),
        // Rights that only shrank are not widened, whatever else was given up.
        (
            ["all", "users:read"], ["users:manage"],
            ["narrowed users:manage for all: nobody", "removed users:read: nobody"]
        ),
        (
            ["all?", "users:read"], ["users:manage"],
            ["widened users:manage for users:read: everybody", "removed all: nobody"]
        ),
        // A key is what it opens: one that opens no more than was open to everybody asks for nothing.
        (
            ["part:a", "part:b"], ["key:large"],
            ["added key:large: nobody", "removed part:a: nobody", "removed part:b: nobody"]
        ),
        (["part:a", "part:b?"], ["key:large"], ["widened key:large for part:a+part:b: everybody"]),
        (["part:a?", "part:b?"], ["key:large?"], ["widened key:large for part:a+part:b: choosing"]),
        (
            ["part:a@bot", "part:b@user"], ["key:large@bot"],
            ["widened key:large@bot for part:a@bot: everybody", "removed part:b@user: nobody"]
        ),
        // One that was nobody's by name stands for one holder, of what it allows as well.
        (
            ["users:manage"], ["users:read@bot", "users:read@user"],
            ["added users:read@user: everybody", "narrowed users:read@bot for users:manage: nobody"]
        ),
        (
            ["all"], ["all@bot", "users:manage@user", "events:send@bot"],
            ["added users:manage@user: everybody", "added events:send@bot: nobody"]
        ),
        // Of a scope that is named twice, the firmest request counts.
        (["users:read", "users:read?"], ["users:read"], []),
        (["users:read?"], ["users:read?", "users:read"], ["altered users:read: everybody"]),
        // A record does not keep conditions, so that nothing is told of them.
        (["users:read!"], ["users:read!"], []),
        (["users:manage!"], ["users:read!"], ["narrowed users:read for users:manage: nobody"]),
        // Who only says now whose it is asks for the same.
        (["users:read"], ["users:read@bot"], []),
        (["users:read@bot"], ["users:read"], []),
        (["users:read?"], ["users:read@bot"], ["altered users:read@bot: everybody"]),
        (["users:read"], ["users:read@bot", "users:read@user"], ["added users:read@user: everybody"]),
        (["users:read@bot", "users:read"], ["users:read@user", "users:read@bot"], []),
        (
            ["users:read@bot"], ["users:read@user"],
            ["added users:read@user: everybody", "removed users:read@bot: nobody"]
        ),
        (["users:read"], ["users:manage@bot"], ["widened users:manage@bot for users:read: everybody"]),
        (
            ["users:read@bot"], ["users:manage@user"],
            ["added users:manage@user: everybody", "removed users:read@bot: nobody"]
        ),
        (["users:read@bot"], ["users:manage@bot"], ["widened users:manage@bot for users:read@bot: everybody"]),
        (["gone"], ["unheard"], ["added unheard: everybody", "removed gone: nobody"]),
        (["users:read?"], ["users:read"], ["altered users:read: everybody"]),
        (["users:read"], ["users:read"], []),
    ])
    func `what is asked for in the place of something else is wider or narrower where the catalogue says so`(
        before: [String],
        after: [String],
        expected: [String]
    ) throws {
        #expect(try steps(from: before, to: after) == expected)
    }

    @Test func `rules still see all that is new and all that is gone`() throws {
        let listing = try listing([["users:read"], ["users:manage"]], catalogueScopes)
        let releases = try #require(listing.record?.releases)
        let change = PermissionChange(from: releases[0].scopes, to: releases[1].scopes, in: listing.catalogue)
        #expect(change.added.map(\.id) == ["users:manage"])
        #expect(change.removed.map(\.id) == ["users:read"])
        #expect(change.addedAlone.isEmpty && change.removedAlone.isEmpty)
        #expect(!change.isEmpty)
    }

    @Test func `thousands of scopes are compared without being paired`() throws {
        let ids = (0..<3000).map { "s\($0)" }
        let scopes = ids.map { scope($0, #""kind": "scope", "resource": "r", "actions": ["read"]"#) }
            .joined(separator: ",")
        let found = try steps(from: Array(ids[..<1500]), to: Array(ids[1500...]), scopes)
        #expect(found.count == 3000)
    }
}
