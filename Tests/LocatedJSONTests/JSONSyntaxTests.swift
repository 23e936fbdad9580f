import Diagnostics
import LocatedJSON
import TestSupport
import Testing

/// A document with its faults marked, and what is said of each.
struct SyntaxCase: Sendable, CustomTestStringConvertible {
    let marked: String
    let messages: [String]

    init(_ marked: String, _ messages: String...) {
        self.marked = marked
        self.messages = messages
    }

    var testDescription: String { marked }
}

struct JSONSyntaxTests {
    @Test(arguments: separators + words + strings + brackets + comments + several)
    func `each fault is reported once at its place`(example: SyntaxCase) {
        let text = MarkedText(example.marked)
        let (value, diagnostics) = parse(text.bytes)
        #expect(value == nil)
        #expect(diagnostics.map(\.range?.bytes) == text.ranges)
        #expect(diagnostics.map(\.message) == example.messages)
        #expect(diagnostics.allSatisfy { $0.id == "json-syntax" && $0.severity == .error })
    }

    static let separators = [
        SyntaxCase("[1⟦⟧ 2]", "a comma is missing after this value"),
        SyntaxCase("[1⟦⟧\n  2⟦⟧\n 3]", "a comma is missing after this value", "a comma is missing after this value"),
        SyntaxCase(#"{"a": 1⟦⟧ "b": 2}"#, "a comma is missing after this value"),
        SyntaxCase("[1⟦,⟧]", "a comma after the last item of an array is not allowed"),
        SyntaxCase(#"{"a": 1⟦,⟧ }"#, "a comma after the last item of an object is not allowed"),
        SyntaxCase("[1,⟦,⟧2]", "there is no value before this comma"),
        SyntaxCase("[1,⟦,⟧]", "there is no value before this comma"),
        SyntaxCase("[⟦,⟧]", "there is no value before this comma"),
        SyntaxCase("{⟦,⟧}", "there is no key before this comma"),
        SyntaxCase(#"{"a"⟦⟧ 1}"#, #"a colon is missing after the key "a""#),
        SyntaxCase(#"{"a"⟦⟧ = 1}"#, #"a colon is missing after the key "a""#),
        SyntaxCase(#"{⟦"a"⟧: }"#, #"key "a" has no value"#),
        SyntaxCase(#"{⟦"a"⟧, "b": 1}"#, #"key "a" has no value"#),
        SyntaxCase(#"{⟦:⟧ 1, "b": 2}"#, "there is no key before this colon"),
        SyntaxCase(#"["a"⟦:⟧ 1]"#, "an array has values only, no keys with a colon"),
        SyntaxCase(#"{⟦{⟧}}"#, "this value has no key"),
    ]

    static let words = [
        SyntaxCase("[⟦True⟧, ⟦None⟧]", #""True" is written true in JSON"#, #""None" is written null in JSON"#),
        SyntaxCase(
            #"{"a": ⟦made by hand⟧, "b": 1}"#,
            #""made by hand" is neither text in quotes nor another value of JSON"#
        ),
        SyntaxCase(
            #"{⟦a⟧: 1, ⟦b-c⟧: 2}"#,
            #"key "a" is not in quotes"#,
            #"key "b-c" is not in quotes"#
        ),
        SyntaxCase(
            "{⟦'a'⟧: ⟦'b c'⟧}",
            #""'a'" is not in double quotes"#,
            #""'b c'" is not in double quotes"#
        ),
        SyntaxCase("{⟦“a”⟧: 1}", #""“a”" is not in double quotes"#),
        SyntaxCase("[⟦01⟧]", #""01" is not a number of JSON, which has no leading zero"#),
        SyntaxCase(
            "{\"a\": ⟦tru⟧⟦⟧\n \"b\": 1}",
            #""tru" is neither text in quotes nor another value of JSON"#,
            "a comma is missing after this value"
        ),
        SyntaxCase("[⟦+1⟧]", #""+1" is not a number of JSON, which has no plus sign"#),
        SyntaxCase("[⟦.5⟧]", #"".5" is not a number of JSON, which has a digit before its point"#),
        SyntaxCase("[⟦5.⟧]", #""5." is not a number of JSON, which has a digit after its point"#),
        SyntaxCase(
            "[⟦1e⟧, ⟦-⟧, ⟦0x1F⟧]",
            #""1e" is not a number of JSON"#,
            #""-" is not a number of JSON"#,
            #""0x1F" is not a number of JSON"#
        ),
        SyntaxCase(#"{"day": ⟦2026-01-31⟧}"#, #""2026-01-31" is not a number of JSON"#),
        SyntaxCase("[5⟦⟧ days]", "a comma is missing after this value"),
        SyntaxCase("[⟦&&⟧]", #""&&" has no meaning here"#),
        SyntaxCase("[1, ⟦\0⟧]", "control character U+0000 has no meaning here"),
    ]

    static let strings = [
        SyntaxCase(#"["⟦\q⟧a⟦\x⟧41"]"#, #""\q" is not an escape of JSON"#, #""\x" is not an escape of JSON"#),
        SyntaxCase(#"["⟦\é⟧"]"#, #""\é" is not an escape of JSON"#),
        SyntaxCase(#"["⟦\u12⟧x"]"#, #""\u12" lacks some of its four hexadecimal digits"#),
        SyntaxCase(#"["⟦\uD800⟧"]"#, #""\uD800" is half a surrogate pair, which stands for no character"#),
        SyntaxCase(#"["⟦\uDC00⟧x"]"#, #""\uDC00" is half a surrogate pair, which stands for no character"#),
        SyntaxCase(
            "[\"a⟦\t⟧b⟦\u{1}⟧\"]",
            "control character U+0009 must be written as an escape in text",
            "control character U+0001 must be written as an escape in text"
        ),
        SyntaxCase("[\"one⟦\n⟧ two\", 3]", #"a line break must be written as "\n" in text"#),
        SyntaxCase("{\"a\": ⟦\"text⟧,\n \"b\": 1}", "the text has no closing quote on its line"),
        SyntaxCase("{⟦\"a: 1⟧,\n \"b\": 1}", "the text has no closing quote on its line"),
        SyntaxCase("{\"a\": [⟦\"x⟧],\n \"b\": 1}", "the text has no closing quote on its line"),
        SyntaxCase("⟦\"text⟧", "the text has no closing quote on its line"),
        SyntaxCase("⟦\"⟧", "the text has no closing quote on its line"),
        SyntaxCase(#"["abc, "⟦⟧def"]"#, "a comma is missing after this value"),
    ]

    static let brackets = [
        SyntaxCase("[1, 2⟦}⟧", #""}" cannot close an array"#),
        SyntaxCase(#"{"a": [1, 2⟦}⟧, "b": 3}"#, #""}" cannot close an array"#),
        SyntaxCase(#"[{"a": 1⟦]⟧"#, #""]" cannot close an object"#),
        SyntaxCase("[[1, 2⟦⟧\n", "the file ends inside an array"),
        SyntaxCase(#"{"a": {"b": 1}⟦⟧"#, "the file ends inside an object"),
        SyntaxCase(#"{"a":⟦⟧"#, "the file ends inside an object"),
        SyntaxCase("[1]⟦]⟧", #""]" closes nothing"#),
        SyntaxCase("⟦]⟧", #""]" has no meaning here"#),
        SyntaxCase("{} ⟦more text⟧\nand more", #""more text" comes after the end of the document's value"#),
        SyntaxCase("⟦⟧", "the file holds no value"),
        SyntaxCase("⟦⟧ \n ", "the file holds no value"),
    ]

    static let comments = [
        SyntaxCase(
            "[1, ⟦// one⟧\n 2 ⟦/* two\n */⟧]",
            #"JSON has no comments such as this one with "//""#,
            #"JSON has no comments such as this one with "/*""#
        ),
        SyntaxCase("⟦# settings⟧\n{}", ##"JSON has no comments such as this one with "#""##),
        SyntaxCase("[1, ⟦/*⟧ 2]", "a comment opens here, which JSON does not have, and never ends"),
    ]

    static let several = [
        SyntaxCase(
            """
            {
              "a": ⟦tru⟧,
              ⟦b⟧: [1⟦⟧ 2⟦,⟧],
              "c": "⟦\\q⟧"⟦⟧
              "d": ⟦01⟧⟦,⟧
            } ⟦x⟧
            """,
            #""tru" is neither text in quotes nor another value of JSON"#,
            #"key "b" is not in quotes"#,
            "a comma is missing after this value",
            "a comma after the last item of an array is not allowed",
            #""\q" is not an escape of JSON"#,
            "a comma is missing after this value",
            #""01" is not a number of JSON, which has no leading zero"#,
            "a comma after the last item of an object is not allowed",
            #""x" comes after the end of the document's value"#
        )
    ]

    @Test(arguments: [
        ("[1,]", "[1]"), ("[1 2]", "[1, 2]"), ("{a: 1}", #"{"a": 1}"#), (#"{"a" 1}"#, #"{"a": 1}"#),
        ("[True]", "[true]"), ("['a\"b']", #"["a\"b"]"#), (#"["C:\d"]"#, #"["C:\\d"]"#),
    ])
    func `the fix of a fault gives what was meant`(wrong: String, right: String) throws {
        let fixed = try #require(parse(wrong).diagnostics.first).firstFix(appliedTo: wrong)
        #expect(fixed == right)
        #expect(parse(fixed).value != nil)
    }

    @Test func `unclosed brackets are noted from the inside out`() throws {
        let text = MarkedText(#"⟦{⟧"a": ⟦[⟧"#)
        let diagnostic = try #require(parse(text.bytes).diagnostics.first)
        #expect(diagnostic.notes.map(\.range?.bytes) == text.ranges.reversed())
    }

    @Test func `a wrong bracket has a note at the one it cannot close`() throws {
        let text = MarkedText(#"{"a": ⟦[⟧1}"#)
        let diagnostic = try #require(parse(text.bytes).diagnostics.first)
        #expect(diagnostic.notes.map(\.range?.bytes) == text.ranges)
    }

    @Test(arguments: [
        ([0xFF] as [UInt8], 0..<1), ([0xC3], 0..<1), ([0xC0, 0x80], 0..<1), ([0xED, 0xA0, 0x80], 0..<1),
        ([0xE2, 0x82], 0..<2), ([0xF4, 0x90, 0x80, 0x80], 0..<1), ([0xF0, 0x9F, 0x98, 0x22], 0..<3),
    ])
    func `bytes that are not UTF-8 are reported in text and outside of it`(bytes: [UInt8], fault: Range<Int>) {
        for (prefix, suffix) in [("[\"é", "\"]"), ("[", "]")] {
            let document = Array(prefix.utf8) + bytes + Array(suffix.utf8)
            let start = prefix.utf8.count
            let (value, diagnostics) = parse(document)
            #expect(value == nil)
            #expect(
                diagnostics.first?.range?.bytes == ByteRange(start + fault.lowerBound, start + fault.upperBound)
            )
        }
    }

    @Test(
        arguments: [[0xFE, 0xFF, 0, 0x7B, 0, 0x7D], [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0x7B, 0, 0x7D, 0]] as [[UInt8]]
    )
    func `a file in another encoding has one fault`(bytes: [UInt8]) {
        #expect(parse(bytes).diagnostics.map(\.message) == ["the file is not encoded in UTF-8"])
    }

    @Test func `a file with more faults than can be of use ends in a note`() {
        let diagnostics = parse("[" + String(repeating: "01, ", count: 1000) + "1]").diagnostics
        #expect(diagnostics.count(where: { $0.severity == .error }) == JSONParser.mostProblems)
        #expect(diagnostics.count == JSONParser.mostProblems + 1)
        #expect(diagnostics.contains { $0.severity == .note })
    }
}
