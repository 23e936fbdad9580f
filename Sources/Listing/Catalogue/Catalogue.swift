import Diagnostics
package import LocatedJSON

/// `platform.json`: the products, permissions and operations of the marketplace's platform.
package struct Catalogue: Sendable {
    package let path: String
    package let products: [Product]
    package let scopes: [CatalogueScope]
    package let operations: [Operation]
    /// Whether the platform has no scope that the catalogue does not name.
    package let isComplete: Bool
    /// The day on which somebody last held it against the platform's own documentation.
    package let checked: CalendarDate?

    private let productIndex: [String: Int]
    private let scopeIndex: [String: Int]
    private let operationIndex: [String: Int]
    private let grants: ScopeGrants

    package init(
        path: String,
        products: [Product] = [],
        scopes: [CatalogueScope] = [],
        operations: [Operation] = [],
        isComplete: Bool = false,
        checked: CalendarDate? = nil
    ) {
        self.path = path
        self.products = products
        self.scopes = scopes
        self.operations = operations
        self.isComplete = isComplete
        self.checked = checked
        productIndex = Self.index(products.map(\.id.value))
        scopeIndex = Self.index(scopes.map(\.id.value))
        operationIndex = Self.index(operations.map(\.id.value))
        grants = ScopeGrants(of: scopes)
    }

    /// The first of equal names wins; the second is a diagnostic of the parser.
    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    package func product(_ id: String) -> Product? { productIndex[id].map { products[$0] } }
    package func scope(_ id: String) -> CatalogueScope? { scopeIndex[id].map { scopes[$0] } }
    package func hasScope(_ id: String) -> Bool { scopeIndex[id] != nil }
    package func operation(_ id: String) -> Operation? { operationIndex[id].map { operations[$0] } }

    /// Everything that holding a scope allows, itself included: what it implies and what a bundle holds, to the end.
    package func scopesGranted(by id: String) -> Set<String> { grants.closure(of: id) }

    /// Whether the catalogue can prove that a scope does not exist.
    ///
    /// It has to be complete, and must not have been a year old when the listing was last updated. No clock is read: the
    /// answer follows from the content alone.
    package func canDisprove(scopesOf updated: CalendarDate?) -> Bool {
        guard isComplete, let checked else { return false }
        guard let updated else { return true }
        return updated.dayNumber - checked.dayNumber <= 365
    }
}

/// A product of the platform that an integration may complement.
package struct Product: Sendable {
    package let id: Located<String>
    package let name: String
    package let url: String?
}

extension Catalogue {
    package static let schema = ObjectSchema(
        title: "Catalogue",
        description: "The products, permissions and operations of the marketplace's platform.",
        properties: [
            .required("complete", .bool, "Whether the platform has no scope that is not named here."),
            .required("checked", .date, "The day on which the catalogue was last held against the platform."),
            .optional("products", .array(of: .object(Product.schema)), "What the platform consists of."),
            .required("scopes", .array(of: .object(CatalogueScope.schema)), "The permissions of the platform."),
            .optional("operations", .array(of: .object(Operation.schema)), "The calls of the platform's interface."),
            .optional("openapi", .oneOrMore(.relativePath), "OpenAPI descriptions of the calls."),
            .optional(
                "scopeLists",
                .choice(["anyOf", "allOf", "asWritten"]),
                "How the lists of scopes in the OpenAPI descriptions are meant: platforms differ."
            ),
        ]
    )

    init(_ object: JSONObject) {
        self.init(
            path: object.path,
            products: object.objects("products").compactMap(Product.init),
            scopes: object.objects("scopes").compactMap(CatalogueScope.init),
            operations: object.objects("operations").compactMap(Operation.init),
            isComplete: object.bool("complete")?.value ?? false,
            checked: object.date("checked")?.value
        )
    }
}

extension Product {
    static let schema = ObjectSchema(
        title: "Product",
        properties: [
            .required("id", .identifier, "Short name that listings refer to."),
            .required("name", .string, "The name that customers know."),
            .optional("url", .url, "A page about the product."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let id = object.string("id", .identifier) else { return nil }
        self.init(id: id, name: object.string("name")?.value ?? id.value, url: object.string("url", .url)?.value)
    }
}
