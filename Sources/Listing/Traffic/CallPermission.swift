import LocatedJSON

/// What the requested scopes make of a recorded call.
struct CallPermission: Sendable {
    /// Whether they allow it, or nobody can tell that they do not.
    let isAllowed: Bool
    /// Those that grant some of what it needs.
    let scopes: [String]
    /// Scopes that it needs beside them, by the way to call it that lacks the fewest.
    let missing: [String]

    init(of call: ObservedTraffic.Call, _ requests: [ScopeRequest], _ catalogue: Catalogue) {
        let granted = requests.map { (name: $0.name, scopes: catalogue.scopesGranted(by: $0.id.value)) }
        let all = granted.reduce(into: Set<String>()) { $0.formUnion($1.scopes) }
        let ways = call.candidates.flatMap(\.scopes).map { $0.map(\.value) }
        let open = ways.filter { $0.allSatisfy(all.contains) }
        isAllowed = call.candidates.contains { $0.isAllowed(by: all) }
        let wanted = Set((open.isEmpty ? ways : open).joined())
        scopes = granted.filter { !$0.scopes.isDisjoint(with: wanted) }.map(\.name)
        // A way of which something is granted is nearer than another.
        func rank(_ way: [String]) -> (Int, Int) {
            let lacking = way.count { !all.contains($0) }
            return (lacking < way.count ? 0 : 1, lacking)
        }
        missing = isAllowed ? [] : ways.min { rank($0) < rank($1) }?.filter { !all.contains($0) } ?? []
    }
}
