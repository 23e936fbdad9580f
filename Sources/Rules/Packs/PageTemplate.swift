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
    package let titleMostCharacters: Int?
    package let descriptionMostCharacters: Int?
    package let provenance: Provenance

    package struct Section: Sendable {
        /// As a message calls it.
        package let title: String
        /// Headings that are as good, `title` included.
        package let wordings: [String]
        let foldedWordings: [FoldedText]
        /// Whether a page of this kind (`setup`, `faq`, `support` …) is the section as a whole.
        package let pageKind: PageKind?

        static let schema = ObjectSchema(
            title: "Section",
            properties: [
                .required("title", .string, "The heading as the marketplace writes it."),
                .optional("alsoCalled", .array(of: .string), "Headings that are as good."),
                .optional(
                    "pageKind",
                    .choice(of: PageKind.self),
                    "The kind of page that is such a section as a whole."
                ),
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
            .optional("titleMostCharacters", .integer(in: 1...1000), "The longest title of a page."),
            .optional("descriptionMostCharacters", .integer(in: 1...10_000), "The longest description of a page."),
        ] + Provenance.properties
    )

    init(_ object: JSONObject) {
        sections = object.objects("sections").compactMap(Section.init)
        isOrdered = object.bool("isOrdered")?.value ?? false
        faqTopics = object.objects("faqTopics").compactMap(Section.init)
        mostVisualsPerStep = object.integer("mostVisualsPerStep")?.value
        needsUpdated = object.bool("needsUpdated")?.value ?? false
        titleMostCharacters = object.integer("titleMostCharacters")?.value
        descriptionMostCharacters = object.integer("descriptionMostCharacters")?.value
        provenance = Provenance(object)
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
            pageKind: object.choice("pageKind", of: PageKind.self)?.value
        )
    }
}
