import Markdown
import TestSupport
import Testing

struct ProseTests {
    @Test(arguments: [
        ("One two *three* four", 4), ("foo**bar** baz", 2), ("a - b — c & d", 4), ("`code` x", 1),
        ("![alt text](x) y", 1), ("# Title\n\na b", 2),
        ("https://a.b <c@d.e> f", 1), ("<!-- a b -->\n\nc", 1), ("```\na b\n```\nc", 1), ("[a b](c)", 2),
        ("| a b |\n| - |\n| c |\n", 3), ("a\nb  \nc", 3),
        ("don't re-use", 2), ("日本語", 3), ("größe über", 2), ("a <b>c</b> d", 3), ("", 0),
    ])
    func `words are counted in text alone`(text: String, count: Int) {
        let document = parse(text)
        #expect(document.wordCount(in: document.nodes.indices) == count)
    }

    @Test func `prose is text and inline code, with their places`() {
        let marked = MarkedText(
            "# ⟦A⟧\n\n⟦b ⟧`⟦⟧c`⟦ ⟧[⟦d⟧](e)⟦ ⟧<!-- f -->⟦ ⟧https://g.h⟦ ⟧![i](j)\n\n```\nk\n```\n".replacing(
                "`⟦⟧c`",
                with: "⟦`c`⟧"
            )
        )
        let document = parse(marked.text)
        #expect(document.proseNodes(in: document.nodes.indices).map(\.range) == marked.ranges)
    }

    @Test func `a range of nodes limits both`() {
        let document = parse("# a\n\nb c\n\n# d\n\ne\n")
        #expect(document.wordCount(in: document.section(ofHeading: 1)) == 1)
        #expect(document.proseNodes(in: document.section(ofHeading: 1)).map(document.text) == ["d", "e"])
    }
}
