import Listing
import LocatedJSON
import Templates

/// The questions that the filter asks of integrations, each with its answers and whose they are.
struct Facets {
    struct Value {
        let name: String
        let title: ContentText
        /// Positions in the plan, in order.
        let members: [Int]
    }

    /// By the names of the filter's fields.
    let choices: [(name: String, values: [Value])]
    /// `users:write`: who may take an action on a resource.
    let pairs: [Value]

    init(of plan: DirectoryPlan, _ texts: Texts) {
        let access = Access(of: plan)
        choices = [
            ("category", plan.categories.map { Value(name: $0.name, title: $0.title, members: $0.members) }),
            ("product", plan.products.map { Value(name: $0.id, title: $0.title, members: $0.members) }),
            ("scope", Self.scopes(plan)), ("action", access.actions(texts)),
            ("resource", access.resources),
        ]
        pairs = access.pairs
    }

    private static func scopes(_ plan: DirectoryPlan) -> [Value] {
        var seen: Set<String> = []
        return plan.catalogue.scopes.filter { seen.insert($0.id.value).inserted }.compactMap { scope in
            let id = scope.id.value
            let holders = plan.holders(of: id)
            let title = scope.titleWithID
            return holders.isEmpty ? nil : Value(name: id, title: title, members: holders)
        }
    }
}

/// Who may do what with which data, by everything that their permissions grant.
private struct Access {
    private var byAction: [String: Set<Int>] = [:]
    private var byResource: [String: Set<Int>] = [:]
    private var byPair: [String: Set<Int>] = [:]
    /// What resources are called in the language of the site.
    private var titles: [String: ContentText] = [:]

    init(of plan: DirectoryPlan) {
        for scope in plan.catalogue.scopes {
            guard let resource = scope.resource else { continue }
            titles[resource] = scope.resourceText
            let holders = plan.holders(of: scope.id.value)
            guard !holders.isEmpty else { continue }
            for action in scope.actions.map(\.rawValue) {
                byAction[action, default: []].formUnion(holders)
                byResource[resource, default: []].formUnion(holders)
                byPair["\(resource):\(action)", default: []].formUnion(holders)
            }
        }
    }

    /// From the least to the most.
    func actions(_ texts: Texts) -> [Facets.Value] {
        CatalogueScope.Action.allCases.compactMap { action in
            byAction[action.rawValue].map { members in
                Facets.Value(
                    name: action.rawValue,
                    title: ContentText(texts.string(of: action.asChoice)),
                    members: members.sorted()
                )
            }
        }
    }

    /// By their names in the main language, so that what was chosen holds in all.
    var resources: [Facets.Value] {
        byResource.map { Facets.Value(name: $0, title: titles[$0] ?? ContentText($0), members: $1.sorted()) }
            .sorted { ($0.title.text, $0.name) < ($1.title.text, $1.name) }
    }

    var pairs: [Facets.Value] { Self.values(byPair) }

    private static func values(_ members: [String: Set<Int>]) -> [Facets.Value] {
        members.sorted { $0.key < $1.key }.map {
            Facets.Value(name: $0.key, title: ContentText($0.key), members: $0.value.sorted())
        }
    }
}
