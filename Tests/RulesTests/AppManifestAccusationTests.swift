import Diagnostics
import Foundation
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

    private static func chrome(_ lists: String) -> String { #"{"manifest_version": 3, \#(lists)}"# }

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
        // What every app is given is nobody's fault, in neither direction, and by an address neither.
        (hubSpot(#""requiredScopes": ["oauth", "a"]"#), #"{"id": "a"}"#, []),
        // Without any of its lists nothing is said, which is not that nothing is asked for.
        (hubSpot(#""redirectUrls": []"#), #"{"id": "a"}"#, []),
        (#"{"default_permissions": {"contents": "read", "metadata": "read"}}"#, #"{"id": "contents:read"}"#, []),
        (
            "https://app.hubspot.com/oauth/authorize?scope=a%20tickets.oauth", #"{"id": "a"}, {"id": "oauth"}"#,
            ["error: the authorize URL asks for scope 'tickets.oauth'"]
        ),
        (
            "https://app-eu1.hubspot.com/oauth/authorize?scope=a%20oauth", #"{"id": "a"}"#, []
        ),
        // HubSpot wants in one list what is always asked for and what is asked for under a condition.
        (
            "https://app.hubspot.com/oauth/authorize?scope=a%20b&optional_scope=openid",
            #"{"id": "a"}, {"id": "b", "requirement": "conditional"}, {"id": "openid", "requirement": "optional"}"#, []
        ),
        (
            "https://app.hubspot.com/oauth/authorize?scope=a%20b&optional_scope=openid",
            #"{"id": "a"}, {"id": "b", "requirement": "optional"}, {"id": "openid", "requirement": "required"}"#,
            [
                "error: scope 'b' is optional here and required in the authorize URL",
                "error: scope 'openid' is required here and optional in the authorize URL",
            ]
        ),
        (
            "https://hubspot.com.example/authorize?scope=a%20oauth", #"{"id": "a"}"#,
            ["error: the authorize URL asks for scope 'oauth'"]
        ),
        // Who signs in, by either of Google's names.
        (
            #"{"manifest_version": 3, "oauth2": {"scopes": ["a", "email", "profile"]}}"#, #"{"id": "a"}"#,
            [
                "note: the Chrome extension manifest asks for 'email'",
                "note: the Chrome extension manifest asks for 'profile'",
            ]
        ),
        (
            "https://accounts.google.com/o/oauth2/v2/auth?scope=a+https://www.googleapis.com/auth/userinfo.email",
            #"{"id": "a"}"#, ["note: the authorize URL asks for 'https://www.googleapis.com/auth/userinfo.email'"]
        ),
        (
            "https://accounts.google.com/o/oauth2/v2/auth?scope=a+email",
            #"{"id": "a"}, {"id": "https://www.googleapis.com/auth/userinfo.email"}"#, []
        ),
        // Microsoft's names with and without the resource.
        (
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?scope=https://graph.microsoft.com/Mail.Read",
            #"{"id": "Mail.Read"}"#, []
        ),
        (
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?scope=https://graph.microsoft.com/.default",
            #"{"id": "Mail.Read"}"#, []
        ),
        // Microsoft compares without regard to capitals, and others do not.
        (
            "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?scope=user.read%20offline_access",
            #"{"id": "User.Read"}"#, ["note: the authorize URL asks for 'offline_access'"]
        ),
        (
            "https://login.chinacloudapi.cn/common/oauth2/v2.0/authorize?scope=https://GRAPH.microsoft.com/mail.read",
            #"{"id": "Mail.Read"}"#, []
        ),
        (
            "https://login.microsoftonline.us/common/oauth2/v2.0/authorize?scope=https://graph.microsoft.us/mail.send",
            #"{"id": "https://graph.microsoft.com/Mail.Send"}"#, []
        ),
        (
            "https://login.example/authorize?scope=mail.read", #"{"id": "Mail.Read"}"#,
            [
                "error: scope 'Mail.Read' is not asked for by the authorize URL",
                "error: the authorize URL asks for scope 'mail.read'",
            ]
        ),
        // Chrome tells the customer of hosts, and not of paths.
        (
            chrome(
                #""content_scripts": [{"matches": ["https://g.example/*/issues/*", "https://g.example/*/pull/*"]}]"#
            ),
            #"{"id": "https://g.example/*"}"#, []
        ),
        (
            chrome(
                #""content_scripts": [{"matches": ["https://g.example/*/issues/*", "https://g.example/*/pull/*"]}]"#
            ),
            #"{"id": "https://g.example/*/issues/*"}, {"id": "https://g.example/*/pull/*"}"#, []
        ),
        (
            chrome(#""content_scripts": [{"matches": ["https://g.example/*/issues/*", "https://*.g.example/a"]}]"#), "",
            ["error: the Chrome extension manifest asks for scope 'https://*.g.example/a'"]
        ),
        (
            chrome(#""host_permissions": ["https://*.g.example/"]"#), #"{"id": "https://*.g.example/*"}"#, []
        ),
        // `*` is `http` and `https`, on either side.
        (
            chrome(#""host_permissions": ["http://*.g.example/*", "https://*.g.example/*"]"#),
            #"{"id": "*://*.g.example/*"}"#, []
        ),
        (
            chrome(#""content_scripts": [{"matches": ["http://*.g.example/*", "https://*.g.example/*"]}]"#),
            #"{"id": "*://*.g.example/*"}"#, []
        ),
        (
            chrome(#""host_permissions": ["*://*.g.example/*"]"#),
            #"{"id": "http://*.g.example/*"}, {"id": "https://*.g.example/*"}"#, []
        ),
        (
            chrome(#""content_scripts": [{"matches": ["*://*.g.example/*"]}]"#),
            #"{"id": "http://*.g.example/*"}, {"id": "https://*.g.example/*"}"#, []
        ),
        (
            chrome(#""host_permissions": ["*://*.g.example/*"]"#), #"{"id": "https://*.g.example/*"}"#,
            ["error: the Chrome extension manifest asks for scope '*://*.g.example/*'"]
        ),
        (
            chrome(#""host_permissions": ["https://*.g.example/*"]"#), #"{"id": "*://*.g.example/*"}"#,
            ["error: scope '*://*.g.example/*' is not asked for by the Chrome extension manifest"]
        ),
        (
            chrome(#""content_scripts": [{"matches": ["https://a.g.example/x"]}]"#),
            #"{"id": "https://*.g.example/*"}"#,
            ["error: scope 'https://*.g.example/*' is not asked for by the Chrome extension manifest"]
        ),
        (
            chrome(
                #""optional_host_permissions": ["*://*/*"], "content_scripts": [{"matches": ["https://a.example/x"]}]"#
            ),
            #"{"id": "*://*/*", "requirement": "optional"}"#,
            ["error: the Chrome extension manifest asks for scope 'https://a.example/x'"]
        ),
        (
            chrome(#""content_scripts": [{"matches": ["https://a.example/x"]}]"#),
            #"{"id": "https://a.example/*", "requirement": "optional"}"#,
            ["error: scope 'https://a.example/*' is optional here and required in the Chrome extension manifest"]
        ),
        // At Slack it is the path that tells whose token it is.
        ("https://slack.com/openid/connect/authorize?scope=a", #"{"id": "a", "actor": "user"}"#, []),
        ("https://slack.com/oauth/authorize?scope=a", #"{"id": "a", "actor": "user"}"#, []),
        (
            "https://acme.slack.com/oauth/v2/authorize?scope=a", #"{"id": "a", "actor": "user"}"#,
            ["error: scope 'a' is held by 'user' here"]
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

    @Test func `capitals are of no account to the platform alone to which they are of none`() throws {
        let microsoft = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?scope=user.read"
        let slack = "https://slack.com/oauth/v2/authorize?scope=users:read"
        let found = try diagnostics(
            app: "\(microsoft)\", \"\(slack)",
            listed: #"{"id": "User.Read"}, {"id": "Users:Read"}"#
        )
        #expect(
            found.map { String($0.message.prefix(38)) }.sorted() == [
                "scope 'Users:Read' is not asked for by", "the authorize URL asks for scope 'user",
            ]
        )
        let agreeing = try diagnostics(
            app: "\(microsoft)\", \"\(slack)",
            listed: #"{"id": "User.Read"}, {"id": "users:read"}"#
        )
        #expect(agreeing.isEmpty)
    }

    @Test func `what every app is given is not accused where the catalogue knows it`() throws {
        let catalogue = Self.catalogue.replacingOccurrences(of: "\"id\": \"openid\"", with: "\"id\": \"oauth\"")
        for app in [
            Self.hubSpot(#""requiredScopes": ["oauth", "a"]"#),
            "https://app.hubspot.com/oauth/authorize?scope=a%20oauth",
        ] {
            #expect(try diagnostics(app: app, listed: #"{"id": "a"}"#, catalogue).isEmpty)
            #expect(try diagnostics(app: app, listed: #"{"id": "a"}, {"id": "oauth"}"#, catalogue).isEmpty)
        }
    }

    @Test func `of many that differ the first are told, and how many more there are`() throws {
        let asked = (0..<5_000).map { "\"asked\($0):read\"" }.joined(separator: ", ")
        let listed = (0..<1_000).map { #"{"id": "listed\#($0):read"}"# }.joined(separator: ", ")
        let found = try diagnostics(app: Self.slack("\"bot\": [\(asked)]"), listed: listed)
        #expect(found.count == 42)
        #expect(found.map(\.message).contains("980 more scopes of the listing that no app manifest asks for"))
        #expect(
            found.map(\.message)
                .contains("4980 more scopes that the app manifest asks for and the listing does not have")
        )
    }

    private func diagnostics(
        app: String,
        listed: String,
        _ catalogue: String = Self.catalogue
    ) throws -> [Diagnostic] {
        var report = DiagnosticReport()
        let platform = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(catalogue.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(platform, reporting: &report))
        #expect(report.isEmpty)
        let address = app.hasPrefix("https:")
        let manifest = #"{"appManifest": ["\#(address ? app : "app.json")"], "scopes": [\#(listed)]}"#
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
