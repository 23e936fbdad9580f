import Markdown
import TestSupport
import Testing

struct HeadingTests {
    @Test(arguments: [
        ("Set up", ["set-up"]), ("`a.b()` & *c*", ["ab--c"]), ("Größe ändern", ["größe-ändern"]),
        ("日本語 テスト", ["日本語-テスト"]),
        ("A_b-c  d", ["a_b-c--d"]), ("é\u{301}", ["é\u{301}"]), ("x² ½ ١", ["x--١"]), ("😀 a", ["-a"]),
        ("!!!", ["section"]),
        ("[a](b) ![c](d)", ["a-c"]), ("İ", ["i\u{307}"]),
    ])
    func `anchors are made as on GitHub`(title: String, expected: [String]) {
        #expect(parse("# \(title)\n").headings.map(\.anchor) == expected)
    }

    @Test(arguments: [
        (["a", "a", "a"], ["a", "a-1", "a-2"]), (["a", "a-1", "a"], ["a", "a-1", "a-2"]),
        (["a-1", "a", "a"], ["a-1", "a", "a-2"]),
        (["a", "a", "a-1"], ["a", "a-1", "a-1-1"]), (["A", "a"], ["a", "a-1"]),
        (["!", "?"], ["section", "section-1"]),
    ])
    func `no anchor is given twice`(titles: [String], expected: [String]) {
        #expect(parse(titles.map { "# \($0)\n" }.joined()).headings.map(\.anchor) == expected)
    }

    @Test func `a heading has a level, a title and a range`() {
        let marked = MarkedText("⟦# A *b* `c`⟧\n\n⟦d\ne\n---⟧\n")
        let headings = parse(marked.text).headings
        #expect(headings.map(\.level) == [1, 2])
        #expect(headings.map(\.title) == ["A b c", "d e"])
        #expect(headings.map(\.range) == marked.ranges)
    }

    @Test(arguments: [
        ("## [Sync](feature:points-sync)", "points-sync"), ("[a *b*](feature:c%20d)\n===", "c d"),
        ("# [a](FEATURE:b)", "b"), ("# [a][b]\n\n[b]: feature:c", "c"),
    ])
    func `a heading that is one feature link documents that feature`(text: String, feature: String) {
        #expect(parse(text).headings.first?.feature == feature)
    }

    @Test(arguments: [
        "# a [b](feature:c)", "# [b](feature:c)!", "# [b](scope:c)", "# *[b](feature:c)*", "# ![b](feature:c)", "#",
    ])
    func `any other heading documents none`(text: String) {
        #expect(parse(text).headings.first?.feature == nil)
    }

    @Test func `a section ends at the next heading of the same or a higher level`() {
        let document = parse("a\n\n# b\n\n## c\n\nd\n\n### e\n\n## f\n\n> # g\n\nh\n\n# i\n")
        func titles(_ index: Int) -> [String] {
            let section = document.section(ofHeading: index)
            return document.headings.filter { section.contains($0.node) }.map(\.title)
        }
        #expect((0..<6).map(titles) == [["b", "c", "e", "f", "g"], ["c", "e"], ["e"], ["f", "g"], ["g"], ["i"]])
        #expect(document.section(ofHeading: 5).upperBound == document.nodes.count)
    }
}

struct ReferenceTests {
    @Test func `references are links and images with one of four schemes`() {
        let marked = MarkedText(
            "[a](feature:⟦sync⟧) [`u`](scope:⟦users:read⟧)\n![b](screenshot:⟦s-1⟧)\n\n| [c](video:⟦v⟧) |\n| - |\n\n[d](https://e.f) [g](other:h)\n"
        )
        let references = parse(marked.text).references
        #expect(references.map(\.kind) == [.feature, .scope, .screenshot, .video])
        #expect(references.map(\.id) == ["sync", "users:read", "s-1", "v"])
        #expect(references.map(\.range) == marked.ranges)
        #expect(references.map(\.isImage) == [false, false, true, false])
        #expect(references.filter { !$0.isRangeExact }.isEmpty)
    }

    @Test func `an id that is written with escapes is decoded and found`() {
        let percent = MarkedText("[a](scope:⟦a%20b%2Fc⟧)")
        #expect(parse(percent.text).references.map(\.id) == ["a b/c"])
        #expect(parse(percent.text).references.map(\.range) == percent.ranges)
        let escaped = MarkedText("⟦[a](scope:a\\*b)⟧")
        #expect(parse(escaped.text).references.map(\.id) == ["a*b"])
        #expect(parse(escaped.text).references.map(\.range) == escaped.ranges)
        #expect(parse(escaped.text).references.map(\.isRangeExact) == [false])
        #expect(parse("[a](scope:%zz%C3)").references.map(\.id) == ["%zz%C3"])
    }

    @Test func `a reference by label points at the link`() {
        let marked = MarkedText("⟦[a][b]⟧\n\n[b]: scope:c\n")
        let references = parse(marked.text).references
        #expect(references.map(\.range) == marked.ranges)
        #expect(references.map(\.isRangeExact) == [false])
    }
}

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
