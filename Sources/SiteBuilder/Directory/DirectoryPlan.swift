import Listing
import LocatedJSON
import Templates

/// The directory as a whole, made once all listings are summarised: who stands where, and who asks for what.
struct DirectoryPlan: Sendable {
    struct Category: Sendable {
        let name: String
        /// What it is called in the language of the site.
        let title: ContentText
        let slug: String
        /// Positions in `summaries`.
        let members: [Int]
    }

    /// A product of the platform, and who adds to it.
    struct Product: Sendable {
        let id: String
        let title: ContentText
        /// Positions in `summaries`.
        let members: [Int]
    }

    /// Ordered by name.
    let summaries: [ListingSummary]
    let catalogue: Catalogue
    let categories: [Category]
    /// The products that some integration adds to, in the order of the catalogue.
    let products: [Product]
    let scopeSlugs: Slugs
    private let requesterIndex: [String: [(summary: Int, request: Int)]]
    private let relationIndex: ScopeRelations

    init(_ unordered: [ListingSummary], catalogue: Catalogue, scopeSlugs: Slugs) {
        let summaries = unordered.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        var members: [String: [Int]] = [:]
        var titles: [String: ContentText] = [:]
        var requesters: [String: [(Int, Int)]] = [:]
        for (position, summary) in summaries.enumerated() {
            for category in summary.categories {
                members[category.name, default: []].append(position)
                titles[category.name] = category.title
            }
            for (number, request) in summary.requests.enumerated() {
                // Who holds a bundle or a wider scope holds what it grants, used or not.
                for scope in catalogue.scopesGranted(by: request.scope) {
                    requesters[scope, default: []].append((position, number))
                }
            }
        }
        let names = members.keys.sorted { (titles[$0]?.text ?? $0, $0) < (titles[$1]?.text ?? $1, $1) }
        self.summaries = summaries
        self.catalogue = catalogue
        self.scopeSlugs = scopeSlugs
        categories = names.map {
            Category(name: $0, title: titles[$0] ?? ContentText($0), slug: slug(of: $0), members: members[$0] ?? [])
        }
        requesterIndex = requesters
        products = Self.products(of: catalogue, summaries)
        relationIndex = ScopeRelations(of: catalogue)
    }

    private static func products(of catalogue: Catalogue, _ summaries: [ListingSummary]) -> [Product] {
        var members: [String: [Int]] = [:]
        for (position, summary) in summaries.enumerated() {
            for product in summary.complements { members[product, default: []].append(position) }
        }
        return catalogue.products.compactMap { product in
            members.removeValue(forKey: product.id.value).map {
                Product(id: product.id.value, title: product.shownName, members: $0)
            }
        }
    }

    func address(ofScope id: String) -> SiteAddress {
        .scope(scopeSlugs[id])
    }

    /// Who holds a scope, by asking for it or for one that grants it, in the order of the names.
    func requesters(of scope: String) -> [ScopeRequester] {
        let granted = catalogue.scopesGranted(by: scope)
        return (requesterIndex[scope] ?? []).map {
            let summary = summaries[$0.summary]
            return ScopeRequester(
                summary: summary,
                request: summary.requests[$0.request],
                isDirect: summary.requests[$0.request].scope == scope,
                isUsed: !granted.isDisjoint(with: summary.usedScopes)
            )
        }
    }

    /// Positions of those who hold a scope, each once, in order.
    func holders(of scope: String) -> [Int] {
        (requesterIndex[scope] ?? []).reduce(into: []) { holders, requester in
            if holders.last != requester.summary { holders.append(requester.summary) }
        }
    }

    func requesterCount(of scope: String) -> Int { requesterIndex[scope]?.count ?? 0 }

    func relations(of scope: CatalogueScope) -> ScopeRelations.Related {
        relationIndex[scope.id.value]
    }
}

/// An integration that holds a scope, and how.
struct ScopeRequester: Sendable {
    let summary: ListingSummary
    let request: RequestSummary
    /// Whether it asks for the scope itself, and not for one that grants it.
    let isDirect: Bool
    /// Whether one of its features makes use of the scope.
    let isUsed: Bool
}

/// The catalogue's relations in both directions.
struct ScopeRelations: Sendable {
    struct Related: Sendable {
        var implies: [String] = []
        var impliedBy: [String] = []
        var members: [String] = []
        var grantedBy: [String] = []
    }

    private var related: [String: Related] = [:]

    init(of catalogue: Catalogue) {
        for scope in catalogue.scopes {
            let id = scope.id.value
            related[id, default: Related()].implies = scope.implies.map(\.value)
            related[id, default: Related()].members = scope.members.map(\.value)
            for implied in scope.implies { related[implied.value, default: Related()].impliedBy.append(id) }
            for member in scope.members { related[member.value, default: Related()].grantedBy.append(id) }
        }
    }

    subscript(id: String) -> Related { related[id] ?? Related() }
}
