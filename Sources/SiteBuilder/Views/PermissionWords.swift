import Listing
import Templates

/// What an integration may do with the customer's data, in sentences.
struct PermissionWords: Sendable {
    private typealias Action = CatalogueScope.Action
    private typealias Requirement = ScopeRequest.Requirement

    private let use: PermissionUse

    init(of listing: ParsedListing) {
        use = PermissionUse(of: listing)
    }

    var sentences: [Phrase] {
        guard !use.asksForNothing else { return [Phrase("uses.asksNothing")] }
        let rest = couldAlso(.planned) + couldAlso(.unused)
        let untold =
            use.untold.isEmpty ? [] : [Phrase("uses.untold", ["scopes": .list(use.untold.map(Phrase.text), .and)])]
        return Requirement.byFirmness.flatMap(can) + rest + cannot + untold
    }

    /// One short line for a card.
    var line: Phrase {
        guard !use.asksForNothing else { return Phrase("uses.asksNothing") }
        var used: [Action: [String]] = [:]
        for (deed, use) in use.uses where use == .used { used[deed.action, default: []].append(deed.resource) }
        guard !used.isEmpty else { return use.uses.isEmpty ? Phrase("uses.untoldAll") : Phrase("uses.none") }
        let shown = Action.allCases.compactMap { action -> Phrase? in
            guard let resources = used[action]?.sorted() else { return nil }
            let listed = resources.prefix(3).map(name) + (resources.count > 3 ? [Phrase("uses.more")] : [])
            return action.done(with: .list(listed, .and))
        }
        return .list(shown, .sentences)
    }

    /// What the features do, by what it is done to.
    private func can(_ requirement: Requirement) -> [Phrase] {
        var actions: [String: Set<Action>] = [:]
        for (deed, use) in use.uses where use == .used && self.use.requirements[deed] == requirement {
            actions[deed.resource, default: []].insert(deed.action)
        }
        return actions.sorted { $0.key < $1.key }.map { resource, actions in
            let deeds = Phrase.list(Action.allCases.filter(actions.contains).map(\.deed), .and)
            return requirement.can(deeds, name(of: resource))
        }
    }

    /// What could do most harm stands first.
    private func couldAlso(_ degree: PermissionUse.Use) -> [Phrase] {
        [Action.delete, .manage, .write, .read].flatMap { action in
            Requirement.byFirmness.compactMap { requirement in
                let resources = use.uses.keys.filter { deed in
                    deed.action == action && use.uses[deed] == degree && use.requirements[deed] == requirement
                }
                guard !resources.isEmpty else { return nil }
                let names = Phrase.list(resources.map(\.resource).sorted().map(name), .and)
                return degree == .planned
                    ? requirement.couldAsPlanned(action.deed, names) : requirement.couldUnused(action.deed, names)
            }
        }
    }

    /// Whoever manages a thing may be able to delete it.
    private var cannot: [Phrase] {
        let granted = Set(use.uses.keys.map(\.action))
        guard use.isFullyTold, !granted.contains(.delete), !granted.contains(.manage) else { return [] }
        return [granted.contains(.write) ? Phrase("uses.cannotDelete") : Phrase("uses.cannotChange")]
    }

    private func name(of resource: String) -> Phrase { Phrase(ContentText(resource, in: use.languages[resource])) }
}

/// What all pages of a listing say of its permissions, worked out once.
struct ListingPermissions: Sendable {
    let sentences: [Phrase]
    let anchors: PermissionAnchors

    init(of listing: ParsedListing, _ words: PermissionWords) {
        sentences = words.sentences
        anchors = PermissionAnchors(listing.manifest?.scopes ?? [])
    }

    init(of listing: ParsedListing) {
        self.init(of: listing, PermissionWords(of: listing))
    }
}

extension CatalogueScope.Action {
    /// As it stands behind "can".
    fileprivate var deed: Phrase {
        switch self {
        case .read: Phrase("deed.read")
        case .write: Phrase("deed.write")
        case .delete: Phrase("deed.delete")
        case .manage: Phrase("deed.manage")
        }
    }

    fileprivate func done(with resources: Phrase) -> Phrase {
        switch self {
        case .read: Phrase("uses.read", ["resources": resources])
        case .write: Phrase("uses.write", ["resources": resources])
        case .delete: Phrase("uses.delete", ["resources": resources])
        case .manage: Phrase("uses.manage", ["resources": resources])
        }
    }
}

extension ScopeRequest.Requirement {
    fileprivate static let byFirmness = allCases.sorted { $0.rank < $1.rank }

    fileprivate func can(_ deeds: Phrase, _ resource: Phrase) -> Phrase {
        switch self {
        case .required: Phrase("uses.can.required", ["deeds": deeds, "resource": resource])
        case .conditional: Phrase("uses.can.conditional", ["deeds": deeds, "resource": resource])
        case .optional: Phrase("uses.can.optional", ["deeds": deeds, "resource": resource])
        }
    }

    fileprivate func couldAsPlanned(_ deed: Phrase, _ resources: Phrase) -> Phrase {
        switch self {
        case .required: Phrase("uses.planned.required", ["deed": deed, "resources": resources])
        case .conditional: Phrase("uses.planned.conditional", ["deed": deed, "resources": resources])
        case .optional: Phrase("uses.planned.optional", ["deed": deed, "resources": resources])
        }
    }

    fileprivate func couldUnused(_ deed: Phrase, _ resources: Phrase) -> Phrase {
        switch self {
        case .required: Phrase("uses.unused.required", ["deed": deed, "resources": resources])
        case .conditional: Phrase("uses.unused.conditional", ["deed": deed, "resources": resources])
        case .optional: Phrase("uses.unused.optional", ["deed": deed, "resources": resources])
        }
    }
}
