import LocatedJSON

/// The ids of the rows of a permission table: `scope-tile-data`.
///
/// They are part of addresses that others keep, so a second actor's request for a scope must not change the first one's.
package struct PermissionAnchors: Sendable {
    private let slugs: Slugs
    private var names: [String: String] = [:]

    package init(_ requests: [ScopeRequest]) {
        var ids: Set<String> = []
        for request in requests {
            names[request.reference] = ids.insert(request.id.value).inserted ? request.id.value : request.reference
        }
        slugs = Slugs(requests.compactMap { [names] in names[$0.reference] })
    }

    /// Every id of the table: no heading beside it may have one of them.
    package var all: Set<String> { Set(names.values.map { "scope-" + slugs[$0] }) }

    package func anchor(of reference: String) -> String {
        "scope-" + slugs[names[reference] ?? reference]
    }
}
