import Diagnostics
import LocatedJSON
import Testing

/// Items that are added to a document and taken out of it, as its author would have done.
struct JSONEditTests {
    private let item = "{\n  \"id\": \"b\",\n  \"list\": [\n    \"x\"\n  ]\n}"

    private func list(in bytes: [UInt8]) throws -> JSONValue {
        var report = DiagnosticReport()
        let root = try #require(JSONParser.parse(bytes, path: "a.json", reporting: &report))
        return try #require(root.members?.first?.value)
    }

    private func edited(_ bytes: [UInt8], _ edits: [(ByteRange, String)]) -> String {
        let result = edits.sorted { $0.0 > $1.0 }.reduce(into: bytes) { bytes, edit in
            bytes.replaceSubrange(edit.0.start..<edit.0.end, with: Array(edit.1.utf8))
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func appending(to text: String) throws -> String {
        let bytes = Array(text.utf8)
        let edit = try #require(try list(in: bytes).appending([item], in: bytes))
        return edited(bytes, [(edit.range, edit.text)])
    }

    @Test func `an item is laid out as the others are`() throws {
        #expect(
            try appending(to: "{\n  \"a\": [\n    {\n      \"id\": \"a\"\n    }\n  ]\n}\n")
                == "{\n  \"a\": [\n    {\n      \"id\": \"a\"\n    },\n    {\n      \"id\": \"b\",\n      \"list\": [\n        \"x\"\n      ]\n    }\n  ]\n}\n"
        )
        #expect(
            try appending(to: "{\n  \"a\": [\n    {\"id\": \"a\"}\n  ]\n}\n")
                == "{\n  \"a\": [\n    {\"id\": \"a\"},\n    {\"id\": \"b\", \"list\": [\"x\"]}\n  ]\n}\n"
        )
        #expect(
            try appending(to: "{\"a\": [{\"id\": \"a\"}]}")
                == "{\"a\": [{\"id\": \"a\"}, {\"id\": \"b\", \"list\": [\"x\"]}]}"
        )
    }

    @Test func `tabs, wide steps and line ends are kept`() throws {
        #expect(
            try appending(to: "{\r\n\t\"a\": [\r\n\t\t{\r\n\t\t\t\"id\": 1\r\n\t\t}\r\n\t]\r\n}\r\n")
                == "{\r\n\t\"a\": [\r\n\t\t{\r\n\t\t\t\"id\": 1\r\n\t\t},\r\n\t\t{\r\n\t\t\t\"id\": \"b\",\r\n\t\t\t\"list\": [\r\n\t\t\t\t\"x\"\r\n\t\t\t]\r\n\t\t}\r\n\t]\r\n}\r\n"
        )
        #expect(
            try appending(to: "{\n    \"a\": []\n}\n")
                == "{\n    \"a\": [\n        {\n            \"id\": \"b\",\n            \"list\": [\n                \"x\"\n            ]\n        }\n    ]\n}\n"
        )
    }

    @Test(arguments: [
        ("{\"a\": [1, 2, 3]}", [0], "{\"a\": [2, 3]}"),
        ("{\"a\": [1, 2, 3]}", [1], "{\"a\": [1, 3]}"),
        ("{\"a\": [1, 2, 3]}", [2], "{\"a\": [1, 2]}"),
        ("{\"a\": [1, 2, 3]}", [0, 1], "{\"a\": [3]}"),
        ("{\"a\": [1, 2, 3]}", [1, 2], "{\"a\": [1]}"),
        ("{\"a\": [1, 2, 3]}", [0, 2], "{\"a\": [2]}"),
        ("{\"a\": [1, 2, 3]}", [0, 1, 2], "{\"a\": []}"),
        ("{\"a\": [\n  1,\n  2\n]}", [0], "{\"a\": [\n  2\n]}"),
        ("{\"a\": [\n  1,\n  2\n]}", [1], "{\"a\": [\n  1\n]}"),
    ])
    func `an item takes its comma along`(text: String, places: [Int], expected: String) throws {
        let bytes = Array(text.utf8)
        #expect(edited(bytes, try list(in: bytes).removing(itemsAt: Set(places)).map { ($0, "") }) == expected)
    }
}
