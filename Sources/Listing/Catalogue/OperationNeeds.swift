import LocatedJSON

/// What a set of operations needs: whether scopes are enough for it, and which few of them are.
///
/// Where the operations come from, the features of a manifest, an OpenAPI description or recorded traffic, makes no
/// difference.
package struct OperationNeeds: Sendable {
    package let operations: [Operation]
    private let catalogue: Catalogue

    package init(of operations: [Operation], in catalogue: Catalogue) {
        self.operations = operations
        self.catalogue = catalogue
    }

    /// Whether somebody who holds all of `granted`, and nothing that it would grant besides, may call every operation.
    package func areMet(by granted: Set<String>) -> Bool {
        operations.allSatisfy { $0.isAllowed(by: granted) }
    }

    /// A least set of scopes that is enough for all operations: none of it can be left out.
    ///
    /// Each operation in turn takes the set that opens the least: the true minimum would take time beyond all bounds. One
    /// scope that is enough alone is preferred where it opens no more than these together.
    ///
    /// - Parameters:
    ///   - offered: what may be taken, the narrowest first.
    ///   - held: what is granted anyhow.
    /// - Returns: nil where all of `offered` together are not enough.
    package func leastScopes(among offered: [String], beside held: Set<String> = []) -> [String]? {
        guard let several = stepwise(among: offered, beside: held) else { return nil }
        guard several.count > 1,
            let one = offered.first(where: { areMet(by: held.union(catalogue.scopesGranted(by: $0))) }),
            catalogue.scopesGranted(by: one).count <= granted(by: several).count
        else { return several }
        return [one]
    }

    private func granted(by scopes: [String]) -> Set<String> {
        scopes.reduce(into: []) { $0.formUnion(catalogue.scopesGranted(by: $1)) }
    }

    private func stepwise(among offered: [String], beside held: Set<String>) -> [String]? {
        var chosen: [String] = []
        var granted = held
        // An operation without a choice decides for those that have one.
        for operation in operations.sorted(by: { $0.scopes.count < $1.scopes.count })
        where !operation.isAllowed(by: granted) {
            let ways = operation.scopes.compactMap { scopes(for: $0.map(\.value), among: offered, beside: granted) }
            guard let least = ways.min(by: { breadth(of: $0) < breadth(of: $1) }) else { return nil }
            granted.formUnion(self.granted(by: least))
            chosen += least
        }
        return withoutSpare(chosen, beside: held)
    }

    private func breadth(of scopes: [String]) -> (Int, Int) { (granted(by: scopes).count, scopes.count) }

    /// The narrowest that grant each scope of a set; nil where one of it is not on offer.
    private func scopes(for set: [String], among offered: [String], beside held: Set<String>) -> [String]? {
        var taken: [String] = []
        var granted = held
        for scope in set where !granted.contains(scope) {
            guard let giver = offered.first(where: { catalogue.scopesGranted(by: $0).contains(scope) }) else {
                return nil
            }
            taken.append(giver)
            granted.formUnion(catalogue.scopesGranted(by: giver))
        }
        return taken
    }

    /// What was taken early may be granted by what was taken later.
    private func withoutSpare(_ chosen: [String], beside held: Set<String>) -> [String] {
        var left = chosen
        for scope in chosen {
            let others = left.filter { $0 != scope }
            if areMet(by: held.union(granted(by: others))) { left = others }
        }
        return left
    }
}
