/// How schemas and values are called in messages.
extension JSONSchema {
    /// For "must be …".
    var wantedValue: String {
        switch self {
        case .text(let format): format.description
        case .localized(let format, _): "\(format.description) or an object of texts by language"
        case .choice(let choices): alternatives(choices)
        case .bool: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .array(let item, _): "an array of \(item.wantedItems)"
        case .oneOrMore(let item): "\(item.wantedValue) or an array of \(item.wantedItems)"
        case .object(let object): "an object that describes \(object.nounWithArticle)"
        case .either(let short, let long): "\(short.wantedValue) or \(long.wantedValue)"
        case .map: "an object"
        case .anything: "a value"
        }
    }

    /// For "an array of …".
    private var wantedItems: String {
        switch self {
        case .text(.any), .text(.notBlank), .localized: "texts"
        case .text(.identifier): "identifiers"
        case .text(.date): "dates"
        case .text(.url), .text(.urlTemplate), .text(.email): "addresses"
        case .text(.relativePath): "file paths"
        case .text(.pathOrURLTemplate): "file paths and addresses"
        case .choice(let choices): alternatives(choices)
        case .bool: "true and false"
        case .integer: "whole numbers"
        case .number: "numbers"
        case .array(let item, _): "arrays of \(item.wantedItems)"
        case .object, .map: "objects"
        case .oneOrMore, .either, .anything: "values"
        }
    }

    /// Whether the value is of the schema's type, so that it can be told what is wrong with it.
    func accepts(_ value: JSONValue) -> Bool {
        switch (self, value.kind) {
        case (.text, .string), (.localized, .string), (.localized, .object), (.choice, .string), (.bool, .bool),
            (.integer, .number), (.number, .number),
            (.object, .object), (.map, .object), (.anything, _):
            true
        case (.either(let short, let long), _): short.accepts(value) || long.accepts(value)
        default: false
        }
    }
}

extension ObjectSchema {
    var nounWithArticle: String {
        let startsWithVowel = "aeiou".contains(noun.prefix(1).lowercased())
        return "\(startsWithVowel ? "an" : "a") \(noun)"
    }
}

extension JSONValue {
    /// For "not …".
    var kindName: String {
        switch kind {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number: "the number \(excerpt)"
        case .string: "the text \(excerpt)"
        case .array: "an array"
        case .object: "an object"
        }
    }

    var excerpt: String {
        switch kind {
        case .number(let text): text.utf8.count > 30 ? text.prefix(30) + "…" : text
        case .string(let text): quoted(text)
        case .null, .bool, .array, .object: kindName
        }
    }

    var isContainer: Bool { members != nil || elements != nil }
}

/// `"a", "b" or "c"`; a long list ends in how many more there are.
func alternatives(_ names: [String]) -> String {
    let limit = 8
    let shown = names.prefix(limit).map { quoted($0) }
    if names.count > limit { return "one of " + shown.joined(separator: ", ") + " and \(names.count - limit) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "one of no values" }
    return shown.dropLast().joined(separator: ", ") + " or " + last
}
