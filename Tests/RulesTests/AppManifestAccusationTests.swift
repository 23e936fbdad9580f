import Diagnostics
import Listing
import Testing

@testable import Rules

/// Whom `scope-manifest-mismatch` accuses, and whom it must not.
struct AppManifestAccusationTests {
    private static let catalogue = """
        {"complete": true, "checked": "2026-01-01", "scopes": [
          {"id": "a", "title": "A", "description": "A.", "kind": "scope"},
          {"id": "b", "title": "B", "description": "B.", "kind": "scope", "implies": ["a"]},
          {"id": "openid", "title": "O", "description": "O.", "kind": "scope"},
          {"id": "metadata:read", "title": "M", "description": "M.", "kind": "permission-level"},
          {"id": "contents:read", "title": "C", "description": "C.", "kind": "permission-level"},
          {"id": "key", "title": "K", "description": "K.", "kind": "key-permission"},
          {"id": "tile", "title": "T", "description": "T.", "kind": "bundle", "members": ["a"]},
          {"id": "https://*.example/*", "title": "H", "description": "H.", "kind": "host-pattern"}]}
        """

    private static func slack(_ scopes: String) -> String { #"{"oauth_config": {"scopes": {\#(scopes)}}}"# }
    private static func hubSpot(_ lists: String) -> String { #"{"config": {"auth": {\#(lists)}}}"# }

    /// What is asked for, what is listed, and what is said of it.
    static let cases: [(app: String, listed: String, said: [String])] = [
        (slack(#""bot": ["a"]"#), #"{"id": "a"}, {"id": "key"}, {"id": "tile"}"#, []),
        (slack(#""bot": ["tile"]"#), "", ["error: the Slack app manifest asks for scope 'tile' for 'bot'"]),
        (slack(#""bot": ["a"]"#), #"{"id": "a"}, {"id": "https://*.example/*"}"#, []),
        (
            #"{"manifest_version": 3, "permissions": ["a"]}"#, #"{"id": "a"}, {"id": "https://*.example/*"}"#,
            ["error: scope 'https://*.example/*' is not asked for by the Chrome extension manifest"]
        ),
        (
            #"{"default_permissions": {"contents": "read"}}"#, #"{"id": "contents:read"}, {"id": "metadata:read"}"#, []
        ),
        (
            #"{"default_permissions": {"contents": "write"}}"#, #"{"id": "contents:read"}"#,
            [
                "error: scope 'contents:read' is not asked for by the GitHub App manifest",
                "error: the GitHub App manifest asks for scope 'contents:write'",
            ]
        ),
        // Each counts as what it is, whatever it implies.
        (
            slack(#""bot": ["b"]"#), #"{"id": "a"}"#,
            [
                "error: scope 'a' is not asked for by the Slack app manifest",
                "error: the Slack app manifest asks for scope 'b' for 'bot'",
            ]
        ),
        (slack(#""bot": ["a"], "user": ["a"]"#), #"{"id": "a"}"#, []),
        (
            slack(#""bot": ["a"], "user": ["a"]"#), #"{"id": "a", "actor": "bot"}"#,
            ["error: the Slack app manifest asks for scope 'a' for 'user'"]
        ),
        (
            slack(#""user": ["a"]"#), #"{"id": "a", "actor": "bot"}, {"id": "a", "actor": "user"}"#,
            ["error: scope 'a' is held by 'bot' here"]
        ),
        (
            slack(#""bot_optional": ["a"]"#), #"{"id": "a", "requirement": "conditional"}"#, []
        ),
        (
            hubSpot(#""optionalScopes": ["a"]"#), #"{"id": "a", "requirement": "conditional"}"#,
            ["error: scope 'a' is conditional here and optional in the HubSpot app configuration"]
        ),
        (
            hubSpot(#""requiredScopes": ["oauth", "a"]"#), #"{"id": "a"}"#,
            ["note: the HubSpot app configuration asks for 'oauth'"]
        ),
        ("https://login.example/?scope=a", #"{"id": "a", "requirement": "optional"}"#, []),
        (
            "https://login.example/?scope=a+profile+openid", #"{"id": "a"}"#,
            ["error: the authorize URL asks for scope 'openid'", "note: the authorize URL asks for 'profile'"]
        ),
        ("https://login.example/?client_id=1", #"{"id": "a"}"#, []),
        (#"{"runtimeVersion": "V8", "oauthScopes": ["a"]}"#, #"{"id": "a", "requirement": "optional"}"#, []),
        (
            #"{"permissions": [{"permission": "a"}]}"#, #"{"id": "a", "requirement": "optional"}"#,
            ["error: scope 'a' is optional here and required in the Stripe app manifest"]
        ),
    ]

    @Test(arguments: cases.indices)
    func `only what contradicts is accused`(number: Int) throws {
        let (app, listed, said) = Self.cases[number]
        let found = try diagnostics(app: app, listed: listed).map { "\($0.severity.rawValue): \($0.message)" }.sorted()
        #expect(found.count == said.count, "\(found)")
        for (message, start) in zip(found, said.sorted()) { #expect(message.hasPrefix(start), "\(message)") }
    }

    private func diagnostics(app: String, listed: String) throws -> [Diagnostic] {
        var report = DiagnosticReport()
        let platform = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(Self.catalogue.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(platform, reporting: &report))
        #expect(report.isEmpty)
        let address = app.hasPrefix("https:")
        let manifest = #"{"appManifest": "\#(address ? app : "app.json")", "scopes": [\#(listed)]}"#
        let files = [("integration.json", manifest)] + (address ? [] : [("app.json", app)])
        let tree = SourceTree(
            path: "a",
            contentPath: "integrations/a",
            texts: files.map { SourceFile(path: "a/\($0)", name: $0, bytes: Array($1.utf8)) }
        )
        let listing = ListingParser(catalogue: catalogue).parseExcerpt(tree)
        _ = RuleRunner(rules: [ScopeManifestMismatch()]).check(listing, reporting: &report)
        for diagnostic in report.diagnostics where diagnostic.severity == .error {
            #expect(diagnostic.notes.first?.range?.path == (address ? "a/integration.json" : "a/app.json"))
        }
        return report.diagnostics
    }
}
