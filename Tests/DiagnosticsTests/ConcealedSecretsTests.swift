import Diagnostics
import Testing

@Suite struct ConcealedSecretsTests {
    @Test(arguments: [
        ("https://a.example/?client_secret=abc&scope=x", "https://a.example/?client_secret=***&scope=x"),
        (#"{"u": "https://a.example/?a=1&token=s?c;r't"}"#, #"{"u": "https://a.example/?a=1&token=*******"}"#),
        (#""https://a.example/?a=1\u0026key=abc", "b""#, #""https://a.example/?a=1\u0026key=***", "b""#),
        ("https://a.example/?client%5Fsecret=abc", "https://a.example/?client%5Fsecret=***"),
        ("https://a.example/#access_token=abc", "https://a.example/#access_token=***"),
        ("https://user:abc@a.example:80/x", "https://user:***@a.example:80/x"),
        ("https://a.example/?scope=a:b&state=c", "https://a.example/?scope=a:b&state=c"),
        ("https://a.example:80/?token=", "https://a.example:80/?token="),
        ("let key=abc", "let key=abc"),
        ("=", "="), ("?=", "?="), ("key=a", "key=a"), ("://", "://"), ("://:@", "://:@"), ("?key%=a", "?key%=*"),
        ("", ""),
    ])
    func `the values of secrets in addresses are written over`(text: String, shown: String) {
        #expect(String(decoding: concealingSecrets(in: Array(text.utf8)), as: UTF8.self) == shown)
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
