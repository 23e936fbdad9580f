import Diagnostics
import LocatedJSON
import Testing

struct JSONInsertionTests {
    @Test(arguments: ["[]", "[1]", "[1, [2]]", "[ ]", "[\n]", "{}", "{\"a\": 1}", "{\n  \"a\": [1]\n}", "[\n  1]"])
    func `what comes of it is JSON with the items at its end`(text: String) throws {
        let isArray = text.hasPrefix("[")
        let items = isArray ? ["{\n  \"id\": 1\n}\n", "2"] : ["\"b\": [\n  1\n]\n", "\"c\": 2"]
        let after = try appended(items, to: text)
        let (before, _) = parse(Array(text.utf8))
        let (value, diagnostics) = parse(Array(after.utf8))
        #expect(diagnostics.isEmpty, "\(after)")
        let added = (value?.elements?.count ?? value?.members?.count ?? 0)
        #expect(added == (before?.elements?.count ?? before?.members?.count ?? 0) + 2)
    }

    private func appended(_ items: [String], to text: String) throws -> String {
        let bytes = Array(text.utf8)
        let value = try #require(parse(bytes).0)
        let edit = try #require(value.appending(items, in: bytes))
        return String(
            decoding: bytes[..<edit.range.start] + Array(edit.text.utf8) + bytes[edit.range.end...],
            as: UTF8.self
        )
    }
}
