import Diagnostics
import Testing

@Test func `lines end at LF, CR and CRLF`() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.lineCount == 4)
    #expect([0, 1, 2, 3, 4, 5, 6, 7].map(index.line(at:)) == [0, 0, 1, 1, 1, 2, 2, 3])
    #expect(index.line(at: 1000) == 3)
}

@Test(arguments: [
    ("titel", ["title", "tagline"], "title"),
    ("scopse", ["scopes", "scope"], "scopes"),
    ("users:raed", ["users:read", "users:write"], "users:read"),
    ("xyz", ["title", "scopes"], nil),
    ("", ["title"], nil),
])
func `the closest name is offered, or none rather than a bad one`(name: String, names: [String], expected: String?) {
    #expect(closestMatch(to: name, among: names) == expected)
}

@Test func `columns of a line of megabytes are those of a short one`() {
    let bytes = Array(("\n" + String(repeating: "é", count: 100_000) + "\nx").utf8)
    let index = LineIndex(bytes)
    for scalars in [0, 1, 32_767, 32_768, 65_535, 65_536, 99_999, 100_000] {
        let position = index.position(of: 1 + scalars * 2, in: bytes)
        #expect(position.line == 2 && position.column == scalars + 1)
    }
    let end = index.position(of: bytes.count, in: bytes)
    #expect(end.line == 3 && end.column == 2)
    let nowhere = LineIndex([]).position(of: 9, in: [])
    #expect(nowhere.line == 1 && nowhere.column == 1)
}
