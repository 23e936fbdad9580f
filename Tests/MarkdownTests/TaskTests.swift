import Markdown
import TestSupport
import Testing

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
