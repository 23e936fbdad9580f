package import Evidence
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
    /// Whether a document that it points at cannot be read: what it does not name may stand there.
    package let lacksDocument: Bool

    private let productIndex: [String: Int]
    private let scopeIndex: [String: Int]
    private let operationIndex: [String: Int]
    private let grants: ScopeGrants
    private let narrower: NarrowerScopes
    let harm: ScopeHarm
    /// Those that some operation asks for.
    private let operationScopes: Set<String>
    private let lazyMatcher: CatalogueMatcher

    package init(
        path: String,
        products: [Product] = [],
        scopes: [CatalogueScope] = [],
        operations: [Operation] = [],
        isComplete: Bool = false,
        checked: CalendarDate? = nil,
        lacksDocument: Bool = false
    ) {
        self.path = path
        self.products = products
        self.scopes = scopes
        self.operations = operations
        self.isComplete = isComplete
        self.checked = checked
        self.lacksDocument = lacksDocument
        productIndex = Self.index(products.map(\.id.value))
        scopeIndex = Self.index(scopes.map(\.id.value))
        operationIndex = Self.index(of: operations)
        grants = ScopeGrants(of: scopes)
        harm = ScopeHarm(of: scopes)
        narrower = NarrowerScopes(of: scopes, operations, grants, harm)
        operationScopes = operations.reduce(into: []) { $0.formUnion($1.namedScopes) }
        lazyMatcher = CatalogueMatcher(operations)
    }

    /// The first of equal names wins; the second is a diagnostic of the parser.
    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    /// By id, else by what a document calls it, else by method and path.
    private static func index(of operations: [Operation]) -> [String: Int] {
        var index = index(operations.map(\.id.value))
        for (place, operation) in operations.enumerated() {
            for name in [operation.otherID, operation.methodAndPath].compactMap(\.self) where index[name] == nil {
                index[name] = place
            }
        }
        return index
    }

    package func product(_ id: String) -> Product? { productIndex[id].map { products[$0] } }
    package func scope(_ id: String) -> CatalogueScope? { scopeIndex[id].map { scopes[$0] } }
    /// The scope as a certain actor holds it, where the platform describes it by actor.
    package func scope(_ id: String, heldBy actor: String?) -> CatalogueScope? {
        guard let actor, let first = scope(id), !first.actors.contains(actor) else { return scope(id) }
        return scopes.first { $0.id.value == id && $0.actors.contains(actor) } ?? first
    }

    /// The one who can hold a scope, where it can be nobody else.
    package func onlyActor(of id: String) -> String? {
        guard let first = scope(id), first.actors.count == 1,
            scopes.allSatisfy({ $0.id.value != id || $0.actors == first.actors })
        else { return nil }
        return first.actors[0]
    }

    /// The scopes of a bundle, those of bundles inside it included, in the order of the catalogue's entries.
    package func members(of id: String) -> [String] {
        var members: [String] = []
        var seen: Set<String> = [id]
        var pending = scope(id)?.members.reversed().map(\.value) ?? []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let inner = scope(next), inner.kind == .bundle {
                pending += inner.members.reversed().map(\.value)
            } else {
                members.append(next)
            }
        }
        return members
    }

    package func isBundle(_ id: String) -> Bool { scope(id)?.kind == .bundle }

    package func hasScope(_ id: String) -> Bool { scopeIndex[id] != nil }
    /// By its id, or by its method and path: `GET /v1/users/{id}`.
    package func operation(_ id: String) -> Operation? { operationIndex[id].map { operations[$0] } }
    /// Tells requests by the positions of their operations.
    package var matcher: OperationMatcher { lazyMatcher.matcher }

    /// Everything that holding a scope allows, itself included: what it implies and what a bundle holds, to the end.
    package func scopesGranted(by id: String) -> Set<String> { grants.closure(of: id) }

    /// Scopes that can be granted in a scope's stead and allow less, the narrowest first.
    package func scopes(narrowerThan id: String) -> [String] { narrower.scopes(narrowerThan: id) }

    /// Those, and scopes that documents name for some of a scope's operations alone, which proves nothing.
    package func scopes(seeminglyNarrowerThan id: String) -> [String] { narrower.scopes(seeminglyNarrowerThan: id) }

    /// Whether the catalogue has an operation that a scope is good for.
    package func hasOperation(using id: String) -> Bool { !operationScopes.isDisjoint(with: scopesGranted(by: id)) }

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
    /// Of the name, where it is not the wanted one.
    package let nameLanguage: String?
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
            .optional(
                "servers",
                .array(of: .string, count: 1...Int.max),
                "Where the operations are: https://api.example.com, with what differs in braces."
            ),
            .optional(
                "openapi",
                .oneOrMore(.either(.relativePath, .object(DescriptionReference.schema))),
                "OpenAPI, Swagger and Google discovery documents of the calls, as JSON."
            ),
            .optional(
                "scopeLists",
                .choice(of: ScopeListMeaning.self),
                "How the lists of scopes in documents are meant that do not say it: platforms differ."
            ),
        ]
    )

    /// - Parameters:
    ///   - descriptions: what the documents say that the catalogue points at.
    ///   - lacksDocument: whether one of them cannot be read.
    init(_ object: JSONObject, _ descriptions: [MeantDescription] = [], lacksDocument: Bool = false) {
        let servers = object.strings("servers").map(\.value)
        let written = object.objects("operations").compactMap { Operation($0, servers: servers) }
        let operations = DescribedOperations(descriptions, beside: written).all
        self.init(
            path: object.path,
            products: object.objects("products").compactMap(Product.init),
            scopes: DescribedScopes(descriptions, beside: object.objects("scopes").compactMap { CatalogueScope($0) })
                .all,
            operations: operations,
            isComplete: object.bool("complete")?.value ?? false,
            checked: object.date("checked")?.value,
            lacksDocument: lacksDocument
        )
    }
}

extension Product {
    static let schema = ObjectSchema(
        title: "Product",
        properties: [
            .required("id", .identifier, "Short name that listings refer to."),
            .required("name", .localizedName, "The name that customers know."),
            .optional("url", .url, "A page about the product."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let id = object.string("id", .identifier) else { return nil }
        self.init(
            id: id,
            name: object.string("name")?.value ?? id.value,
            nameLanguage: object.substituteLanguage(ofName: "name"),
            url: object.string("url", .url)?.value
        )
    }
}
