/// What a value of a document may be: the one declaration behind the check and the JSON Schema for editors.
package indirect enum JSONSchema: Sendable {
    case text(TextFormat)
    /// A text, or an object of its translations by language; without a language, a name holds in all of them.
    case localized(TextFormat, isName: Bool)
    case choice([String])
    case bool
    case integer(in: ClosedRange<Int> = Int.min...Int.max)
    case number(in: ClosedRange<Double> = -Double.infinity...Double.infinity)
    case array(of: JSONSchema, count: ClosedRange<Int> = 0...Int.max)
    /// One value, or an array with at least one.
    case oneOrMore(JSONSchema)
    case object(ObjectSchema)
    /// Whichever of the two the value's type fits: a short form and a long one.
    case either(JSONSchema, JSONSchema)
    /// An object whose keys the author chooses, freely or among `keys`.
    case map(of: JSONSchema, keys: [String]? = nil)
    case anything

    package static let string = JSONSchema.text(.notBlank)
    package static let localizedString = JSONSchema.localized(.notBlank, isName: false)
    package static let localizedStringOrBlank = JSONSchema.localized(.any, isName: false)
    package static let localizedName = JSONSchema.localized(.notBlank, isName: true)
    package static let stringOrBlank = JSONSchema.text(.any)
    package static let identifier = JSONSchema.text(.identifier)
    package static let date = JSONSchema.text(.date)
    package static let url = JSONSchema.text(.url)
    package static let email = JSONSchema.text(.email)
    package static let relativePath = JSONSchema.text(.relativePath)

    /// One of the raw values, so that the type that is read and the choice that is checked never differ.
    package static func choice<Value>(of type: Value.Type) -> JSONSchema
    where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
        .choice(type.allCases.map(\.rawValue))
    }
}

/// The keys that an object may have and must have.
package struct ObjectSchema: Sendable {
    package struct Property: Sendable {
        package let name: String
        package let schema: JSONSchema
        package let isRequired: Bool
        /// What the value is for, in a sentence that editors show.
        package let description: String

        package static func required(_ name: String, _ schema: JSONSchema, _ description: String) -> Property {
            Property(name: name, schema: schema, isRequired: true, description: description)
        }

        package static func optional(_ name: String, _ schema: JSONSchema, _ description: String) -> Property {
            Property(name: name, schema: schema, isRequired: false, description: description)
        }
    }

    /// What the object describes, as a noun: `Feature`.
    package let title: String
    package let description: String
    package let properties: [Property]

    package init(title: String, description: String = "", properties: [Property]) {
        self.title = title
        self.description = description
        self.properties = properties
    }

    func property(named name: String) -> Property? {
        properties.first { $0.name == name }
    }

    /// The title within a sentence: a capital that is part of a name stays.
    var noun: String {
        guard let first = title.first, title.dropFirst().first?.isUppercase != true else { return title }
        return first.lowercased() + title.dropFirst()
    }
}

extension JSONSchema {
    /// The key by which editors find the schema of a file; every object may have it.
    package static let schemaKey = "$schema"
}
