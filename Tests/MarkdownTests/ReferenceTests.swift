import Markdown
import TestSupport
import Testing

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
