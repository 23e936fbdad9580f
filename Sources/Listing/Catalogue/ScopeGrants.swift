import LocatedJSON

/// What each scope allows beyond itself, through `implies` and `members`.
struct ScopeGrants: Sendable {
    private let closures: [String: Set<String>]

    init(of scopes: [CatalogueScope]) {
        var direct: [String: [String]] = [:]
        for scope in scopes { direct[scope.id.value, default: []] += (scope.implies + scope.members).map(\.value) }
        closures = Dictionary(
            uniqueKeysWithValues: direct.keys.map { ($0, Self.reachable(from: $0, along: direct)) }
        )
    }

    func closure(of id: String) -> Set<String> {
        closures[id] ?? [id]
    }

    /// Each scope is visited once, so that a cycle, which is a diagnostic elsewhere, ends here as well.
    private static func reachable(from id: String, along direct: [String: [String]]) -> Set<String> {
        var found: Set<String> = [id]
        var pending = [id]
        while let next = pending.popLast() {
            for granted in direct[next] ?? [] where found.insert(granted).inserted { pending.append(granted) }
        }
        return found
    }
}
