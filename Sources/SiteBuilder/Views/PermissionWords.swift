import Listing

/// What an integration may do with the customer's data, in sentences.
struct PermissionWords: Sendable {
    private typealias Action = CatalogueScope.Action
    private typealias Requirement = ScopeRequest.Requirement

    private let use: PermissionUse

    init(of listing: ParsedListing) {
        use = PermissionUse(of: listing)
    }

    var sentences: [String] {
        guard !use.asksForNothing else { return ["Asks for no permission."] }
        let rest =
            couldAlso(.planned, "which only a planned feature will do") + couldAlso(.unused, "which no feature does")
        let untold =
            use.untold.isEmpty ? [] : ["The platform's catalogue does not say what \(joined(use.untold)) would allow."]
        return Requirement.byFirmness.flatMap(can) + rest + cannot + untold
    }

    /// One short line for a card.
    var line: String {
        guard !use.asksForNothing else { return "Asks for no permission." }
        var used: [Action: [String]] = [:]
        for (deed, use) in use.uses where use == .used { used[deed.action, default: []].append(deed.resource) }
        guard !used.isEmpty else {
            return use.uses.isEmpty
                ? "The platform's catalogue does not say what it may do." : "Uses none of what it is granted."
        }
        let shown = Action.allCases.compactMap { action -> String? in
            guard let resources = used[action]?.sorted() else { return nil }
            let listed = resources.prefix(3) + (resources.count > 3 ? ["more"] : [])
            return "\(action.thirdPerson) \(joined(Array(listed)))."
        }
        return shown.joined(separator: " ")
    }

    /// What the features do, by what it is done to.
    private func can(_ requirement: Requirement) -> [String] {
        var actions: [String: Set<Action>] = [:]
        for (deed, use) in use.uses where use == .used && self.use.requirements[deed] == requirement {
            actions[deed.resource, default: []].insert(deed.action)
        }
        return actions.sorted { $0.key < $1.key }.map { resource, actions in
            let deeds = joined(Action.allCases.filter(actions.contains).map(\.infinitive))
            return "Can \(deeds) \(resource)\(requirement.condition)."
        }
    }

    /// What could do most harm stands first.
    private func couldAlso(_ degree: PermissionUse.Use, _ why: String) -> [String] {
        [Action.delete, .manage, .write, .read].flatMap { action in
            Requirement.byFirmness.compactMap { requirement in
                let resources = use.uses.keys.filter { deed in
                    deed.action == action && use.uses[deed] == degree && use.requirements[deed] == requirement
                }
                guard !resources.isEmpty else { return nil }
                let names = joined(resources.map(\.resource).sorted())
                return "Could also \(action.infinitive) \(names)\(requirement.condition), \(why)."
            }
        }
    }

    /// Whoever manages a thing may be able to delete it.
    private var cannot: [String] {
        let granted = Set(use.uses.keys.map(\.action))
        guard use.isFullyTold, !granted.contains(.delete), !granted.contains(.manage) else { return [] }
        return [granted.contains(.write) ? "Cannot delete anything." : "Cannot change or delete anything."]
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

extension ScopeRequest.Requirement {
    fileprivate static let byFirmness = allCases.sorted { $0.rank < $1.rank }

    fileprivate var condition: String {
        switch self {
        case .required: ""
        case .conditional: ", in some cases only"
        case .optional: ", if you allow it"
        }
    }
}
