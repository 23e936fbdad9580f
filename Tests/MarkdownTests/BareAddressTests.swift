import Diagnostics
import Markdown
import TestSupport
import Testing

struct BareAddressTests {
    @Test(arguments: [
        ("⟦www.a.b⟧", "http://www.a.b"), ("see ⟦https://a.b/c?d=e#f⟧ now", "https://a.b/c?d=e#f"),
        ("⟦HTTP://A.B⟧", "HTTP://A.B"),
        ("⟦http://localhost:80/a⟧", "http://localhost:80/a"), ("(⟦www.a.b⟧)", "http://www.a.b"),
        ("⟦www.a.b/c(d)⟧)", "http://www.a.b/c(d)"),
        ("(⟦www.a.b/c(d)⟧)", "http://www.a.b/c(d)"), ("⟦www.a.b⟧.", "http://www.a.b"),
        ("⟦https://a.b⟧?!.,:*_~", "https://a.b"),
        ("⟦www.a.b/c⟧&copy;", "http://www.a.b/c"), ("⟦www.a.b/?c=d&e⟧.;", "http://www.a.b/?c=d&e"),
        ("*⟦https://a.b⟧*", "https://a.b"),
        ("⟦https://a.b/_c_/d⟧ e", "https://a.b/_c_/d"), ("⟦https://a.b/__init__.py⟧", "https://a.b/__init__.py"),
        ("⟦https://a.b/?c&amp;d⟧", "https://a.b/?c&d"), ("~~⟦https://a.b⟧~~", "https://a.b"),
        ("⟦www.ä.b⟧", "http://www.ä.b"),
        ("⟦a.b+c-d_e@f-g.h⟧.", "mailto:a.b+c-d_e@f-g.h"), ("⟦mailto:a@b.c⟧", "mailto:a@b.c"),
        ("\"⟦https://a.b⟧\"", "https://a.b"),
        ("⟦www.a.b⟧<c", "http://www.a.b"), ("# ⟦www.a.b⟧", "http://www.a.b"),
    ])
    func `an address is a link`(text: String, destination: String) {
        let marked = MarkedText(text)
        let document = parse(marked.text)
        let links = document.nodes.filter { $0.kind == .link }
        #expect(links.map(\.range) == marked.ranges)
        #expect(links.map(document.destination) == [destination])
        #expect(!links.contains { !$0.isAddress })
    }

    @Test(arguments: [
        "www.", "xwww.a.b", "-www.a.b", "http://", "xhttp://a.b", "ftp://a.b", "https://_", "www.a_b.c",
        "https://a.b_c", "a@b", "a@b.c_", "a@b.c-",
        "@b.c", "`www.a.b`", "    www.a.b", "<!-- www.a.b -->", "![www.a.b](c)", "\\www.a.b",
    ])
    func `what is no address stays text`(text: String) {
        #expect(!parse(text).kinds.contains(.link))
    }

    @Test(arguments: ["www.a", "https://a.", "a www.b\n"])
    func `an address that ends within a character is one up to the end`(start: String) {
        var report = DiagnosticReport()
        for cut in [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
            let bytes = Array(start.utf8) + cut
            let document = MarkdownDocument.parse(bytes, path: "page.md", reporting: &report)
            #expect(document.nodes.allSatisfy { $0.range.end <= bytes.count })
        }
    }

    @Test func `a link's text holds no other link`() {
        #expect(html("[https://a.b *www.c.d*](e)") == "<p><a href=\"e\">https://a.b <em>www.c.d</em></a></p>\n")
    }

    @Test func `emphasis around an address stays`() {
        #expect(html("**see www.a.b** c") == "<p><strong>see <a href=\"http://www.a.b\">www.a.b</a></strong> c</p>\n")
        #expect(html("*https://a.b/c*d e*") == "<p>*<a href=\"https://a.b/c*d\">https://a.b/c*d</a> e*</p>\n")
    }
}
