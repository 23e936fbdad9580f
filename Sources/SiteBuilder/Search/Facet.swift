import Listing
import LocatedJSON

/// A question that the filter asks of integrations, and its answers.
struct Facet {
    struct Value {
        let name: String
        let title: String
        /// Positions in the plan, in order.
        let members: [Int]
    }

    let name: String
    let values: [Value]

    static func all(of plan: DirectoryPlan) -> [Facet] {
        [categories(plan), products(plan), scopes(plan), access(plan)]
    }

    /// The title of a category is its name; what stands in its place is the name in its address.
    private static func categories(_ plan: DirectoryPlan) -> Facet {
        Facet(
            name: "category",
            values: plan.categories.map { Value(name: $0.name, title: $0.slug, members: $0.members) }
        )
    }

    private static func products(_ plan: DirectoryPlan) -> Facet {
        var members: [String: [Int]] = [:]
        for (position, summary) in plan.summaries.enumerated() {
            for product in summary.complements { members[product, default: []].append(position) }
        }
        return Facet(
            name: "product",
            values: plan.catalogue.products.compactMap { product in
                members[product.id.value].map { Value(name: product.id.value, title: product.name, members: $0) }
            }
        )
    }

    private static func scopes(_ plan: DirectoryPlan) -> Facet {
        var seen: Set<String> = []
        return Facet(
            name: "scope",
            values: plan.catalogue.scopes.filter { seen.insert($0.id.value).inserted }.compactMap { scope in
                let holders = plan.holders(of: scope.id.value)
                return holders.isEmpty ? nil : Value(name: scope.id.value, title: scope.title, members: holders)
            }
        )
    }

    /// `users:write`, and with either side left open.
    private static func access(_ plan: DirectoryPlan) -> Facet {
        var members: [String: Set<Int>] = [:]
        for scope in plan.catalogue.scopes {
            guard let resource = scope.resource else { continue }
            let holders = plan.holders(of: scope.id.value)
            guard !holders.isEmpty else { continue }
            for action in scope.actions {
                for name in ["\(resource):\(action.rawValue)", "\(resource):", ":\(action.rawValue)"] {
                    members[name, default: []].formUnion(holders)
                }
            }
        }
        return Facet(
            name: "access",
            values: members.sorted { $0.key < $1.key }.map {
                Value(name: $0.key, title: "", members: $0.value.sorted())
            }
        )
    }
}
