package import Listing
import LocatedJSON

/// What a marketplace asks of a listing as a whole.
package struct ListingLimit: Sendable {
    package let leastCategories: Int?
    package let mostCategories: Int?
    /// Kinds of `links` that must be there.
    package let requiredLinks: [ListingLink.Kind]
    /// Whether no two links may have the same address.
    package let needsDistinctLinks: Bool
    package let mostLinkCharacters: Int?
    /// Whether there has to be an address or a page for questions.
    package let needsSupport: Bool
    /// Whether it has to be an e-mail address.
    package let needsSupportEmail: Bool
    package let leastFeatures: Int?
    package let mostFeatures: Int?
    /// Whether it has to name a product that it complements.
    package let needsProduct: Bool
    /// Whether it has to say what it adds.
    package let needsUnique: Bool
    /// Whether every object that a scope opens needs a data statement.
    package let needsDataStatements: Bool
    /// Scopes for which the marketplace takes no integration; `identity.*` stands for all that begin so.
    let ineligibleScopes: [String]
    /// Kinds of `links` that must lead to a web page, not to a document or a repository.
    let pageLinks: [ListingLink.Kind]
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Listing limit",
        description: "What a marketplace asks of a listing as a whole.",
        properties: [
            .optional("leastCategories", .integer(in: 0...100), "The fewest categories."),
            .optional("mostCategories", .integer(in: 1...100), "The most categories."),
            .optional(
                "requiredLinks",
                .array(of: .choice(of: ListingLink.Kind.self)),
                "Links that must be there."
            ),
            .optional("needsDistinctLinks", .bool, "Whether no two links may have the same address."),
            .optional("mostLinkCharacters", .integer(in: 1...100_000), "The longest address of a link."),
            .optional("needsSupport", .bool, "Whether an address or a page for questions has to be there."),
            .optional("needsSupportEmail", .bool, "Whether an e-mail address for questions has to be there."),
            .optional("leastFeatures", .integer(in: 0...1000), "The fewest features."),
            .optional("mostFeatures", .integer(in: 1...1000), "The most features."),
            .optional("needsProduct", .bool, "Whether a complemented product has to be named."),
            .optional("needsUnique", .bool, "Whether it has to say what it adds."),
            .optional("needsDataStatements", .bool, "Whether every object that a scope opens needs a statement."),
            .optional(
                "ineligibleScopes",
                .array(of: .string),
                "Scopes that nobody may ask for; identity.* is a family."
            ),
            .optional(
                "pageLinks",
                .array(of: .choice(of: ListingLink.Kind.self)),
                "Links that lead to a web page, not to a document or a repository."
            ),
        ] + Provenance.properties
    )

    init(_ object: JSONObject) {
        leastCategories = object.integer("leastCategories")?.value
        mostCategories = object.integer("mostCategories")?.value
        requiredLinks = object.strings("requiredLinks").compactMap { ListingLink.Kind(rawValue: $0.value) }
        needsDistinctLinks = object.bool("needsDistinctLinks")?.value ?? false
        mostLinkCharacters = object.integer("mostLinkCharacters")?.value
        needsSupport = object.bool("needsSupport")?.value ?? false
        needsSupportEmail = object.bool("needsSupportEmail")?.value ?? false
        leastFeatures = object.integer("leastFeatures")?.value
        mostFeatures = object.integer("mostFeatures")?.value
        needsProduct = object.bool("needsProduct")?.value ?? false
        needsUnique = object.bool("needsUnique")?.value ?? false
        needsDataStatements = object.bool("needsDataStatements")?.value ?? false
        ineligibleScopes = object.strings("ineligibleScopes").map(\.value)
        pageLinks = object.strings("pageLinks").compactMap { ListingLink.Kind(rawValue: $0.value) }
        provenance = Provenance(object)
    }
}
