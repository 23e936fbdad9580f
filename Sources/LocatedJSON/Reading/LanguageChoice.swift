/// Which of its languages a text is read in, where it is written in several: `{"en": "Points", "fr": "Des points"}`.
package struct LanguageChoice: Sendable, Hashable {
    /// The language that is looked for, as a BCP 47 tag.
    package let wanted: String
    /// The language of everything that does not say its own, and of what a translation is missing from.
    package let main: String

    package init(wanted: String, main: String) {
        self.wanted = wanted
        self.main = main
    }

    /// Where nobody has said which languages there are.
    package static let english = LanguageChoice(wanted: "en", main: "en")

    package var ofMain: LanguageChoice { LanguageChoice(wanted: main, main: main) }
    package var isMain: Bool { wanted == main }
    /// Whether the words of the English language tell anything of what is written in it.
    package var isEnglish: Bool { wanted.lowercased().prefix { $0 != "-" } == "en" }

    /// The text itself, or that of the map of languages; of a map with neither language, the first.
    func text(of value: JSONValue) -> JSONValue? {
        guard let members = value.members else { return value }
        let texts = members.filter { $0.name != JSONSchema.schemaKey }
        let chosen = texts.first { $0.name == wanted } ?? texts.first { $0.name == main } ?? texts.first
        return chosen?.value
    }
}
