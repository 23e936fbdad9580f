import LocatedJSON

/// What a marketplace asks of the help pages of a listing.
package struct PageTemplate: Sendable {
    /// Headings in their order; each in one of several wordings.
    package let sections: [Section]
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
        /// Wordings that are as good, `title` included.
        package let wordings: [String]
        /// Whether a page of this kind (`setup`, `faq`, `support` …) is the section as a whole.
        package let pageKind: String?

        static let schema = ObjectSchema(
            title: "Section",
            properties: [
                .required("title", .string, "The heading as the marketplace writes it."),
                .optional("alsoCalled", .array(of: .string), "Headings that are as good."),
                .optional("pageKind", .string, "The kind of page that is such a section as a whole."),
            ]
        )
    }

    static let schema = ObjectSchema(
        title: "Page template",
        description: "What a marketplace asks of the help pages of a listing.",
        properties: [
            .optional("sections", .array(of: .object(Section.schema)), "Headings that have to be there, in order."),
            .optional("mostVisualsPerStep", .integer(in: 0...100), "The most pictures and videos in one step."),
            .optional("needsUpdated", .bool, "Whether pages say when they were last changed."),
            .optional("titleMostCharacters", .integer(in: 1...1000), "The longest title of a page."),
            .optional("descriptionMostCharacters", .integer(in: 1...10_000), "The longest description of a page."),
        ] + Provenance.properties
    )

    init(_ object: JSONObject) {
        sections = object.objects("sections").compactMap { section in
            guard let title = section.string("title")?.value else { return nil }
            return Section(
                title: title,
                wordings: [title] + section.strings("alsoCalled").map(\.value),
                pageKind: section.string("pageKind")?.value
            )
        }
        mostVisualsPerStep = object.integer("mostVisualsPerStep")?.value
        needsUpdated = object.bool("needsUpdated")?.value ?? false
        titleMostCharacters = object.integer("titleMostCharacters")?.value
        descriptionMostCharacters = object.integer("descriptionMostCharacters")?.value
        provenance = Provenance(object)
    }
}
