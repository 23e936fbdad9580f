import Markdown
import Markup
import TestSupport
import Testing

private struct TestHooks: MarkdownPageHooks {
    func link(_ node: MarkdownNode, in document: MarkdownDocument) -> LinkRendering {
        switch document.destination(of: node) {
        case "scope:a":
            .to("../scopes/a/", attributes: [HTMLAttribute("class", "scope"), HTMLAttribute("title", "\"<")])
        case "bad": .to("javascript:x")
        case "text": .textOnly
        default: .asWritten
        }
    }

    func image(_ node: MarkdownNode, in document: MarkdownDocument) -> ImageRendering {
        switch document.destination(of: node) {
        case "screenshot:a": .block(HTMLFragment(trusted: Array("<figure>a</figure>\n".utf8)))
        case "b.png": .to("b.1234.png", attributes: [HTMLAttribute("width", "2"), HTMLAttribute("loading", "lazy")])
        default: .textOnly
        }
    }

    func afterHeading(_ heading: MarkdownHeading) -> HTMLFragment? {
        heading.feature.map { HTMLFragment(trusted: Array("<p>\($0)</p>\n".utf8)) }
    }

    func code(_ code: ArraySlice<UInt8>, in language: String) -> HTMLFragment? {
        language == "A" ? HTMLFragment(trusted: Array("<b>A</b>".utf8) + code) : nil
    }

    func isSteps(list: Int, under heading: MarkdownHeading?) -> Bool {
        heading?.title == "Go"
    }
}

struct MarkdownPageHooksTests {
    @Test(arguments: [
        ("[x](scope:a)", "<p><a href=\"../scopes/a/\" class=\"scope\" title=\"&quot;&lt;\">x</a></p>\n"),
        ("[x](bad)", "<p>x</p>\n"), ("[*x*](text)", "<p><em>x</em></p>\n"),
        ("![x](screenshot:a)", "<figure>a</figure>\n"),
        ("- ![x](screenshot:a)", "<ul>\n<li>\n<figure>a</figure>\n</li>\n</ul>\n"),
        ("a ![x](screenshot:a) b", "<div>a \n<figure>a</figure>\n b</div>\n"),
        ("![x](b.png)", "<p><img src=\"b.1234.png\" alt=\"x\" width=\"2\" loading=\"lazy\" /></p>\n"),
        ("![x *y*](c)", "<p>x y</p>\n"),
        (
            "a ![x](c) ![y](b.png) ![z](c)",
            "<p>a x <img src=\"b.1234.png\" alt=\"y\" width=\"2\" loading=\"lazy\" /> z</p>\n"
        ),
    ])
    func `hooks decide about links and images`(text: String, expected: String) {
        #expect(html(parse(text), TestHooks()) == expected)
    }

    @Test func `a block image in a heading is its text`() {
        #expect(html(parse("# ![x](screenshot:a)"), TestHooks()).contains("<h1 id=\"section\">x</h1>"))
    }

    @Test func `a fragment follows its heading`() {
        #expect(html(parse("# [x](feature:a)\n\nb"), TestHooks()).hasSuffix("</div>\n<p>a</p>\n<p>b</p>\n"))
    }

    @Test func `code of a language that the page knows has marks`() {
        #expect(html(parse("```A b\n<\n```"), TestHooks()).contains("<code class=\"language-A\"><b>A</b><\n</code>"))
        #expect(html(parse("```b\n<\n```"), TestHooks()).contains("<code class=\"language-b\">&lt;\n</code>"))
        #expect(html(parse("    <"), TestHooks()).contains("<code>&lt;"))
    }

    @Test func `a list of the page's own that the page takes for steps is told apart by a class`() {
        let steps = "<ol class=\"steps\" role=\"list\""
        #expect(html(parse("1. a\n2. b"), TestHooks()).hasPrefix("<ol>"))
        #expect(html(parse("# Go\n\n1. a\n   1. b"), TestHooks()).contains("\(steps)>\n<li>a\n<ol>\n<li>b"))
        #expect(html(parse("# Go\n\n3. a"), TestHooks()).contains("\(steps) start=\"3\">"))
        #expect(html(parse("# Go\n\n- a"), TestHooks()).contains("<ul>"))
        #expect(html(parse("# Go\n\n> 1. a"), TestHooks()).contains("<ol>"))
        #expect(html(parse("# Go\n\n# Stop\n\n1. a"), TestHooks()).contains("<ol>"))
    }
}
