import Diagnostics
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

/// Addresses of the site itself, and what of the content folder they are.
struct OwnAddressTests {
    private static let base = "https://help.example/docs/"
    static let inside: [(String, String, String?)] = [
        ("integrations/acme/", "integrations/acme/index.md", nil),
        ("integrations/acme", "integrations/acme/index.md", nil),
        ("integrations/acme/index.html", "integrations/acme/index.md", nil),
        ("integrations/acme/set%20up/?from=mail#step-2", "integrations/acme/set up.md", "step-2"),
        ("integrations/acme/#scope-users-read", "integrations/acme/index.md", nil),
        ("integrations/acme/#data.table", "integrations/acme/index.md", nil),
        ("integrations/acme/media/a.png", "integrations/acme/media/a.png", nil),
        ("pages/reading/", "pages/reading.md", nil),
    ]

    private func destination(_ address: String, base: String = base) throws -> LinkDestination? {
        var report = DiagnosticReport()
        let text = "[a](<\(address)>) ![a](<\(address)>)\n"
        let file = SourceFile(path: "a.md", name: "a.md", bytes: Array(text.utf8))
        let tree = SourceTree(path: "", contentPath: "pages", texts: [file])
        let parser = ListingParser(catalogue: Catalogue(path: ""), ownAddress: OwnAddress(baseURL: base))
        let links = try #require(parser.parseDirectoryPages(tree, reporting: &report).pages.first).links
        #expect(links.last?.destination == .external(address), "a picture is left as it is")
        return links.first?.destination
    }

    @Test(arguments: inside)
    func `an address of the site is a page or file of the content`(path: String, file: String, anchor: String?) throws {
        #expect(try destination(Self.base + path) == .content(path: file, anchor: anchor))
        #expect(try destination("HTTP://Help.Example/docs/" + path) == .content(path: file, anchor: anchor))
    }

    @Test(arguments: [
        "https://help.example/docs/", "https://help.example/docs", "https://help.example/integrations/acme/",
        "https://help.example.org/docs/integrations/acme/", "https://me@help.example/docs/integrations/acme/",
        "https://help.example:8080/docs/integrations/acme/", "https://help.example/docs/scopes/users-read/",
        "https://help.example/docs/integrations/", "https://help.example/docs/integrations/acme/listing.json",
        "https://help.example/docs/integrations/../secret/", "https://help.example/docs/integrations/acme/media/../x/",
        "https://help.example/docs/integrations//acme/", "https://", "mailto:help@help.example",
    ])
    func `any other address stays one of the web`(address: String) throws {
        #expect(try destination(address) == .external(address))
    }

    @Test(arguments: ["", "help.example", "https://"])
    func `without a host nothing is the site's own`(base: String) {
        #expect(OwnAddress(baseURL: base) == nil)
    }
}
