import Markdown
import Markup
import TestSupport
import Testing

struct HTMLWriterTests {
    @Test(arguments: [
        ("a *b* **c** `d<` e&f", "<p>a <em>b</em> <strong>c</strong> <code>d&lt;</code> e&amp;f</p>\n"),
        ("> a\n> - b\n>\n> c", "<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>\n</blockquote>\n"),
        ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
        ("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"), ("1) a", "<ol>\n<li>a</li>\n</ol>\n"),
        ("```json x\n\"a\"\n```", "<pre><code class=\"language-json\">&quot;a&quot;\n</code></pre>\n"),
        ("    a\n", "<pre><code>a\n</code></pre>\n"),
        ("a  \nb\\\nc\nd", "<p>a<br />\nb<br />\nc\nd</p>\n"), ("***", "<hr />\n"), ("", ""),
        ("-", "<ul>\n<li></li>\n</ul>\n"),
        ("[a](b \"c\")", "<p><a href=\"b\" title=\"c\">a</a></p>\n"),
        ("![a *b*](c \"d\")", "<p><img src=\"c\" alt=\"a b\" title=\"d\" /></p>\n"),
        ("[a](<b c?d=é&f>)", "<p><a href=\"b%20c?d=%C3%A9&amp;f\">a</a></p>\n"),
        ("[a]('\")", "<p><a href=\"&#x27;%22\">a</a></p>\n"),
    ])
    func `plain constructs come out as from cmark`(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test func `a heading has an id, and beside it a link that is named for it`() {
        #expect(
            html("## A *b* \"c\"") == """
                <div class="heading">
                <h2 id="a-b-c">A <em>b</em> &quot;c&quot;</h2>
                <a class="anchor" href="#a-b-c" aria-label="Link to A b &quot;c&quot;"><span aria-hidden="true">#</span></a>
                </div>

                """
        )
        #expect(html("# ä").contains("<a class=\"anchor\" href=\"#%C3%A4\""))
    }

    @Test func `a table aligns by class`() {
        #expect(
            html("| a | b |\n| :- | - |\n| c | d |\n") == """
                <div class="table-narrow">
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-left">a</th>
                <th scope="col">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">c</td>
                <td>d</td>
                </tr>
                </tbody>
                </table>
                </div>

                """
        )
        #expect(!html("| a |\n| - |\n").contains("tbody"))
    }

    @Test func `a table of many columns scrolls in a box with a name`() {
        let table = "| a | b | c |\n| - | - | - |\n| d | e | f |\n"
        let box = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label="
        #expect(html(table).contains(box + "\"Table\">"))
        #expect(html("# A\n\n## B & c\n\n" + table).contains(box + "\"Table: B &amp; c\">"))
        #expect(html(table).hasSuffix("</table>\n</div>\n"))
    }

    @Test(arguments: [
        "<b>a</b>", "<script>a</script>\n", "<!-- a -->\n", "x <i", "<div onclick=\"a\">\n\n</div>\n", "![<b>](c)",
    ])
    func `raw HTML is never written`(text: String) {
        #expect(
            !html(text).replacing("<p>", with: "").replacing("</p>", with: "").replacing("<img", with: "").contains("<")
        )
    }

    @Test(arguments: [
        "[a](javascript:b)", "[a](JavaScript:b)", "[a](java&#10;script:b)", "[a](<java\tscript:b>)",
        "[a](<&#x1;javascript:b>)", "[a](<\u{1}javascript:b>)",
        "[a](< javascript:b>)", "[a](&#32;javascript:b)", "[a](javascript&colon;b)", "[a](vbscript:b)",
        "[a](data:text/html,b)", "[a](file:///b)", "[a](feature:b)",
        "[a](unknown:b)", "<javascript:b>", "[a][b]\n\n[b]: javascript:b", "![a](data:image/svg+xml,b)",
        "![a](javascript:b)", "[a](\\javascript:b)", "[a](%20javascript:b)",
    ])
    func `a destination with another scheme is not written`(text: String) {
        let output = html(text)
        #expect(!output.contains("href") && !output.contains("src"))
    }

    @Test(arguments: [
        "http://a", "https://a", "HTTPS://a", "mailto:a@b", "a", "a/b:c", "#a:b", "?a:b", "../a", "//a.b", "",
    ])
    func `safe and relative destinations are written`(destination: String) {
        #expect(LinkSafety.allows(destination))
        #expect(html("[a](\(destination))").contains("<a href=\"\(destination)\">a</a>"))
    }

    @Test func `only blocks of a range are written`() {
        let document = parse("# a\n\nb\n\n# c\n\nd\n")
        var output: [UInt8] = []
        HTMLWriter.write(document, nodes: document.section(ofHeading: 1), into: &output, with: PlainPageHooks())
        let text = String(decoding: output, as: UTF8.self)
        #expect(text.contains("<h1 id=\"c\">c</h1>") && text.hasSuffix("</div>\n<p>d</p>\n") && !text.contains("<p>b"))
    }
}
