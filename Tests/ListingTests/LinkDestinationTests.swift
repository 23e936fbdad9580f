import Listing
import Testing

struct LinkDestinationTests {
    static let page = "integrations/acme/setup.md"

    static let cases: [(String, LinkDestination)] = [
        ("faq.md", .content(path: "integrations/acme/faq.md", anchor: nil)),
        ("./faq.md", .content(path: "integrations/acme/faq.md", anchor: nil)),
        ("faq.md#install", .content(path: "integrations/acme/faq.md", anchor: "install")),
        ("#install", .content(path: page, anchor: "install")),
        ("", .content(path: page, anchor: nil)),
        ("#", .content(path: page, anchor: "")),
        ("faq.md#a#b", .content(path: "integrations/acme/faq.md", anchor: "a#b")),
        ("faq.md?x=1#a", .content(path: "integrations/acme/faq.md", anchor: "a")),
        ("?x=1", .content(path: page, anchor: nil)),
        ("../other/index.md", .content(path: "integrations/other/index.md", anchor: nil)),
        ("../../pages/reading.md", .content(path: "pages/reading.md", anchor: nil)),
        ("media/a%20b.png", .content(path: "integrations/acme/media/a b.png", anchor: nil)),
        ("faq.md#%C3%BCber", .content(path: "integrations/acme/faq.md", anchor: "über")),
        ("media//a.png", .content(path: "integrations/acme/media/a.png", anchor: nil)),
        ("50%.md", .content(path: "integrations/acme/50%.md", anchor: nil)),
        ("a%2.md", .content(path: "integrations/acme/a%2.md", anchor: nil)),
        ("a%zz.md", .content(path: "integrations/acme/a%zz.md", anchor: nil)),
        ("a%FF.md", .content(path: "integrations/acme/a%FF.md", anchor: nil)),
        ("10:30.md", .content(path: "integrations/acme/10:30.md", anchor: nil)),
        ("../../../secret.md", .outside),
        ("../../../../etc/passwd", .outside),
        ("%2e%2e/%2e%2e/%2e%2e/secret.md", .outside),
        ("/etc/passwd", .outside),
        ("//evil.example/a", .outside),
        ("..\\..\\secret.md", .outside),
        ("%5C%5Cevil.example", .outside),
        ("https://a.example/x?y#z", .external("https://a.example/x?y#z")),
        ("HTTP://a.example", .external("HTTP://a.example")),
        ("mailto:help@a.example", .external("mailto:help@a.example")),
        ("feature:points", .reference),
        ("scope:users:read", .reference),
        ("screenshot:points", .reference),
        ("video:tour", .reference),
        ("javascript:alert(1)", .refused(scheme: "javascript")),
        ("JavaScript:alert(1)", .refused(scheme: "javascript")),
        ("java\tscript:alert(1)", .refused(scheme: "javascript")),
        ("java\nscript:alert(1)", .refused(scheme: "javascript")),
        (" javascript:alert(1)", .refused(scheme: "javascript")),
        ("\u{1}javascript:alert(1)", .refused(scheme: "javascript")),
        ("data:text/html,x", .refused(scheme: "data")),
        ("file:///etc/passwd", .refused(scheme: "file")),
        ("vbscript:x", .refused(scheme: "vbscript")),
        ("C:\\secret", .refused(scheme: "c")),
    ]

    @Test(arguments: cases)
    func `a destination is told by its text alone`(written: String, expected: LinkDestination) {
        #expect(LinkDestination(written, in: Self.page) == expected)
    }
}
