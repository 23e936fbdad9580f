import Listing
import LocatedJSON

/// What a marketplace asks of a text of the manifest.
package struct TextLimit: Sendable {
    package enum Field: String, Sendable, CaseIterable {
        case name, tagline, builtBy, description, unique, caption, alt
    }

    package let field: Field
    package let leastCharacters: Int?
    package let mostCharacters: Int?
    package let mostWords: Int?
    package let mostParagraphs: Int?
    /// Words that must not occur, in any case.
    package let forbiddenWords: [String]
    package let forbidsFinalPeriod: Bool
    package let isSentenceCase: Bool
    package let isRequired: Bool
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Text limit",
        description: "What a marketplace asks of a text of the manifest.",
        properties: [
            .required("field", .choice(of: Field.self), "The key of the manifest."),
            .optional("leastCharacters", .integer(in: 1...100_000), "The fewest characters."),
            .optional("mostCharacters", .integer(in: 1...100_000), "The most characters."),
            .optional("mostWords", .integer(in: 1...10_000), "The most words."),
            .optional("mostParagraphs", .integer(in: 1...1000), "The most paragraphs."),
            .optional("forbiddenWords", .array(of: .string), "Words that must not occur."),
            .optional("forbidsFinalPeriod", .bool, "Whether it must not end in a full stop."),
            .optional("isSentenceCase", .bool, "Whether only its first word and names have capitals."),
            .optional("isRequired", .bool, "Whether it must not be missing."),
        ] + Provenance.properties
    )

    init?(_ object: JSONObject) {
        guard let field = object.choice("field", of: Field.self)?.value else { return nil }
        self.field = field
        leastCharacters = object.integer("leastCharacters")?.value
        mostCharacters = object.integer("mostCharacters")?.value
        mostWords = object.integer("mostWords")?.value
        mostParagraphs = object.integer("mostParagraphs")?.value
        forbiddenWords = object.strings("forbiddenWords").map(\.value)
        forbidsFinalPeriod = object.bool("forbidsFinalPeriod")?.value ?? false
        isSentenceCase = object.bool("isSentenceCase")?.value ?? false
        isRequired = object.bool("isRequired")?.value ?? false
        provenance = Provenance(object)
    }
}

extension IntegrationManifest {
    /// The texts that a limit is about: one, or one for each medium.
    func texts(of field: TextLimit.Field) -> [Located<String>] {
        let texts: [Located<String>?] =
            switch field {
            case .name: [name]
            case .tagline: [tagline]
            case .builtBy: [builtBy]
            case .description: [description]
            case .unique: [unique]
            case .caption: media.map(\.caption)
            case .alt: media.map(\.alt)
            }
        return texts.compactMap(\.self)
    }
}
