import Listing

/// What an integration may do with the customer's data, in sentences.
struct PermissionWords: Sendable {
    private typealias Action = CatalogueScope.Action

    private let use: PermissionUse

    init(of listing: ParsedListing) {
        use = PermissionUse(of: listing)
    }

    var sentences: [String] {
        guard !use.asksForNothing else { return ["Asks for no permission."] }
        let told = ScopeRequest.Requirement.allCases.sorted { $0.rank < $1.rank }.flatMap(can)
        let rest = couldAlso(.planned, "which only a planned feature will do")
            + couldAlso(.unused, "which no feature does")
        let untold = use.isFullyTold ? [] : ["The catalogue does not say of every permission what it allows."]
        return told + rest + cannot + untold
    }

    /// One short line for a card.
    var line: String {
        guard !use.asksForNothing else { return "Asks for no permission." }
        let used = resources { $0 == .used }
        guard !used.isEmpty else {
            return use.uses.isEmpty
                ? "The catalogue does not say what it may do." : "Uses none of what it is granted."
        }
        let shown = Action.allCases.compactMap { action -> String? in
            guard let resources = used[action] else { return nil }
            let listed = resources.prefix(3) + (resources.count > 3 ? ["more"] : [])
            return "\(action.thirdPerson) \(joined(Array(listed)))."
        }
        return shown.joined(separator: " ")
    }

    /// What the features do, by what it is done to.
    private func can(_ requirement: ScopeRequest.Requirement) -> [String] {
        var actions: [String: Set<Action>] = [:]
        for (deed, use) in use.uses where use == .used && self.use.requirements[deed] == requirement {
            actions[deed.resource, default: []].insert(deed.action)
        }
        let condition =
            switch requirement {
            case .required: ""
            case .conditional: ", in some cases only"
            case .optional: ", if you allow it"
            }
        return actions.sorted { $0.key < $1.key }.map { resource, actions in
            "Can \(joined(Action.allCases.filter(actions.contains).map(\.infinitive))) \(resource)\(condition)."
        }
    }

    /// What could do most harm stands first.
    private func couldAlso(_ use: PermissionUse.Use, _ why: String) -> [String] {
        let resources = resources { $0 == use }
        return [Action.delete, .manage, .write, .read].compactMap { action in
            resources[action].map { "Could also \(action.infinitive) \(joined($0)), \(why)." }
        }
    }

    /// Whoever manages a thing may be able to delete it.
    private var cannot: [String] {
        let granted = Set(use.uses.keys.map(\.action))
        guard use.isFullyTold, !granted.contains(.delete), !granted.contains(.manage) else { return [] }
        return [granted.contains(.write) ? "Cannot delete anything." : "Cannot change or delete anything."]
    }

    private func resources(where belongs: (PermissionUse.Use) -> Bool) -> [Action: [String]] {
        var resources: [Action: [String]] = [:]
        for (deed, use) in use.uses where belongs(use) { resources[deed.action, default: []].append(deed.resource) }
        return resources.mapValues { $0.sorted() }
    }

    private func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension CatalogueScope.Action {
    fileprivate var infinitive: String {
        switch self {
        case .read: "read"
        case .write: "write"
        case .delete: "delete"
        case .manage: "manage"
        }
    }

    fileprivate var thirdPerson: String {
        switch self {
        case .read: "Reads"
        case .write: "Writes"
        case .delete: "Deletes"
        case .manage: "Manages"
        }
    }
}
