extension JSONSchema {
    /// The schema as a document of JSON Schema 2020-12, which editors complete and check with.
    package func jsonSchemaText(id: String) -> String {
        var writer = JSONWriter(.pretty)
        writer.object { writer in
            writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            writer.member("$id", id)
            writeKeywords(to: &writer)
        }
        return writer.text
    }

    /// Writes into an object that is open already.
    private func writeKeywords(to writer: inout JSONWriter, description: String = "") {
        if !description.isEmpty { writer.member("description", description) }
        switch self {
        case .text(let format): format.writeKeywords(to: &writer)
        case .localized(let format, _): format.writeLocalized(to: &writer)
        case .choice(let choices): writer.member("enum", choices)
        case .bool: writer.member("type", "boolean")
        case .integer(let limits): writeInteger(limits, to: &writer)
        case .number(let limits): writeNumber(limits, to: &writer)
        case .array(let item, let count): item.writeArray(count: count, to: &writer)
        case .oneOrMore(let item): writeOneOrMore(item, to: &writer)
        case .either(let short, let long): writeEither(short, long, to: &writer)
        case .object(let object): object.writeKeywords(to: &writer, isDescribed: !description.isEmpty)
        case .map(let entry, let keys): entry.writeMap(keys: keys, to: &writer)
        case .anything: break
        }
    }

    fileprivate func writeSchema(to writer: inout JSONWriter, description: String = "") {
        writer.object { writeKeywords(to: &$0, description: description) }
    }

    private func writeInteger(_ limits: ClosedRange<Int>, to writer: inout JSONWriter) {
        writer.member("type", "integer")
        if limits.lowerBound > .min { writer.member("minimum", limits.lowerBound) }
        if limits.upperBound < .max { writer.member("maximum", limits.upperBound) }
    }

    private func writeNumber(_ limits: ClosedRange<Double>, to writer: inout JSONWriter) {
        writer.member("type", "number")
        for (keyword, limit) in [("minimum", limits.lowerBound), ("maximum", limits.upperBound)] where limit.isFinite {
            writer.key(keyword)
            writer.number(limit)
        }
    }

    private func writeArray(count: ClosedRange<Int>, to writer: inout JSONWriter) {
        writer.member("type", "array")
        writer.key("items")
        writeSchema(to: &writer)
        if count.lowerBound > 0 { writer.member("minItems", count.lowerBound) }
        if count.upperBound < .max { writer.member("maxItems", count.upperBound) }
    }

    private func writeOneOrMore(_ item: JSONSchema, to writer: inout JSONWriter) {
        writer.key("oneOf")
        writer.array { writer in
            item.writeSchema(to: &writer)
            JSONSchema.array(of: item, count: 1...Int.max).writeSchema(to: &writer)
        }
    }

    private func writeEither(_ short: JSONSchema, _ long: JSONSchema, to writer: inout JSONWriter) {
        writer.key("oneOf")
        writer.array { writer in
            short.writeSchema(to: &writer)
            long.writeSchema(to: &writer)
        }
    }

    private func writeMap(keys: [String]?, to writer: inout JSONWriter) {
        writer.member("type", "object")
        writer.key("properties")
        writer.object { $0.writeSchemaKey() }
        if let keys {
            writer.key("propertyNames")
            writer.object { $0.member("enum", [JSONSchema.schemaKey] + keys) }
        }
        writer.key("additionalProperties")
        writeSchema(to: &writer)
    }
}

extension ObjectSchema {
    package func jsonSchemaText(id: String) -> String {
        JSONSchema.object(self).jsonSchemaText(id: id)
    }

    fileprivate func writeKeywords(to writer: inout JSONWriter, isDescribed: Bool) {
        writer.member("title", title)
        if !description.isEmpty, !isDescribed { writer.member("description", description) }
        writer.member("type", "object")
        writer.key("properties")
        writer.object { writer in
            if property(named: JSONSchema.schemaKey) == nil { writer.writeSchemaKey() }
            for property in properties {
                writer.key(property.name)
                property.schema.writeSchema(to: &writer, description: property.description)
            }
        }
        let required = properties.filter(\.isRequired).map(\.name)
        if !required.isEmpty { writer.member("required", required) }
        writer.member("additionalProperties", false)
    }
}

extension TextFormat {
    fileprivate func writeLocalized(to writer: inout JSONWriter) {
        writer.key("oneOf")
        writer.array { writer in
            writer.object { writeKeywords(to: &$0) }
            writer.object { writer in
                writer.member("type", "object")
                writer.key("patternProperties")
                writer.object { writer in
                    writer.key("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
                    writer.object { writeKeywords(to: &$0) }
                }
                writer.member("additionalProperties", false)
                writer.member("minProperties", 1)
            }
        }
    }

    fileprivate func writeKeywords(to writer: inout JSONWriter) {
        writer.member("type", "string")
        if let format { writer.member("format", format) }
        if let pattern { writer.member("pattern", pattern) }
        if self == .identifier { writer.member("maxLength", longestIdentifier) }
    }

    /// The name of JSON Schema for the format, if it has one.
    private var format: String? {
        switch self {
        case .date: "date"
        case .url: "uri"
        case .email: "email"
        case .any, .notBlank, .identifier, .relativePath, .urlTemplate, .pathOrURLTemplate: nil
        }
    }

    /// As near to the check as a pattern comes that a person can read.
    private var pattern: String? {
        switch self {
        case .any: nil
        case .notBlank: #"\S"#
        case .identifier: "^[a-z0-9][a-z0-9-]*$"
        case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .url, .urlTemplate: #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s]+$"#
        case .email: #"^[^\s@]+@[^\s@]+\.[^\s@]+$"#
        case .relativePath: Self.relativePathPattern
        case .pathOrURLTemplate: #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s]+$|"# + Self.relativePathPattern
        }
    }

    private static let relativePathPattern = #"^(?!/)(?!.*(^|/)\.{0,2}(/|$))[^\\]+$"#
}

extension JSONWriter {
    fileprivate mutating func writeSchemaKey() {
        key(JSONSchema.schemaKey)
        object { $0.member("type", "string") }
    }
}
