import Markdown
import TestSupport
import Testing

struct TableTests {
    /// Rows of cells as plain text, `/` between rows and `,` between cells.
    private func cells(_ text: String) -> String {
        let document = parse(text)
        return document.nodes.indices.filter { document.nodes[$0].kind == .tableRow }.map { row in
            (row..<document.nodes[row].subtreeEnd).filter { document.nodes[$0].kind.isCell }
                .map { document.plainText(ofNode: $0) }.joined(separator: ",")
        }.joined(separator: "/")
    }

    @Test(arguments: [
        ("| a | b |\n| - | - |\n| c | d |\n", "a,b/c,d"),
        ("a | b\n- | -\n", ""),
        ("a | b\n-- | --\nc | d\n", "a,b/c,d"),
        ("| a |\n| - |\n", "a"),
        ("|a|\n|:-:|\nb\n", "a/b"),
        ("a\n:-\n", "a"),
        ("a\n-:\nb\n", "a/b"),
        ("a\n-\n", ""),
        ("| a\n| -\n| b\n", "a/b"),
        ("a |\n- |\n", ""),
        ("a |\n-- |\nb |\n", "a/b"),
    ])
    func `a table is a header, a delimiter row and rows, with or without outer bars`(text: String, expected: String) {
        #expect(cells(text) == expected)
    }

    @Test(arguments: [
        "| a | b |\n| - |\n", "| a |\n| - | - |\n", "| a |\n| = |\n", "| a |\n| |\n", "| a |\n| - - |\n",
        "| a |\n\n| - |\n",
        "| a |\n| :: |\n", "| - |\n", "    | a |\n    | - |\n", "```\n| a |\n| - |\n```\n", "| a |\n     | - |\n",
        "> | a |\n| - |\n",
    ])
    func `without a delimiter row of the header's width there is no table`(text: String) {
        #expect(!parse(text).kinds.contains(.table))
    }

    @Test func `colons align columns`() {
        let document = parse("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n")
        let alignments = document.nodes.filter { $0.kind.isCell }.map(\.alignment)
        #expect(alignments == [.none, .left, .center, .right, .none, .left, .center, .right])
    }

    @Test(arguments: [
        ("|a|b|\n|-|-|\n|x \\| y|z|\n", "a,b/x | y,z"),
        ("|a|\n|-|\n|`x \\| y`|\n", "a/x | y"),
        ("|a|\n|-|\n|**x \\| y**|\n", "a/x | y"),
        ("|a|\n|-|\n|x \\\\| y|\n", "a/x | y"),
    ])
    func `a bar after a backslash is text, in code too`(text: String, expected: String) {
        #expect(cells(text) == expected)
    }

    @Test func `missing cells are empty and cells past the header are left out`() {
        #expect(cells("| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n") == "a,b/1,/1,2")
    }

    @Test(arguments: [
        ("| a |\n| - |\n| b |\n\nc\n", "a/b"),
        ("| a |\n| - |\n> b\n", "a"),
        ("| a |\n| - |\n# b\n", "a"),
        ("| a |\n| - |\n```\nb\n", "a"),
        ("| a |\n| - |\n- b\n", "a"),
        ("| a |\n| - |\n2. b\n", "a"),
        ("| a |\n| - |\n-\n", "a"),
        ("| a |\n| - |\n---\n", "a"),
        ("| a |\n| - |\n***\n", "a"),
        ("| a |\n| - |\n<div>\n", "a"),
        ("| a |\n| - |\n<!-- b -->\n", "a"),
        ("| a |\n| - |\n    b\n", "a"),
        ("| a |\n| - |\n===\n", "a/==="),
        ("| a |\n| - |\nb\n", "a/b"),
        ("| a |\n| - |\n1 b\n", "a/1 b"),
        ("| a |\n| - |\n*b* c\n", "a/b c"),
        ("| a |\n| - |\n|\n| b |\n", "a"),
    ])
    func `a table ends at a blank line or another block`(text: String, expected: String) {
        #expect(cells(text) == expected)
    }

    @Test func `what follows a table is read afresh`() {
        #expect(
            parse("| a |\n| - |\n---\nb\n").kinds.filter { $0 != .text } == [
                .document, .table, .tableRow, .tableHeader, .thematicBreak, .paragraph,
            ]
        )
        #expect(parse("| a |\n| - |\n2. b\n").kinds.contains(.orderedList))
        #expect(cells("| a |\n| - |\n2. | b |\n   | - |\n   | c |\n") == "a/b/c")
    }

    @Test(arguments: [
        ("```\n\n| a |\n| - |\n```\n\n| b |\n| - |\n", "b"),
        ("<!--\n\n| a |\n| - |\n-->\n\n| b |\n| - |\n", "b"),
        ("<pre>\n\n| a |\n| - |\n</pre>\n\n| b |\n| - |\n", "b"),
        ("- x\n\n| a |\n| - |\n", "a"),
        ("> x\n| a |\n| - |\n\n| b |\n| - |\n", "b"),
        ("x\n| a |\n| - |\n2. y\n\n| b |\n| - |\n", "a/b"),
        ("| a |\n| - |\n2. y\n| b |\n| - |\n\n   | c |\n   | - |\n", "a/c"),
    ])
    func `what looks like a table is none inside another block`(text: String, expected: String) {
        #expect(cells(text) == expected)
        #expect(!html(text).contains("&lt;!--"))
    }

    @Test func `code keeps what looks like a table`() throws {
        let document = parse("```\n\n| a |\n| - |\n```\n")
        let code = try #require(document.first(.codeBlock))
        #expect(document.text(of: code) == "\n| a |\n| - |\n")
    }

    @Test func `the last line of a paragraph can be the header`() {
        let marked = MarkedText("one\n⟦two⟧\n⟦| a |\n| - |⟧\n")
        let document = parse(marked.text)
        #expect(ranges(.table, in: document) == [marked.ranges[1]])
        #expect(document.kinds.prefix(5) == [.document, .paragraph, .text, .softBreak, .text])
    }

    @Test(arguments: [
        "> | a |\n> | - |\n> | b |\n", "- | a |\n  | - |\n  | b |\n", "1. x\n\n   | a |\n   | - |\n   | b |\n",
        "> - > | a |\n>   > | - |\n>   > | b |\n", "> x\n| a |\n> | - |\n> | b |\n", "-\t| a |\n\t| - |\n\t| b |\n",
        "| a |\r\n| - |\r\n| b |\r\n", "| a |\r| - |\r| b |", "> | a |\n> | - |\n> | b |\n| c |\n",
        "  | a |\n | - |\n   | b |",
    ])
    func `tables stand in quotes and lists and have any line ends`(text: String) {
        #expect(cells(text) == "a/b")
    }

    @Test func `cells hold inlines and use the document's references`() {
        let text = html("| [x] | *b* `c` |\n| - | - |\n| <https://a.b> | ~~d~~ www.e.f |\n\n[x]: y.md\n")
        #expect(text.contains("<th scope=\"col\"><a href=\"y.md\">x</a></th>"))
        #expect(text.contains("<em>b</em> <code>c</code>"))
        #expect(text.contains("<del>d</del> <a href=\"http://www.e.f\">www.e.f</a>"))
    }

    @Test func `no block begins in a cell`() {
        #expect(cells("| # a | C# |\n| - | - |\n| > b | - c |\n| ## | \\# |\n") == "# a,C#/> b,- c/##,#")
    }

    @Test func `cells know their place`() {
        let marked = MarkedText("⟦⟦| ⟦a⟧ |   ⟦b c⟧|⟧\n|-|-|\n> ".dropLast(2) + "⟦| ⟦`d \\| e`⟧ | ⟦*f*⟧⟧⟧\n")
        let document = parse(marked.text)
        #expect(ranges(.table, in: document) == [marked.ranges[0]])
        #expect(ranges(.tableRow, in: document) == [marked.ranges[1], marked.ranges[4]])
        #expect(ranges(.tableHeader, in: document) == [marked.ranges[2], marked.ranges[3]])
        #expect(ranges(.code, in: document) == [marked.ranges[5]])
        #expect(ranges(.emphasis, in: document) == [marked.ranges[6]])
        #expect(document.nodes.filter { !$0.isRangeExact }.isEmpty)
    }

    @Test func `a list around a table stays tight`() {
        #expect(html("- a\n- | b |\n  | - |\n- c\n").contains("<li>a</li>"))
    }

    @Test func `short rows under a wide header cannot ask for more cells than a page has`() {
        let text = String(repeating: "|a", count: 3000) + "\n" + String(repeating: "|-", count: 3000) + "\n"
        #expect(parse(text + String(repeating: "x\n", count: 3000)).nodes.count < 100_000)
    }
}
