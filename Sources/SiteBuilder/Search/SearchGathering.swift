import Listing
import Templates

/// Takes in what the search is to find while listings are read, and gives back the files of the index.
struct SearchGathering: Sendable {
    private let scopes: [SearchExtract]
    private let terms = SearchTerms()

    init(_ catalogue: Catalogue, _ scopeSlugs: Slugs, _ texts: Texts) {
        scopes = ScopeSearch(catalogue, scopeSlugs, texts).extracts
        // First, so that a permission's own page stays where a term has more pages than are kept.
        for (position, scope) in scopes.enumerated() { terms.add(scope, owner: position) }
    }

    /// - Parameter position: among everything that is taken in.
    func add(_ extract: SearchExtract, at position: Int) {
        terms.add(extract, owner: scopes.count + position)
    }

    /// - Parameters:
    ///   - entries: of what was taken in, by position.
    ///   - order: the ids of the listings in the order of the directory.
    func owners(_ entries: [SearchEntry], order: [String]) -> SearchOwners {
        SearchOwners(scopes: scopes.map(\.entry), entries, order: order)
    }

    /// The index is made in so many parts, each of which can be made on a thread of its own.
    static let partCount = SearchTerms.shardCount

    func part(_ number: Int, _ owners: SearchOwners) -> SearchShard {
        SearchShard(number, of: terms, owners)
    }
}
