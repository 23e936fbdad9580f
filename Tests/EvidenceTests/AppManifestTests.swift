import Diagnostics
import Evidence
import Foundation
import LocatedJSON
import TestSupport
import Testing

struct AppManifestTests {
    /// `id@actor requirement`, as far as the manifest tells.
    private func words(_ manifest: AppManifest) -> [String] {
        manifest.requests.map { request in
            request.id.value + (request.actor.map { "@\($0)" } ?? "")
                + (request.requirement.map { " \($0.rawValue)" } ?? "")
        }
    }

    private func read(_ text: String, _ path: String = "app") -> (AppManifest?, [Diagnostic]) {
        read(Array(text.utf8), path)
    }

    private func read(_ bytes: [UInt8], _ path: String = "app") -> (AppManifest?, [Diagnostic]) {
        var report = DiagnosticReport()
        let manifest = AppManifest(bytes, path: path, reporting: &report)
        return (manifest, report.diagnostics)
    }

    /// Each kind in the form that its platform documents, and what is asked for in it.
    static let samples: [(kind: AppManifest.Kind, text: String, words: [String])] = [
        (
            .slack,
            """
            {"_metadata": {"major_version": 2}, "display_information": {"name": "Acme"},
             "oauth_config": {"redirect_urls": ["https://acme.example/"],
               "scopes": {"bot": ["chat:write", "users:read"], "bot_optional": ["users:read", "files:read"],
                          "user": ["chat:write"], "user_optional": ["search:read"]}}}
            """,
            [
                "chat:write@bot required", "users:read@bot optional", "files:read@bot optional",
                "chat:write@user required", "search:read@user optional",
            ]
        ),
        (
            .hubSpot,
            """
            {"uid": "acme", "type": "app", "config": {"name": "Acme", "auth": {"type": "oauth",
              "redirectUrls": ["https://acme.example/"],
              "requiredScopes": ["oauth", "crm.objects.contacts.read"],
              "conditionallyRequiredScopes": ["crm.lists.read"], "optionalScopes": ["tickets"]}}}
            """,
            ["oauth required", "crm.objects.contacts.read required", "crm.lists.read conditional", "tickets optional"]
        ),
        (
            .hubSpot,
            #"{"name": "Acme", "auth": {"redirectUrls": [], "requiredScopes": ["oauth"], "optionalScopes": ["tickets"]}}"#,
            ["oauth required", "tickets optional"]
        ),
        (.hubSpot, #"{"name": "Acme", "uid": "acme", "scopes": ["tickets"], "public": false}"#, ["tickets required"]),
        (
            .stripe,
            """
            {"id": "com.acme.app", "permissions": [
              {"permission": "invoice_write", "purpose": "Adds shipping to invoices."}, {"permission": "product_read"}]}
            """,
            ["invoice_write required", "product_read required"]
        ),
        (.stripe, #"{"id": "com.acme.app", "permissions": [], "ui_extension": {"views": []}}"#, []),
        (
            .chrome,
            """
            {"manifest_version": 3, "name": "Acme", "permissions": ["storage", "tabs"],
             "optional_permissions": ["history", "tabs"],
             "host_permissions": ["https://*.acme.example/*"], "optional_host_permissions": ["<all_urls>"],
             "content_scripts": [
               {"matches": ["https://shop.acme.example/cart/*", "https://other.example/*"], "js": ["a.js"]}],
             "oauth2": {"client_id": "1", "scopes": ["https://www.googleapis.com/auth/userinfo.email"]}}
            """,
            [
                "storage required", "tabs required", "https://*.acme.example/* required", "history optional",
                "<all_urls> optional", "https://www.googleapis.com/auth/userinfo.email required",
                "https://other.example/* required",
            ]
        ),
        (
            .appsScript,
            """
            {"timeZone": "Etc/UTC", "exceptionLogging": "STACKDRIVER",
             "oauthScopes": ["https://www.googleapis.com/auth/spreadsheets"]}
            """,
            ["https://www.googleapis.com/auth/spreadsheets"]
        ),
        (
            .gitHub,
            """
            {"name": "Acme", "url": "https://acme.example", "hook_attributes": {"url": "https://acme.example/hook"},
             "default_permissions": {"contents": "write", "metadata": "read", "issues": "none"}}
            """,
            ["contents:write required", "metadata:read required"]
        ),
        (
            .shopify,
            """
            # The app
            client_id = "1"
            name = 'Acme # not a comment'

            [access_scopes] # scopes
            scopes = "read_products, write_orders" # what is needed
            optional_scopes = [
              "read_customers", # later
              'read_themes',
            ]
            use_legacy_install_flow = false

            [[webhooks.subscriptions]]
            scopes = "not_ours"

            """,
            ["read_products required", "write_orders required", "read_customers optional", "read_themes optional"]
        ),
        (
            .shopify,
            "client_id = \"1\"\naccess_scopes.scopes = \"\"\"\nread_products,\n  write_products\"\"\"\n",
            ["read_products required", "write_products required"]
        ),
        (
            .shopify, "access_scopes = { scopes = \"read_\\u0070roducts\", n = [1, 2.5e3, 1979-05-27] }",
            ["read_products required"]
        ),
        (
            .shopify, "# The app\n\nscopes = \"read_products, write_orders\"\n",
            [
                "read_products required", "write_orders required",
            ]
        ),
        (.shopify, "scopes = \"read_products\"\nclient_id = \"1\"\n", ["read_products required"]),
        (
            .shopify, "scopes = \"old\"\n[access_scopes]\nscopes = \"read_products\"\n", ["read_products required"]
        ),
        (.slack, #"{"display_information": {"name": "Acme"}}"#, []),
        (
            .authorizeURL,
            "https://{shop}.myshopify.com/admin/oauth/authorize?client_id=<CLIENT_ID>&scope=read_products,write_orders"
                + "&redirect_uri={{redirect_uri}}&state=${nonce}",
            ["read_products", "write_orders"]
        ),
        (
            .authorizeURL,
            "https://acme.example/oauth?client_id=1&scope=a:read+b%20c%2Cd,e%3Awrite&state=x#scope=z\n",
            ["a:read", "b", "c", "d", "e:write"]
        ),
        (
            .authorizeURL,
            "https://slack.com/oauth/v2/authorize?scope=chat:write,users:read&user_scope=search:read",
            ["chat:write@bot", "users:read@bot", "search:read@user"]
        ),
        (
            .authorizeURL,
            "https://slack.com/openid/connect/authorize?scope=openid,email&client_id=1", ["openid@user", "email@user"]
        ),
        (.authorizeURL, "https://slack.com/oauth/authorize?scope=users:read", ["users:read@user"]),
        (.authorizeURL, "# prod\n\n# and beta\nhttps://acme.example/?scope=a:read\n", ["a:read"]),
        (
            .authorizeURL,
            "https://app.hubspot.com/oauth/authorize?scope=oauth%20tickets&optional_scope=crm.lists.read",
            ["oauth required", "tickets required", "crm.lists.read optional"]
        ),
    ]

    @Test(arguments: samples.indices)
    func `each kind is told by its content, and gives its scopes`(number: Int) throws {
        let sample = Self.samples[number]
        let (manifest, diagnostics) = read(sample.text)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        let found = try #require(manifest)
        #expect(found.kind == sample.kind)
        #expect(words(found) == sample.words)
        #expect(found.silence == nil)
    }

    @Test(arguments: samples.indices)
    func `a byte-order mark and other line ends change nothing`(number: Int) throws {
        let sample = Self.samples[number]
        let bytes = [0xEF, 0xBB, 0xBF] + Array(sample.text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
        let (manifest, diagnostics) = read(bytes)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        #expect(manifest.map(words) == sample.words)
    }

    @Test(arguments: samples.indices)
    func `each scope is located where it is written`(number: Int) throws {
        let sample = Self.samples[number]
        let bytes = Array(sample.text.utf8)
        for request in try #require(read(bytes).0).requests {
            let range = request.id.range.bytes
            let written = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
            let name = request.id.value.split(separator: ":").last.map(String.init) ?? ""
            #expect(written.contains(name) || written.contains("%") || written.contains("\\"), "\(written)")
            #expect(range.count <= request.id.value.utf8.count + 12, "\(written)")
        }
    }

    @Test func `what a permission is for is read`() throws {
        let manifest = try #require(read(Self.samples[4].text).0)
        #expect(manifest.requests.map(\.purpose?.value) == ["Adds shipping to invoices.", nil])
    }

    @Test func `an address within a manifest is located in it`() throws {
        let text = #"{"appManifest": "https://acme.example/?scope=users:read+x"}"#
        let address = "https://acme.example/?scope=users:read+x"
        let start = 16
        var report = DiagnosticReport()
        let range = SourceRange(path: "integration.json", bytes: ByteRange(start, start + address.utf8.count + 2))
        let manifest = try #require(AppManifest(address: Located(address, at: range), reporting: &report))
        let places = manifest.requests.map { request in
            String(decoding: Array(text.utf8)[request.id.range.bytes.start..<request.id.range.bytes.end], as: UTF8.self)
        }
        #expect(places == ["users:read", "x"])

        // Written with escapes, the address as a whole is the place.
        let longer = SourceRange(path: "integration.json", bytes: ByteRange(start, start + address.utf8.count + 5))
        let escaped = try #require(AppManifest(address: Located(address, at: longer), reporting: &report))
        #expect(escaped.requests.map(\.id.range) == [longer, longer])
        #expect(report.isEmpty)
    }

    @Test(arguments: [
        #"{"timeZone": "Etc/UTC"}"#,
        #"{"uid": "x", "type": "app", "config": {"auth": {"type": "oauth", "redirectUrls": []}}}"#,
        #"{"uid": "x", "name": "X", "auth": {"scopes": ["crm.objects.contacts.read"]}}"#,
        "client_id = \"1\"\n",
        "client_id = \"1\"\n[access_scopes]\nscopes = \"a\"\nuse_legacy_install_flow = true\n",
        "https://acme.example/authorize?client_id=1",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?scope=https://graph.microsoft.com/.default+openid",
    ])
    func `a manifest that does not tell its scopes says so`(text: String) throws {
        let (manifest, diagnostics) = read(text)
        #expect(try #require(manifest).silence != nil)
        #expect(manifest?.requests.isEmpty == true)
        #expect(diagnostics.map(\.id) == ["app-manifest-scopes-unsaid"])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test(arguments: [
        ("https://acme.example/?client_secret=c4n4ry&scope=a", "'client_secret'"),
        ("https://acme.example/?scope=a&api%5Fkey=c4n4ry#access_token=c4n4ry", "'access_token', 'api_key'"),
    ])
    func `a secret in an address is told by its name alone`(text: String, name: String) throws {
        let (manifest, diagnostics) = read(text)
        #expect(manifest.map(words) == ["a"])
        #expect(diagnostics.map(\.id) == ["app-manifest-secret"])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.message == "the authorize URL holds a secret: \(name)")
        var report = DiagnosticReport()
        _ = AppManifest(Array(text.utf8), path: "app", reporting: &report)
        #expect(!TextRenderer().render(report) { _ in Array(text.utf8) }.contains("c4n4ry"))
    }

    @Test func `an address with a password is refused without quoting it`() {
        let text = "https://acme:c4n4ry@acme.example/?scope=a"
        #expect(read(text).1.map(\.id) == ["app-manifest-malformed"])
        var report = DiagnosticReport()
        _ = AppManifest(Array(text.utf8), path: "app", reporting: &report)
        #expect(!TextRenderer().render(report) { _ in Array(text.utf8) }.contains("c4n4ry"))
    }

    @Test func `a secret that is left blank or written over is none`() {
        for value in ["", "***", "REDACTED", "{secret}", "${SECRET}", "<SECRET>"] {
            #expect(read("https://acme.example/?scope=a&client_secret=\(value)").1.isEmpty)
        }
    }

    @Test func `an empty list is an answer`() throws {
        for text in [
            #"{"oauthScopes": []}"#, #"{"config": {"auth": {"optionalScopes": []}}}"#,
            "[access_scopes]\nscopes = \"\"\n", "https://acme.example/?scope=",
        ] {
            let (manifest, diagnostics) = read(text)
            #expect(try #require(manifest).silence == nil)
            #expect(diagnostics.isEmpty)
        }
    }
}

/// Files that are no app manifests, or bad ones: each is a diagnostic and none is half read.
struct BadAppManifestTests {
    private func diagnostics(_ bytes: [UInt8]) -> [Diagnostic] {
        var report = DiagnosticReport()
        let manifest = AppManifest(bytes, path: "app", reporting: &report)
        #expect((manifest == nil) == report.hasErrors)
        for range in report.diagnostics.compactMap(\.range) { #expect(range.bytes.end <= bytes.count) }
        return report.diagnostics
    }

    private func ids(_ text: String) -> [String] { diagnostics(Array(text.utf8)).map(\.id) }

    @Test(arguments: ["", "  \n", "[]", "[1]", "\"x\"", "12", "{}", #"{"name": "x"}"#, "text", "a = 1\n", "# only\n"])
    func `anything else is unknown`(text: String) {
        #expect(ids(text) == ["app-manifest-unknown"])
    }

    @Test func `what Candor reads is named`() throws {
        let found = diagnostics(Array("{}".utf8))
        let note = try #require(found.first?.notes.first?.message)
        for name in [
            "Slack", "HubSpot", "Stripe", "Chrome", "Apps Script", "GitHub", "shopify.app.toml", "authorize URL",
        ] {
            #expect(note.contains(name))
        }
        #expect(diagnostics(Array("display_information:\n  name: Acme\n".utf8)).first?.message.contains("YAML") == true)
    }

    @Test(arguments: [
        #"{"oauth_config": []}"#, #"{"oauth_config": {"scopes": 1}}"#, #"{"oauth_config": {"scopes": {"bot": "a"}}}"#,
        #"{"oauth_config": {"scopes": {"bot": [1]}}}"#, #"{"oauth_config": {"scopes": {"user": [" "]}}}"#,
        #"{"config": {"auth": []}}"#, #"{"config": {"auth": {"requiredScopes": {}}}}"#,
        #"{"permissions": [{"purpose": "x"}]}"#, #"{"stripe_api_access_type": "oauth", "permissions": {}}"#,
        #"{"manifest_version": 3, "permissions": [{"x": 1}]}"#, #"{"manifest_version": 3, "content_scripts": {}}"#,
        #"{"manifest_version": 3, "content_scripts": [1]}"#, #"{"oauthScopes": "a"}"#,
        #"{"default_permissions": []}"#, #"{"default_permissions": {"contents": true}}"#,
        #"{"default_permissions": {"contents": "delete"}}"#,
        "[access_scopes]\nscopes = [\"a\"]\n", "[access_scopes]\noptional_scopes = \"a\"\n",
        "[access_scopes]\noptional_scopes = [1]\n", "[access_scopes]\nuse_legacy_install_flow = \"no\"\n",
        "https://acme.example/ ?scope=a", "https://acme.example/?scope=%zz", "https://",
        "https://a/?scope=x\nhttps://b/", "https://a/?scope=%ff%fe", "https://a/?scope={scopes}",
        "https://a/?scope=a+<b>",
        "https://a/?scope=%1b%5b2J", #"{"oauth_config": {"scopes": {"bot": ["\u001b]0;PWN\u0007"]}}}"#,
        #"{"oauth_config": {"scopes": {"bot": ["a\u202eb"]}}}"#, "scopes = \"a\\u001b\"\n",
        "scopes = [\"a\"]\nclient_id = \"1\"\n", "client_id = \"1\"\n[[access_scopes]]\nscopes = \"a\"\n",
        "[access_scopes.x]\nscopes = \"a\"\n",
    ])
    func `a value of another type is a fault at its place`(text: String) {
        #expect(ids(text) == ["app-manifest-malformed"])
    }

    @Test(arguments: [
        "[access_scopes\n", "[access_scopes] x\n", "[access_scopes]\nscopes\n", "[access_scopes]\nscopes =\n",
        "[access_scopes]\nscopes = \"a\n", "[access_scopes]\nscopes = \"a\" b\n", "[access_scopes]\nscopes = \"\"\"a",
        "[access_scopes]\nscopes = \"\\x\"\n", "[access_scopes]\nscopes = \"\\ud800\"\n",
        "[access_scopes]\noptional_scopes = [\"a\" \"b\"]\n", "[access_scopes]\noptional_scopes = [\"a\"",
        "[access_scopes]\nscopes = \"a\"\nscopes = \"b\"\n", "[access_scopes]\n[access_scopes]\n",
        "access_scopes = {scopes = \"a\"", "[a]\n[]\n", "a.=1\n", "[access_scopes]\nscopes = \"\u{1}\"\n",
    ])
    func `a fault of syntax in TOML has its place`(text: String) throws {
        let found = diagnostics(Array(text.utf8))
        #expect(found.map(\.id) == ["app-manifest-malformed"])
    }

    @Test func `a fault never cuts a character in two`() throws {
        let text = "client_id = \"x\" é\n"
        var report = DiagnosticReport()
        #expect(AppManifest(Array(text.utf8), path: "shopify.app.toml", reporting: &report) == nil)
        let range = try #require(report.diagnostics.first?.range?.bytes)
        #expect(String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self) == "é")
    }

    @Test func `of several lines it is said what is wrong with them`() {
        func message(_ text: String) -> String? { diagnostics(Array(text.utf8)).first?.message }
        #expect(message("https://a/?scope=x\r\nhttps://b/?scope=y\n")?.contains("more than one address") == true)
        #expect(message("https://a/?\n  scope=x\n")?.contains("more than one line") == true)
        #expect(message("https://a/?scope=%ff%fe") == "the name of a scope is not UTF-8")
    }

    @Test func `a key twice is an error`() {
        #expect(ids(#"{"oauthScopes": ["a"], "oauthScopes": ["b"]}"#) == ["json-key-duplicated"])
    }

    @Test func `a scope twice is one scope`() throws {
        var report = DiagnosticReport()
        let text = #"{"config": {"auth": {"requiredScopes": ["a", "a"], "optionalScopes": ["a", "b", "b"]}}}"#
        let manifest = try #require(AppManifest(Array(text.utf8), path: "app", reporting: &report))
        #expect(manifest.requests.map(\.id.value) == ["a", "b"])
        #expect(manifest.requests.map(\.requirement) == [.required, .optional])
    }

    @Test func `more scopes than any app has are not read`() {
        let many = (0...6_000).map { "\"s\($0)\"" }.joined(separator: ",")
        #expect(ids(#"{"oauthScopes": [\#(many)]}"#) == ["app-manifest-malformed"])
        let wrong = repeatElement("1", count: 10_000).joined(separator: ",")
        #expect(ids(#"{"oauthScopes": [\#(wrong)]}"#).count == 20)
    }

    @Test func `what scripts match costs little, however long or many they are`() throws {
        func manifest(_ matches: [String]) -> String {
            let list = matches.map { "\"\($0)\"" }.joined(separator: ",")
            return #"{"manifest_version": 3, "name": "A", "content_scripts": [{"matches": [\#(list)]}]}"#
        }
        let clock = ContinuousClock()
        let long = "https://" + String(repeating: "a.", count: 200_000) + "com/*"
        let many = (0..<50_000).map { "s\($0)://example.com/*" }
        let time = clock.measure {
            #expect(ids(manifest([long])) == ["app-manifest-malformed"])
            #expect(ids(manifest(many)) == ["app-manifest-malformed"])
        }
        #expect(time < .seconds(5))
        let same = (0..<6_000).map { "https://a.example/\($0)/*" }
        #expect(ids(manifest(same)).isEmpty)
        #expect(ids(manifest((0..<6_000).map { "https://a\($0).example/*" })) == ["app-manifest-malformed"])
    }

    @Test(arguments: [
        ("https://*.example.com/*", true), ("*://*/*", true), ("<all_urls>", true), ("file:///*", true),
        ("chrome-extension://*/*", true), ("s1://example.com/*", false), ("HTTPX://a/", false), ("tabs", false),
    ])
    func `a pattern has a scheme that Chrome knows`(text: String, isPattern: Bool) {
        #expect((HostPattern(text) != nil) == isPattern)
    }

    @Test func `deep nesting ends`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(ids(#"{"oauthScopes": "# + deep).contains("json-nested-too-deeply"))
        #expect(ids("x = " + deep) == ["app-manifest-malformed"])
        #expect(ids("x = " + String(repeating: "{a=", count: 100_000)) == ["app-manifest-malformed"])
    }

    /// Cut off anywhere, with a NUL anywhere, or with any byte another one: it ends, and no place lies outside.
    @Test(arguments: AppManifestTests.samples.indices)
    func `damage of any kind is survived`(number: Int) {
        let bytes = Array(AppManifestTests.samples[number].text.utf8)
        for end in bytes.indices { _ = diagnostics(Array(bytes[..<end])) }
        var random = SeededGenerator(seed: UInt64(number))
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = 0
            _ = diagnostics(damaged)
            damaged[place] = UInt8(truncatingIfNeeded: random.next())
            _ = diagnostics(damaged)
        }
    }
}
