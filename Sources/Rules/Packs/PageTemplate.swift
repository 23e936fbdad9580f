package import Listing
import LocatedJSON

/// What a marketplace asks of the help pages of a listing.
package struct PageTemplate: Sendable {
    /// Each in one of several wordings.
    package let sections: [Section]
    /// Whether the sections have to come in this order.
    package let isOrdered: Bool
    /// What the questions and answers have to speak of.
    package let faqTopics: [Section]
    /// The most pictures and videos in one step of the set-up.
    package let mostVisualsPerStep: Int?
    /// Whether the pages have to say when they were last changed.
    package let needsUpdated: Bool
    /// The sentences before the first heading of the overview.
    let introductionLeastSentences: Int?
    let introductionMostSentences: Int?
    package let titleMostCharacters: Int?
    package let descriptionMostCharacters: Int?
    package let provenance: Provenance

    package struct Section: Sendable {
        /// As a message calls it.
        package let title: String
        /// Headings that are as good, `title` included.
        package let wordings: [String]
        let foldedWordings: [FoldedText]
        /// What it is called on pages in other languages, by their tags.
        let translations: [String: [String]]
        /// Whether a page of this kind (`setup`, `faq`, `support` …) is the section as a whole.
        package let pageKind: PageKind?
        /// Who has to be named in it.
        let names: [String]
        /// Whether it has to say how the maker is reached.
        let needsContact: Bool
        /// Its subsections or, where there are none, the items of its lists.
        let leastParts: Int?
        let mostParts: Int?

        static let schema = ObjectSchema(
            title: "Section",
            properties: [
                .required("title", .string, "The heading as the marketplace writes it."),
                .optional("alsoCalled", .array(of: .string), "Headings that are as good."),
                .optional(
                    "translations",
                    .map(of: .array(of: .string, count: 1...Int.max)),
                    "What it is called on pages in other languages, by their tags; without them it is asked for in English "
                        + "alone."
                ),
                .optional(
                    "pageKind",
                    .choice(of: PageKind.self),
                    "The kind of page that is such a section as a whole."
                ),
                .optional("names", .array(of: .string), "Who has to be named in it."),
                .optional("needsContact", .bool, "Whether a link or an e-mail address has to stand in it."),
                .optional("leastParts", .integer(in: 1...100), "The fewest subsections or, without any, list items."),
                .optional("mostParts", .integer(in: 1...100), "The most subsections or, without any, list items."),
            ]
        )
    }

    static let schema = ObjectSchema(
        title: "Page template",
        description: "What a marketplace asks of the help pages of a listing.",
        properties: [
            .optional("sections", .array(of: .object(Section.schema)), "Headings that have to be there."),
            .optional("isOrdered", .bool, "Whether the sections come in this order."),
            .optional(
                "faqTopics",
                .array(of: .object(Section.schema)),
                "What the questions and answers have to speak of."
            ),
            .optional("mostVisualsPerStep", .integer(in: 0...100), "The most pictures and videos in one step."),
            .optional("needsUpdated", .bool, "Whether pages say when they were last changed."),
            .optional(
                "introductionLeastSentences",
                .integer(in: 1...100),
                "The fewest sentences before the first heading of the overview."
            ),
            .optional(
                "introductionMostSentences",
                .integer(in: 1...100),
                "The most sentences before the first heading of the overview."
            ),
            .optional("titleMostCharacters", .integer(in: 1...1000), "The longest title of a page."),
            .optional("descriptionMostCharacters", .integer(in: 1...10_000), "The longest description of a page."),
        ] + Provenance.properties
    )

}

extension PageTemplate {
    init(_ object: JSONObject) {
        self.init(
            sections: object.objects("sections").compactMap(Section.init),
            isOrdered: object.bool("isOrdered")?.value ?? false,
            faqTopics: object.objects("faqTopics").compactMap(Section.init),
            mostVisualsPerStep: object.integer("mostVisualsPerStep")?.value,
            needsUpdated: object.bool("needsUpdated")?.value ?? false,
            introductionLeastSentences: object.integer("introductionLeastSentences")?.value,
            introductionMostSentences: object.integer("introductionMostSentences")?.value,
            titleMostCharacters: object.integer("titleMostCharacters")?.value,
            descriptionMostCharacters: object.integer("descriptionMostCharacters")?.value,
            provenance: Provenance(object)
        )
    }
}

extension PageTemplate.Section {
    init?(_ object: JSONObject) {
        guard let title = object.string("title")?.value else { return nil }
        let wordings = [title] + object.strings("alsoCalled").map(\.value)
        self.init(
            title: title,
            wordings: wordings,
            foldedWordings: wordings.map { FoldedText(heading: $0) },
            translations: Self.translations(object.object("translations")),
            pageKind: object.choice("pageKind", of: PageKind.self)?.value,
            names: object.strings("names").map(\.value),
            needsContact: object.bool("needsContact")?.value ?? false,
            leastParts: object.integer("leastParts")?.value,
            mostParts: object.integer("mostParts")?.value
        )
    }

    private static func translations(_ object: JSONObject?) -> [String: [String]] {
        guard let object else { return [:] }
        let pairs = object.entries.map { ($0.key.value, object.strings($0.key.value).map(\.value)) }
        return Dictionary(pairs.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
    }

    /// nil where nobody has said what the section is called in the language.
    fileprivate func translated(into language: LanguageChoice) -> PageTemplate.Section? {
        guard let wordings = translations[language.wanted], let title = wordings.first else { return nil }
        return PageTemplate.Section(
            title: title,
            wordings: wordings,
            foldedWordings: wordings.map { FoldedText(heading: $0) },
            translations: [:],
            pageKind: pageKind,
            names: names,
            needsContact: needsContact,
            leastParts: leastParts,
            mostParts: mostParts
        )
    }
}

extension PageTemplate {
    /// What is asked of pages in a language: the sections that have a name in it.
    func translated(into language: LanguageChoice) -> PageTemplate {
        guard !language.isEnglish else { return self }
        return PageTemplate(
            sections: sections.compactMap { $0.translated(into: language) },
            isOrdered: isOrdered,
            faqTopics: faqTopics.compactMap { $0.translated(into: language) },
            mostVisualsPerStep: mostVisualsPerStep,
            needsUpdated: needsUpdated,
            introductionLeastSentences: introductionLeastSentences,
            introductionMostSentences: introductionMostSentences,
            titleMostCharacters: titleMostCharacters,
            descriptionMostCharacters: descriptionMostCharacters,
            provenance: provenance
        )
    }
}
