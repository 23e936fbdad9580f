import Markdown
import TestSupport
import Testing

struct StrikethroughTests {
    @Test(arguments: [
        ("~a~", "<del>a</del>"), ("~~a~~", "<del>a</del>"), ("a~b~c", "a<del>b</del>c"),
        ("~~a *b* c~~", "<del>a <em>b</em> c</del>"),
        ("*~a~*", "<em><del>a</del></em>"), ("~a `b` c~", "<del>a <code>b</code> c</del>"),
        ("~~a\nb~~", "<del>a\nb</del>"),
        ("~a~ ~~b~~", "<del>a</del> <del>b</del>"), ("~[a](b)~", "<del><a href=\"b\">a</a></del>"),
    ])
    func `one or two tildes strike text out`(text: String, expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test(arguments: [
        "~~~a~~~b", "~ a ~", "~~a~", "~a~~", "~a\n\nb~", "*a ~b* c~", "\\~a\\~", "~a", "a~", "~~", "`~a~`",
        "&#126;a&#126;",
    ])
    func `other tildes are text`(text: String) {
        #expect(!parse(text).kinds.contains(.strikethrough))
    }

    @Test func `struck out text knows its place`() {
        let marked = MarkedText("> a\n> ⟦~~*b*\n> c~~⟧ \\~ ⟦~d~⟧")
        #expect(ranges(.strikethrough, in: parse(marked.text)) == marked.ranges)
    }
}

struct TaskTests {
    @Test(arguments: [
        ("- [ ] a", false), ("* [x] a", true), ("1. [X] a", true), ("- [x]\ta", true), ("- [x]  `a`", true),
    ])
    func `a box before the text of an item makes a task`(text: String, isChecked: Bool) throws {
        let task = try #require(parse(text).first(.taskItem))
        #expect(task.isChecked == isChecked)
    }

    @Test(arguments: [
        "- [y] a", "- [ ]a", "- [ ]", "[ ] a", "- a [ ] b", "- \\[ ] a", "- [x](y) a", "-     [ ] a", "- # [ ] a",
        "- b\n\n  [ ] a",
    ])
    func `no other box does`(text: String) {
        #expect(!parse(text).kinds.contains(.taskItem))
    }

    @Test func `the box is no part of the text`() {
        let marked = MarkedText("- [x] ⟦done⟧\n")
        let document = parse(marked.text)
        #expect(ranges(.text, in: document) == marked.ranges)
        let item =
            "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\" /> done</li>"
        #expect(html(marked.text) == "<ul>\n\(item)\n</ul>\n")
    }
}

struct AlertTests {
    @Test(arguments: MarkdownAlert.allCases)
    func `a mark alone on the first line of a quote makes an alert`(alert: MarkdownAlert) throws {
        for mark in [alert.name.uppercased(), alert.name] {
            let document = parse("> [!\(mark)]\n> Text\n")
            let node = try #require(document.first(.alert))
            #expect(node.number == alert.rawValue)
            #expect(document.plainText(ofNode: 0) == "Text")
        }
    }

    @Test(arguments: [
        "> [!NOTE] a\n", "> a\n> [!NOTE]\n", "[!NOTE]\na\n", "> [!OTHER]\n> a\n", "> *[!NOTE]*\n> a\n",
        "> \\[!NOTE]\n> a\n", "> - [!NOTE]\n>   a\n",
    ])
    func `no other mark does`(text: String) {
        #expect(!parse(text).kinds.contains(.alert))
    }

    @Test func `an alert is a labelled aside with any blocks`() {
        #expect(
            html("> [!WARNING]\n> a\n>\n> - b\n") == """
                <aside class="alert alert-warning" aria-label="Warning">
                <p class="alert-title">Warning</p>
                <p>a</p>
                <ul>
                <li>b</li>
                </ul>
                </aside>

                """
        )
        #expect(html("> [!TIP]\n>\n> b\n").contains("<p class=\"alert-title\">Tip</p>\n<p>b</p>"))
    }
}

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

    @Test func `a link's text holds no other link`() {
        #expect(html("[https://a.b *www.c.d*](e)") == "<p><a href=\"e\">https://a.b <em>www.c.d</em></a></p>\n")
    }

    @Test func `emphasis around an address stays`() {
        #expect(html("**see www.a.b** c") == "<p><strong>see <a href=\"http://www.a.b\">www.a.b</a></strong> c</p>\n")
        #expect(html("*https://a.b/c*d e*") == "<p>*<a href=\"https://a.b/c*d\">https://a.b/c*d</a> e*</p>\n")
    }
}
