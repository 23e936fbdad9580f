import Listing
import LocatedJSON

/// What a marketplace asks of a text of the manifest.
package struct TextLimit: Sendable {
    package enum Field: String, Sendable, CaseIterable {
        case name, tagline, builtBy, description, unique, featureTitle, featureSummary, caption, alt
    }

    package let field: Field
    package let leastCharacters: Int?
    package let leastParagraphs: Int?
    package let mostCharacters: Int?
    package let mostWords: Int?
    package let mostParagraphs: Int?
    /// Words that must not occur, in any case.
    package let forbiddenWords: [String]
    /// How often a word may be repeated that is not one of the small ones.
    let mostWordRepeats: Int?
    let forbidsVersion: Bool
    package let forbidsFinalPeriod: Bool
    package let forbidsExclamationMarks: Bool
    /// Whether the integration must not name itself in it.
    package let forbidsOwnName: Bool
    /// `for Slack`: a text that holds the last of these words ends with all of them.
    package let requiredEnding: String?
    package let isSentenceCase: Bool
    package let isRequired: Bool
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Text limit",
        description: "What a marketplace asks of a text of the manifest.",
        properties: [
            .required("field", .choice(of: Field.self), "The key of the manifest."),
            .optional("leastCharacters", .integer(in: 1...100_000), "The fewest characters."),
            .optional("leastParagraphs", .integer(in: 1...1000), "The fewest paragraphs or bullets."),
            .optional("mostCharacters", .integer(in: 1...100_000), "The most characters."),
            .optional("mostWords", .integer(in: 1...10_000), "The most words."),
            .optional("mostParagraphs", .integer(in: 1...1000), "The most paragraphs."),
            .optional("forbiddenWords", .array(of: .string), "Words that must not occur."),
            .optional("mostWordRepeats", .integer(in: 1...1000), "How often one word may occur, small words left out."),
            .optional("forbidsVersion", .bool, "Whether it must have no number of a version."),
            .optional("forbidsFinalPeriod", .bool, "Whether it must not end in a full stop."),
            .optional("forbidsExclamationMarks", .bool, "Whether it must have no exclamation mark."),
            .optional("forbidsOwnName", .bool, "Whether it must not repeat the integration's name."),
            .optional("requiredEnding", .string, "The words that it ends with, where it holds the last of them."),
            .optional("isSentenceCase", .bool, "Whether only its first word and names have capitals."),
            .optional("isRequired", .bool, "Whether it must not be missing."),
        ] + Provenance.properties
    )

    init?(_ object: JSONObject) {
        guard let field = object.choice("field", of: Field.self)?.value else { return nil }
        self.field = field
        leastCharacters = object.integer("leastCharacters")?.value
        leastParagraphs = object.integer("leastParagraphs")?.value
        mostCharacters = object.integer("mostCharacters")?.value
        mostWords = object.integer("mostWords")?.value
        mostParagraphs = object.integer("mostParagraphs")?.value
        forbiddenWords = object.strings("forbiddenWords").map(\.value)
        mostWordRepeats = object.integer("mostWordRepeats")?.value
        forbidsVersion = object.bool("forbidsVersion")?.value ?? false
        forbidsFinalPeriod = object.bool("forbidsFinalPeriod")?.value ?? false
        forbidsExclamationMarks = object.bool("forbidsExclamationMarks")?.value ?? false
        forbidsOwnName = object.bool("forbidsOwnName")?.value ?? false
        requiredEnding = object.string("requiredEnding")?.value
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
            case .featureTitle: features.map(\.title)
            case .featureSummary: features.map(\.summary)
            case .caption: media.map(\.caption)
            case .alt: media.map(\.alt)
            }
        return texts.compactMap(\.self)
    }
}
