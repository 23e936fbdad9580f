import LocatedJSON

/// Which scopes allow less than another and can be granted in its stead.
///
/// A scope is narrower than another that grants it, than one that allows more actions on the same resource, and than one
/// in whose place the platform names it as the least for an operation. It seems to be narrower than one that is an
/// alternative to it and enough for further operations. What can do more harm never is. What is but a part of a key is
/// granted with the key alone, and never counts.
struct NarrowerScopes: Sendable {
    /// The narrowest first.
    private let told: [String: [String]]
    private let seeming: [String: [String]]

    init(of scopes: [CatalogueScope], _ operations: [Operation], _ grants: ScopeGrants, _ harm: ScopeHarm) {
        var search = NarrowerScopeSearch(scopes, grants, harm)
        search.addGranted()
        search.addFewerActions()
        for operation in operations { search.addLeast(of: operation) }
        told = search.ordered
        search.addFewerOperations(operations)
        seeming = search.ordered
    }

    func scopes(narrowerThan id: String) -> [String] { told[id] ?? [] }

    /// Those told as well.
    func scopes(seeminglyNarrowerThan id: String) -> [String] { seeming[id] ?? [] }
}

private struct NarrowerScopeSearch {
    private let scopes: [CatalogueScope]
    private let byID: [String: CatalogueScope]
    private let grants: ScopeGrants
    private let harm: ScopeHarm
    private let bundles: [CatalogueScope]
    private let bundled: Set<String>
    /// The operations that a scope is enough for, by their positions.
    private var uses: [String: Set<Int>] = [:]
    private var found: [String: Set<String>] = [:]

    init(_ scopes: [CatalogueScope], _ grants: ScopeGrants, _ harm: ScopeHarm) {
        self.scopes = scopes
        self.grants = grants
        self.harm = harm
        byID = Dictionary(scopes.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        bundles = scopes.filter { $0.kind == .bundle }
        bundled = bundles.reduce(into: []) { $0.formUnion($1.members.map(\.value)) }
    }

    mutating func addGranted() {
        for scope in scopes {
            for id in grants.closure(of: scope.id.value) { add(id, narrowerThan: scope) }
            guard scope.kind == .bundle else { continue }
            // One key may open less than another without being a part of it.
            let members = memberClosure(of: scope)
            for other in bundles where memberClosure(of: other).isStrictSubset(of: members) {
                add(other.id.value, narrowerThan: scope)
            }
        }
    }

    private func memberClosure(of bundle: CatalogueScope) -> Set<String> {
        grants.closure(of: bundle.id.value).filter { byID[$0]?.kind != .bundle }
    }

    mutating func addFewerActions() {
        let owned = scopes.filter { $0.kind != .bundle && $0.resource != nil && !$0.actions.isEmpty }
        for alike in Dictionary(grouping: owned, by: { [$0.resource, $0.level] }).values {
            for scope in alike {
                let actions = Set(scope.actions)
                for other in alike where Set(other.actions).isStrictSubset(of: actions) {
                    add(other.id.value, narrowerThan: scope)
                }
            }
        }
    }

    mutating func addLeast(of operation: Operation) {
        guard operation.least.count == 1 else { return }
        for set in operation.scopes where set.count == 1 {
            guard let scope = byID[set[0].value] else { continue }
            add(operation.least[0].value, narrowerThan: scope)
        }
    }

    /// Of two that are alternatives somewhere, the one that is enough for only some of the operations of the other.
    ///
    /// It is all that documents tell of how wide a scope is, and proves nothing: a scope may be enough for a call and
    /// give but some of what the other gives.
    mutating func addFewerOperations(_ operations: [Operation]) {
        for (place, operation) in operations.enumerated() {
            for set in operation.scopes where set.count == 1 { uses[set[0].value, default: []].insert(place) }
        }
        var compared: Set<[String]> = []
        for operation in operations {
            let alternatives = operation.scopes.filter { $0.count == 1 }.map { $0[0].value }
            guard alternatives.count > 1, alternatives.count <= Self.mostAlternatives else { continue }
            for wide in alternatives {
                guard let scope = byID[wide], let ofWide = uses[wide] else { continue }
                for narrow in alternatives where narrow != wide && compared.insert([narrow, wide]).inserted {
                    guard let ofNarrow = uses[narrow], ofNarrow.count < ofWide.count, ofNarrow.isSubset(of: ofWide),
                        !scope.onlyReads || byID[narrow]?.onlyReads == true
                    else { continue }
                    add(narrow, narrowerThan: scope)
                }
            }
        }
    }

    /// Comparing them costs the square of their number.
    private static let mostAlternatives = 64

    private mutating func add(_ id: String, narrowerThan scope: CatalogueScope) {
        let wide = scope.id.value
        guard id != wide, let narrow = byID[id], !narrow.isDeprecated, narrow.plan == nil || narrow.plan == scope.plan,
            // What can do more harm is not the lesser of the two, however few calls it opens.
            harm.sensitivity(of: narrow) <= harm.sensitivity(of: scope),
            !grants.closure(of: id).contains(wide), isGrantedApart(narrow, from: scope)
        else { return }
        found[wide, default: []].insert(id)
    }

    private func isGrantedApart(_ narrow: CatalogueScope, from scope: CatalogueScope) -> Bool {
        guard bundled.contains(narrow.id.value) else { return true }
        return narrow.kind != .keyPermission && scope.kind != .bundle
    }

    var ordered: [String: [String]] {
        let narrowestFirst = scopes.enumerated().sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }
        let places = Dictionary(
            zip(narrowestFirst.map(\.element.id.value), narrowestFirst.indices),
            uniquingKeysWith: { first, _ in first }
        )
        return found.mapValues { $0.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) } }
    }

    private func rank(_ scope: CatalogueScope, _ place: Int) -> (CatalogueScope.Sensitivity, Int, Int, Int, Int) {
        let id = scope.id.value
        return (
            harm.sensitivity(of: scope), grants.closure(of: id).count, scope.actions.count, uses[id]?.count ?? 0, place
        )
    }
}
