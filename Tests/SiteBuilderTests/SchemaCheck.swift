import Foundation
import TestSupport
import Testing

/// As much of JSON Schema as the schemas of this project use.
struct SchemaCheck {
    private let root: [String: Any]

    init(_ schema: Any) { root = schema as? [String: Any] ?? [:] }

    /// One of those that `candor schema` prints.
    init(named name: String) throws {
        let text = try PackageFolder.text("Sources/CBuiltInFiles/schemas/\(name).json")
        self.init(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }

    var memberNames: Set<String> { Set((root["properties"] as? [String: Any] ?? [:]).keys) }

    func problems(of value: Any) -> [String] { problems(of: value, root, at: "") }

    private func problems(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
        var schema = schema
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(place): the schema has no \(reference)"]
            }
            schema = target
        }
        if let constant = schema["const"], "\(constant)" != "\(value)" {
            return ["\(place): \(value) is not \(constant)"]
        }
        if let choices = schema["enum"] as? [String], !choices.contains(value as? String ?? "") {
            return ["\(place): \(value) is none of \(choices)"]
        }
        switch schema["type"] as? String {
        case "object": return problems(ofObject: value, schema, at: place)
        case "array":
            guard let array = value as? [Any] else { return ["\(place) is no array"] }
            let items = schema["items"] as? [String: Any] ?? [:]
            return array.flatMap { problems(of: $0, items, at: "\(place)[]") }
        case "string":
            guard let text = value as? String else { return ["\(place) is no string"] }
            let isDate = schema["format"] as? String == "date"
            return isDate && text.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil ? ["\(place) is no date: \(text)"] : []
        case "integer", "boolean":
            guard let number = value as? NSNumber else { return ["\(place) is no number"] }
            let least = schema["minimum"] as? NSNumber ?? number
            return number.compare(least) == .orderedAscending ? ["\(place): \(number) is too little"] : []
        default: return []
        }
    }

    private func problems(ofObject value: Any, _ schema: [String: Any], at place: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let others = schema["additionalProperties"] as? [String: Any]
        let isOpen = schema["properties"] == nil || others != nil
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
        let unknown = isOpen ? [] : object.keys.filter { properties[$0] == nil }
        let names = schema["propertyNames"] as? [String: Any] ?? [:]
        return missing.map { "\(place).\($0) is missing" } + unknown.map { "\(place).\($0) is not in the schema" }
            + object.flatMap { name, part in
                problems(of: name, names, at: "\(place), a name")
                    + problems(of: part, properties[name] ?? others ?? [:], at: "\(place).\(name)")
            }
    }
}

struct SchemaCheckTests {
    /// A checker that finds nothing anywhere would prove nothing.
    @Test(arguments: [
        (#"{"a": "x", "n": 0}"#, [".n: 0 is too little"]), (#"{"n": 1}"#, [".a is missing"]),
        (#"{"a": 1}"#, [".a is no string"]), (#"{"a": "x", "b": 1}"#, [".b is not in the schema"]),
        (#"{"a": "x", "d": ["2026-1-1"]}"#, [".d[] is no date: 2026-1-1"]),
        (#"{"a": "x", "v": 2}"#, [".v: 2 is not 1"]),
        (#"{"a": "x", "l": {"q": "y"}}"#, [".l, a name: q is none of [\"p\"]"]),
        (#"{"a": "x", "l": {"p": 1}}"#, [".l.p is no string"]), (#"{"a": "x", "n": 1, "v": 1, "l": {"p": "y"}}"#, []),
    ])
    func `each fault is found`(text: String, expected: [String]) throws {
        let schema = """
            {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"},
             "n": {"type": "integer", "minimum": 1}, "v": {"const": 1},
             "d": {"type": "array", "items": {"$ref": "#/$defs/day"}},
             "l": {"type": "object", "propertyNames": {"enum": ["p"]}, "additionalProperties": {"type": "string"}}},
             "$defs": {"day": {"type": "string", "format": "date"}}}
            """
        let check = SchemaCheck(try JSONSerialization.jsonObject(with: Data(schema.utf8)))
        #expect(check.problems(of: try JSONSerialization.jsonObject(with: Data(text.utf8))) == expected)
    }
}
