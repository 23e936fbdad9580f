import Diagnostics
import Markdown
import TestSupport
import Testing

/// The first eight are what cmark 0.30.2 gets wrong or leaves out.
struct RangeTests {
    @Test func `ranges count bytes, and end after the last one`() {
        let marked = MarkedText("é ⟦*ü*⟧\nx\n")
        #expect(ranges(.emphasis, in: parse(marked.text)) == marked.ranges)
    }

    @Test func `soft and hard breaks have a place`() {
        let marked = MarkedText("a⟦\n⟧b")
        #expect(ranges(.softBreak, in: parse(marked.text)) == marked.ranges)
        let hard = MarkedText("a⟦  \n⟧b⟦\\\n⟧c")
        #expect(ranges(.lineBreak, in: parse(hard.text)) == hard.ranges)
    }

    @Test func `inline code includes its backticks`() {
        let marked = MarkedText("a ⟦``b ` c``⟧ d ⟦`e`⟧")
        #expect(ranges(.code, in: parse(marked.text)) == marked.ranges)
    }

    @Test func `a link over two lines begins on its first line`() {
        let marked = MarkedText("first\nsecond ⟦[li\nnk](x.md)⟧")
        #expect(ranges(.link, in: parse(marked.text)) == marked.ranges)
    }

    @Test func `an autolink on a later line has its own columns`() {
        let marked = MarkedText("abc\nx ⟦<https://a.b>⟧ y ⟦<c@d.e>⟧")
        #expect(ranges(.link, in: parse(marked.text)) == marked.ranges)
    }

    @Test func `lists and items end with their last block`() {
        let marked = MarkedText("⟦- ⟦a⟧\n- ⟦b⟧⟧\n\ntext\n")
        let document = parse(marked.text)
        #expect(ranges(.bulletList, in: document) == [marked.ranges[0]])
        #expect(ranges(.item, in: document).map(\.end) == [marked.ranges[1].end, marked.ranges[2].end])
        #expect(ranges(.text, in: document).prefix(2) == marked.ranges[1...])
    }

    @Test func `a reference link has a place, its destination has none`() throws {
        let marked = MarkedText("⟦[a][b]⟧ ⟦[b][]⟧ ⟦[b]⟧\n\n[b]: x.md\n")
        let document = parse(marked.text)
        let link = try #require(document.first(.link))
        #expect(ranges(.link, in: document) == marked.ranges)
        #expect(document.destinationRange(of: link) == nil)
    }

    @Test(arguments: ["⟦&copy; a\\*b &#x41;⟧", "⟦&amp;&&#38;&x;⟧", "⟦&NotEqualTilde;&fjlig;⟧*c*", "⟦\\\\\\&lt;⟧"])
    func `text with escapes and references covers what it is written with`(text: String) {
        let marked = MarkedText(text)
        #expect(ranges(.text, in: parse(marked.text)).first == marked.ranges[0])
        #expect(parse(marked.text).nodes.filter { !$0.isRangeExact }.isEmpty)
    }

    @Test func `nothing shifts behind the replacement character`() {
        let marked = MarkedText("\u{FFFD}\u{FFFD} ⟦*a*⟧")
        #expect(ranges(.emphasis, in: parse(marked.text)) == marked.ranges)
    }

    @Test func `cmark leaves a pipe table a paragraph, and it still becomes a table`() {
        #expect(parse("| a |\n| - |\n").kinds.contains(.table))
    }

    @Test(arguments: [
        "[a]: x.md\n⟦*b*⟧\n", "[a]: <x y>\n  'title'\n[b]: y\n⟦*b*⟧\n", "[a](x 't\nt') ⟦*b*⟧\n", "`a\nb` ⟦*c*⟧",
        "<b\nc> ⟦*d*⟧", "> a\n> ⟦*b*⟧\n", "> a\n⟦*b*⟧\n", "-\ta\n\t⟦*b*⟧\n", "1.  > a\n    > ⟦*b*⟧\n",
        "> - a\n>\n>   ⟦*b*⟧\n",
        "- > a\n  > ⟦*b*⟧\n", "   a\n      ⟦*b*⟧\n", "a\r\n⟦*b*⟧\r\n", "a\r⟦*b*⟧\r", "## a ⟦*b*⟧ ##\n",
        "a\n⟦*b*⟧\n===\n", "> a\\\n   ⟦*b*⟧\n",
        ">\t- a\n>\n>\t  ⟦*b*⟧\n", "- - - a\n      ⟦*b*⟧\n", "![*x*](y) ⟦*b*⟧", "[a]: b\n\n[a][a] [a] ![a][] ⟦*b*⟧",
    ])
    func `emphasis is found after whatever cmark loses count of`(text: String) {
        let marked = MarkedText(text)
        let document = parse(marked.text)
        #expect(ranges(.emphasis, in: document).last == marked.ranges[0])
        #expect(document.nodes.filter { !$0.isRangeExact }.isEmpty)
    }

    @Test(arguments: [
        "a\n\n⟦```json\nx\n```⟧\n\nb\n", "⟦~~~\nx\n~~~~~⟧\n", "⟦```\nx⟧\n", "> ⟦```\n> x⟧\n\nb\n",
        "> ⟦```\n> x\n> ```⟧\nb\n",
        "a\n\n    ⟦x\n\n    y⟧\n\n\nb\n", "⟦```\r\nx\r\n```⟧\r\n",
    ])
    func `a code block ends with its fence or its last line`(text: String) {
        let marked = MarkedText(text)
        #expect(ranges(.codeBlock, in: parse(marked.text)) == marked.ranges)
    }

    @Test(arguments: ["⟦# a #⟧\nb\n", "x\n\n⟦a\nb\n---⟧\nc\n", "> ⟦a\n> ===⟧\n> ===\n", "⟦#⟧\n", "[a]: x\n⟦b\n---⟧\n"])
    func `a heading reaches from its marker or text to its end`(text: String) {
        let marked = MarkedText(text)
        #expect(ranges(.heading, in: parse(marked.text)) == marked.ranges)
    }

    @Test(arguments: [
        "[a](⟦x.md⟧)", "[a]( ⟦x.md⟧ \"t\" )", "[a](<⟦x y.md⟧>)", "![a](⟦p(q).png⟧ 't')", "a\n<⟦https://b.c⟧>",
        "x ⟦https://b.c⟧.",
        "[*a* `]`](⟦x\\*y⟧)", "| a |\n| - |\n| [b](⟦c⟧) |\n", "> [a](\n> ⟦b⟧)", "[a](⟦⟧)", "[a](⟦feature:b⟧)",
    ])
    func `a destination is found in the source`(text: String) {
        let marked = MarkedText(text)
        let document = parse(marked.text)
        let node = document.nodes.first { $0.kind == .link || $0.kind == .image }
        #expect(node.flatMap(document.destinationRange) == marked.ranges[0])
    }

    @Test func `ranges count from the beginning of the file`() {
        let marked = MarkedText("---\ntitle: a\n---\n# ⟦b⟧\n\n> | x |\n> | - |\n> | ⟦y⟧ |\n")
        var report = DiagnosticReport()
        let document = MarkdownDocument.parse(marked.bytes, path: "a.md", from: 17, reporting: &report)
        #expect(document.nodes[0].range == ByteRange(17, marked.bytes.count))
        let texts = document.nodes.filter { $0.kind == .text }
        #expect([texts[0].range, texts[2].range] == marked.ranges)
    }

    @Test func `a byte order mark at the start of the body moves no range`() {
        let marked = MarkedText("---\n\u{FEFF}> ![⟦x⟧](a)\u{FEFF} b\n\n⟦c⟧\n")
        var report = DiagnosticReport()
        let document = MarkdownDocument.parse(marked.bytes, path: "a.md", from: 4, reporting: &report)
        let texts = document.nodes.filter { $0.kind == .text }
        #expect([texts.first?.range, texts.last?.range] == marked.ranges)
        #expect(ranges(.blockQuote, in: document).map(\.start) == [7])
    }
}
