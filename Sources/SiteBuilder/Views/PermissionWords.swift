import Listing

/// What an integration may do with the customer's data, in sentences: what its features use, and what else its
/// permissions would allow.
struct PermissionWords: Sendable {
    private typealias Action = CatalogueScope.Action

    private let used: [(resource: String, actions: [Action])]
    private let unused: [(resource: String, actions: [Action])]

    init(of listing: ParsedListing) {
        let usedScopes = listing.usedScopes.flatMap { name -> Set<String> in
            // A bundle says nothing of what is used; its members that are used are named by operations or features.
            listing.catalogue.scope(name)?.kind == .bundle ? [] : listing.catalogue.scopesGranted(by: name)
        }
        let usedActions = Self.actions(of: Set(usedScopes).intersection(listing.grantedScopes), in: listing.catalogue)
        let granted = Self.actions(of: listing.grantedScopes, in: listing.catalogue)
        used = Self.ordered(usedActions)
        unused = Self.ordered(granted.mapValues { $0 }.merging(usedActions) { $0.subtracting($1) })
    }

    var sentences: [String] {
        let uses = used.map { "Can \(joined($0.actions.map(\.infinitive))) \($0.resource)." }
        // What could do most harm stands first.
        let rest = [Action.delete, .manage, .write, .read].compactMap { action -> String? in
            let resources = unused.filter { $0.actions.contains(action) }.map(\.resource)
            guard !resources.isEmpty else { return nil }
            return "Could also \(action.infinitive) \(joined(resources)), which no feature does."
        }
        return uses.isEmpty && rest.isEmpty ? ["Asks for no permission."] : uses + rest
    }

    /// One short line for a card.
    var line: String {
        guard !used.isEmpty else {
            return unused.isEmpty ? "Asks for no permission." : "Uses none of what it is granted."
        }
        let shown = Action.allCases.compactMap { action -> String? in
            let resources = used.filter { $0.actions.contains(action) }.map(\.resource)
            guard !resources.isEmpty else { return nil }
            let listed = resources.prefix(3) + (resources.count > 3 ? ["more"] : [])
            return "\(action.thirdPerson) \(joined(Array(listed)))."
        }
        return shown.joined(separator: " ")
    }

    private static func actions(of scopes: Set<String>, in catalogue: Catalogue) -> [String: Set<Action>] {
        var actions: [String: Set<Action>] = [:]
        for id in scopes {
            guard let scope = catalogue.scope(id), let resource = scope.resource else { continue }
            actions[resource, default: []].formUnion(scope.actions)
        }
        return actions
    }

    private static func ordered(_ actions: [String: Set<Action>]) -> [(resource: String, actions: [Action])] {
        actions.filter { !$0.value.isEmpty }
            .map { (resource: $0.key, actions: Action.allCases.filter($0.value.contains)) }
            .sorted { $0.resource < $1.resource }
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
