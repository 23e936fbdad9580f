import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct JSONValueTests {
    @Test func `every value knows its place`() throws {
        let text = MarkedText(
            #" ⟦{⟦"a"⟧: ⟦[⟦1⟧, ⟦"é"⟧, ⟦true⟧, ⟦null⟧, ⟦{}⟧]⟧, ⟦"b"⟧ : ⟦-1.5e3⟧}⟧ "#
        )
        let root = try value(text.text)
        let members = try #require(root.members)
        let elements = try #require(members[0].value.elements)
        let found =
            [root.range, members[0].nameRange, members[0].value.range] + elements.map(\.range)
            + [members[1].nameRange, members[1].value.range]
        #expect(found == text.ranges)
        #expect(members.map(\.name) == ["a", "b"])
        #expect(elements.map(\.kind) == [.number("1"), .string("é"), .bool(true), .null, .object([])])
    }

    @Test(arguments: [
        (#""""#, ""), (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
        (#""\uD83D\uDE00!""#, "😀!"), (#""😀 é""#, "😀 é"), (#""\u0000""#, "\0"), ("\"\u{7F}\"", "\u{7F}"),
    ])
    func `text is read with its escapes`(source: String, text: String) throws {
        #expect(try value(source).string == text)
    }

    @Test(
        arguments: [
            ("0", 0, 0.0), ("-0", 0, 0), ("12", 12, 12), ("1e2", 100, 100), ("10.0", 10, 10), ("1.5", nil, 1.5),
            ("9223372036854775807", .max, 9.223372036854775807e18),
            ("9223372036854775808", nil, 9.223372036854775808e18),
            ("1e400", nil, nil), ("-1e999999999999", nil, nil), ("1e-999999999999", 0, 0),
            ("1e18", nil, 1e18),
        ] as [(String, Int?, Double?)]
    )
    func `a number is read as far as it fits`(source: String, integer: Int?, double: Double?) throws {
        let number = try value(source)
        #expect(number.kind == .number(source))
        #expect(number.integer == integer)
        #expect(number.double == double)
    }

    @Test(arguments: [(#" "⟦é b⟧""#, true), (#""⟦⟧""#, true), (#""a\n""#, false), (#""\u00e9""#, false), ("12", false)])
    func `the content of text has a place where no escape is in it`(marked: String, hasPlace: Bool) throws {
        let text = MarkedText(marked)
        #expect(try value(text.text).contentRange == (hasPlace ? text.ranges[0] : nil))
    }

    @Test func `a byte order mark is passed over`() throws {
        let root = try value("\u{FEFF}[]")
        #expect(root.range == ByteRange(3, 5))
    }

    @Test func `values may stand as deep as the limit and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try value(nested(JSONParser.deepestNesting))
        let diagnostics = parse(nested(JSONParser.deepestNesting + 1)).diagnostics
        #expect(diagnostics.map(\.id) == ["json-nested-too-deeply"])
        #expect(diagnostics[0].range?.bytes == ByteRange(JSONParser.deepestNesting, JSONParser.deepestNesting + 1))
    }

    @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#])
    func `a hundred thousand open brackets are one fault`(opening: String) {
        let diagnostics = parse(String(repeating: opening, count: 100_000)).diagnostics
        #expect(diagnostics.map(\.id) == ["json-nested-too-deeply"])
    }

    @Test func `a duplicated key is good syntax and found at every depth`() throws {
        let text = MarkedText(#"[{⟦"a"⟧: {⟦"b"⟧: 1, ⟦"\u0062"⟧: 2}, ⟦"a"⟧: 3, ⟦"a"⟧: 4}]"#)
        var report = DiagnosticReport()
        try value(text.text).reportDuplicatedKeys(path: path, reporting: &report)
        let found = report.sorted
        #expect(found.map(\.id) == Array(repeating: "json-key-duplicated", count: 3))
        #expect(found.map(\.range?.bytes) == [text.ranges[2], text.ranges[3], text.ranges[4]])
        #expect(
            found.map { $0.notes.first?.range?.bytes } == [text.ranges[1], text.ranges[0], text.ranges[0]]
        )
    }

    @Test func `a duplicated key is found in a large object too`() throws {
        let keys = (0..<100).map { "\"\($0)\": 0" }.joined(separator: ", ")
        let text = MarkedText("{\(keys), ⟦\"7\"⟧: 1, ⟦\"7\"⟧: 2}")
        var report = DiagnosticReport()
        try value(text.text).reportDuplicatedKeys(path: path, reporting: &report)
        #expect(report.sorted.map(\.range?.bytes) == text.ranges)
        let first = try #require(value(text.text).members?[7])
        #expect(report.sorted.map { $0.notes.first?.range?.bytes } == [first.nameRange, first.nameRange])
    }
}
