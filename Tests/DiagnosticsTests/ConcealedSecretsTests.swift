import Diagnostics
import Testing

@Suite struct ConcealedSecretsTests {
    @Test(arguments: [
        ("https://a.example/?client_secret=abc&scope=x", "https://a.example/?client_secret=***&scope=x"),
        (#"{"u": "https://a.example/?a=1&token=s?c;r't"}"#, #"{"u": "https://a.example/?a=1&token=*******"}"#),
        (#""https://a.example/?a=1\u0026key=abc", "b""#, #""https://a.example/?a=1\u0026key=***", "b""#),
        ("https://a.example/?client%5Fsecret=abc", "https://a.example/?client%5Fsecret=***"),
        ("https://a.example/#access_token=abc", "https://a.example/#access_token=***"),
        ("https://user:abc@a.example:80/x", "https://****:***@a.example:80/x"),
        ("https://ghp_0123@a.example/?scope=a", "https://********@a.example/?scope=a"),
        ("https://ghp_0123:@a.example", "https://********:@a.example"),
        ("https://:abc@a.example", "https://:***@a.example"),
        ("https://{user}:{password}@a.example", "https://{user}:{password}@a.example"),
        ("https://a.example/@user?to=b@c.example", "https://a.example/@user?to=b@c.example"),
        ("https://a.example/?scope=a:b&state=c", "https://a.example/?scope=a:b&state=c"),
        ("https://a.example:80/?token=", "https://a.example:80/?token="),
        ("let key=abc", "let key=abc"),
        ("=", "="), ("?=", "?="), ("key=a", "key=a"), ("://", "://"), ("://:@", "://:@"), ("?key%=a", "?key%=*"),
        ("", ""),
    ])
    func `the values of secrets in addresses are written over`(text: String, shown: String) {
        #expect(String(decoding: concealingSecrets(in: Array(text.utf8)), as: UTF8.self) == shown)
    }

    @Test func `no message, note or title quotes one`() {
        let address = "https://user:c4n4ry@a.example/?token=c4n4ry"
        let place = SourceRange(path: "a.json", bytes: ByteRange(0, 1))
        let fix = Fix("write '\(address)'", safety: .safe, edits: [])
        let diagnostics = [
            Diagnostic(
                id: "a",
                severity: .error,
                message: "'\(address)' is wrong",
                range: place,
                notes: [Note("see \(address)", at: place)],
                fixes: [fix]
            ),
            Diagnostic(id: "a", severity: .error, message: "\(address) is wrong", withoutPlace: "of \(address)"),
        ]
        let told = diagnostics.flatMap { [$0.message] + $0.notes.map(\.message) + $0.fixes.map(\.title) }
        #expect(told.count == 5 && told.allSatisfy { $0.contains("https://****:******@a.example/?token=*") })
        #expect(!told.contains { $0.contains("c4n4ry") })
    }

    @Test func `a fix that would write one is shown by its title alone`() {
        let source = Array("{'u': 'https://a.example/?token=c4n4ry'}".utf8)
        let range = SourceRange(path: "a.json", bytes: ByteRange(6, source.count - 1))
        let edit = TextEdit(range, replacement: #""https://a.example/?token=c4n4ry""#)
        let fix = Fix("write double quotes", safety: .safe, edits: [edit])
        var report = DiagnosticReport()
        report.error("some-rule", "a message", at: range, fixes: [fix])
        let renderers: [any DiagnosticRenderer] = [
            TextRenderer(), JSONRenderer(), GitHubRenderer(), JUnitRenderer(),
            SARIFRenderer(version: "1", rules: [], exitCode: 1),
        ]
        for renderer in renderers { #expect(!renderer.render(report) { _ in source }.contains("c4n4ry")) }
        let shown = FixRenderer().render([fix]) { _ in source }
        #expect(shown.contains(#"+ {'u': "https://a.example/?token=******""#), "\(shown)")
    }

    @Test func `no excerpt and no fingerprint has one`() {
        func diagnosed(_ secret: String) -> (shown: [String], fingerprint: Fingerprint) {
            let source = Array(#"{"appManifest": "https://a.example/?client_secret=\#(secret)&scope=x"}"#.utf8)
            var report = DiagnosticReport()
            report.warning("some-rule", "a message", at: SourceRange(path: "a.json", bytes: ByteRange(16, 60)))
            let renderers: [any DiagnosticRenderer] = [
                TextRenderer(), JSONRenderer(), GitHubRenderer(), JUnitRenderer(),
            ]
            return (
                renderers.map { $0.render(report) { _ in source } },
                Fingerprint(of: report.diagnostics[0], path: "a.json", source: source)
            )
        }
        let (first, second) = (diagnosed("c4n4ry"), diagnosed("k4n4ry"))
        #expect(first.shown.allSatisfy { !$0.contains("c4n4ry") })
        #expect(first.shown == second.shown)
        #expect(first.fingerprint == second.fingerprint)
    }
}
