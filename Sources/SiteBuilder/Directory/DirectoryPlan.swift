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
    /// Positions of the categories with the most integrations, in order: those that every page leads to.
    private let largestCategories: [Int]
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
        largestCategories = Self.largest(of: categories)
        requesterIndex = requesters
        products = Self.products(of: catalogue, summaries)
        relationIndex = ScopeRelations(of: catalogue)
    }

    /// So many categories are named on every page of the directory; the front page names all of them, since a thousand
    /// pages with a thousand names would be a million.
    static let mostCategoriesOfPage = 50

    private static func largest(of categories: [Category]) -> [Int] {
        guard categories.count > mostCategoriesOfPage else { return Array(categories.indices) }
        let bySize = categories.indices.sorted {
            (-categories[$0].members.count, $0) < (-categories[$1].members.count, $1)
        }
        return bySize.prefix(mostCategoriesOfPage).sorted()
    }

    /// What a page of the directory leads to: on the front page all categories, on another the largest and its own.
    func categories(on page: SiteAddress, of own: String?) -> [Category] {
        if page == .home { return categories }
        guard let own, let position = categories.firstIndex(where: { $0.name == own }),
            !largestCategories.contains(position)
        else { return largestCategories.map { categories[$0] } }
        return (largestCategories + [position]).sorted().map { categories[$0] }
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

    /// Whether it has the scope only as a part of something else, and no use for it: then its reason is of the other parts.
    var isUnusedPart: Bool { !isDirect && !isUsed }
    /// What it uses the scope for.
    var reason: ContentText? { isUnusedPart ? nil : request.reason }
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
