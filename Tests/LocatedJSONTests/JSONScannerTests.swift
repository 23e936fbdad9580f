import Diagnostics
import LocatedJSON
import Testing

@Suite struct JSONScannerTests {
    @Test func `keys and elements come one after the other`() throws {
        var scanner = JSONScanner(Array(#" {"a": [1, "x", {"b": []}], "c" : {}, "d": "e"} "#.utf8))
        try scanner.enterObject()
        #expect(try scanner.nextKey()?.name == "a")
        try scanner.enterArray()
        var kinds: [JSONScanner.Kind] = []
        while try scanner.nextElement() {
            kinds.append(try scanner.kind())
            try scanner.skipValue()
        }
        #expect(kinds == [.other, .string, .object])
        #expect(try scanner.nextKey()?.name == "c")
        try scanner.enterObject()
        #expect(try scanner.nextKey()?.name == nil)
        let key = try scanner.nextKey()
        #expect(key?.name == "d" && key?.range == ByteRange(38, 41))
        let text = try #require(try scanner.stringIfAny())
        #expect(scanner.text(in: text) == "e")
        #expect(try scanner.nextKey()?.name == nil)
        let isAtEnd = scanner.isAtEnd()
        #expect(isAtEnd)
    }

    @Test(arguments: [
        (#""a\"b\\c\/\n\t""#, "a\"b\\c/\n\t"), (#""\u0041\u00e9""#, "Aé"), (#""\ud83d\ude00x""#, "😀x"),
        (#""é😀""#, "é😀"),
        (#""\ud83d""#, "\u{FFFD}"), (#""\u00""#, "u00"), ("\"\"", ""),
    ])
    func `a text is read without its escapes`(json: String, text: String) throws {
        var scanner = JSONScanner(Array(json.utf8))
        let range = try scanner.string()
        #expect(scanner.text(in: range) == text)
    }

    @Test(
        arguments: [("12 ", 12), ("-1,", -1), ("2e2]", 200), ("true ", nil), ("\"7\"", nil), ("[1]", nil)]
            as [(String, Int?)]
    )
    func `a number is one or none`(json: String, number: Int?) throws {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(try scanner.integerIfAny() == number)
    }

    @Test(arguments: ["", " ", "\"a", "\"a\\", "\"a\\\"", "[1", "{\"a\": [", "12"])
    func `what ends early is cut off`(json: String) {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(throws: JSONScanner.Fault.cutOff) { try scanner.skipValue() }
    }

    @Test(arguments: [("]", 0), ("  ,", 2), ("<a>", 0)])
    func `what is no value is malformed`(json: String, place: Int) {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(throws: JSONScanner.Fault.malformed(at: place)) { try scanner.skipValue() }
    }

    @Test(arguments: [#"{"a" 1}"#, #"{a: 1}"#, #"{"a": 1 "b": 2}"#, "{1: 2}"])
    func `an object wants keys, colons and commas`(json: String) {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(throws: JSONScanner.Fault.self) {
            try scanner.enterObject()
            while try scanner.nextKey() != nil { try scanner.skipValue() }
        }
    }
}
