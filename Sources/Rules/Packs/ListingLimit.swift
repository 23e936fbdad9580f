import LocatedJSON

/// What a marketplace asks of a listing as a whole.
package struct ListingLimit: Sendable {
    package let leastCategories: Int?
    package let mostCategories: Int?
    /// Which of the manifest's links must be there, by their keys.
    package let requiredLinks: [String]
    /// Whether no two links may have the same address.
    package let needsDistinctLinks: Bool
    package let needsHTTPS: Bool
    package let needsSupportEmail: Bool
    /// Whether it has to name a product that it complements.
    package let needsProduct: Bool
    /// Whether it has to say what it adds.
    package let needsUnique: Bool
    /// Whether every object that a scope opens needs a data statement.
    package let needsDataStatements: Bool
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Listing limit",
        description: "What a marketplace asks of a listing as a whole.",
        properties: [
            .optional("leastCategories", .integer(in: 0...100), "The fewest categories."),
            .optional("mostCategories", .integer(in: 1...100), "The most categories."),
            .optional(
                "requiredLinks",
                .array(of: .choice(["website", "documentation", "privacy", "terms", "pricing", "status"])),
                "Links that must be there."
            ),
            .optional("needsDistinctLinks", .bool, "Whether no two links may have the same address."),
            .optional("needsHTTPS", .bool, "Whether links have to begin with https."),
            .optional("needsSupportEmail", .bool, "Whether an address for questions has to be there."),
            .optional("needsProduct", .bool, "Whether a complemented product has to be named."),
            .optional("needsUnique", .bool, "Whether it has to say what it adds."),
            .optional("needsDataStatements", .bool, "Whether every object that a scope opens needs a statement."),
        ] + Provenance.properties
    )

    init(_ object: JSONObject) {
        leastCategories = object.integer("leastCategories")?.value
        mostCategories = object.integer("mostCategories")?.value
        requiredLinks = object.strings("requiredLinks").map(\.value)
        needsDistinctLinks = object.bool("needsDistinctLinks")?.value ?? false
        needsHTTPS = object.bool("needsHTTPS")?.value ?? false
        needsSupportEmail = object.bool("needsSupportEmail")?.value ?? false
        needsProduct = object.bool("needsProduct")?.value ?? false
        needsUnique = object.bool("needsUnique")?.value ?? false
        needsDataStatements = object.bool("needsDataStatements")?.value ?? false
        provenance = Provenance(object)
    }
}
