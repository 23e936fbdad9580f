import Markdown
import TestSupport
import Testing

struct HeadingTests {
    @Test(arguments: [
        ("Set up", ["set-up"]), ("`a.b()` & *c*", ["ab--c"]), ("Größe ändern", ["größe-ändern"]),
        ("日本語 テスト", ["日本語-テスト"]),
        ("A_b-c  d", ["a_b-c--d"]), ("é\u{301}", ["é\u{301}"]), ("x² ½ ١", ["x--١"]), ("😀 a", ["-a"]),
        ("!!!", ["section"]),
        ("[a](b) ![c](d)", ["a-"]), ("İ", ["i\u{307}"]), ("![a](b)", ["section"]),
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
        #expect(headings.map(\.anchor) == ["a-b-c", "de"])
        #expect(headings.map(\.range) == marked.ranges)
    }

    @Test(arguments: [
        ("## [Sync](feature:points-sync)", "points-sync"), ("[a *b*](feature:c%20d)\n===", "c d"),
        ("# [a](FEATURE:b)", "b"), ("# [a][b]\n\n[b]: feature:c", "c"),
        ("### **[a](feature:b)**", "b"), ("### 🛠 [a](feature:b)", "b"), ("### 🛠️ *[a](feature:b)* ✨", "b"),
        ("### 3. [a](feature:b)", "b"), ("### 1️⃣ – [a](feature:b)!", "b"), ("### [a](feature:b) (beta)", "b"),
        ("### [a](feature:b) **[Preview]**", "b"), ("### 2) [a](feature:b) `(planned)`:", "b"),
    ])
    func `a heading that is one feature link documents that feature`(text: String, feature: String) {
        #expect(parse(text).headings.first?.feature == feature)
    }

    @Test(arguments: [
        "# a [b](feature:c)", "# ä [b](feature:c)", "# [b](feature:c) d", "# [b](scope:c)", "# ![b](feature:c)", "#",
        "# [b](feature:c) (with d)", "# [b](feature:c) (beta) d", "# [b](feature:c) (beta", "# [b](feature:c) 2",
        "# ~~[b](feature:c)~~", "# [b](feature:c) [d](feature:e)", "# **[b](feature:c) d**", "# `a` [b](feature:c)",
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
