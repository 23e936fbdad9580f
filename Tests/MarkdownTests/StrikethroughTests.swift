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
