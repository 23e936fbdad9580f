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

    /// A few short sentences for a card: what the features do, and what could be done beyond that.
    ///
    /// It tells of every deed that the filter of the directory finds the integration by.
    var line: Phrase {
        guard !use.asksForNothing else { return Phrase("uses.asksNothing") }
        guard !use.uses.isEmpty else { return Phrase("uses.untoldAll") }
        let used = does + Requirement.byFirmness.flatMap(may)
        let rest = Requirement.byFirmness.flatMap(could)
        return .list((used.isEmpty ? [Phrase("uses.none")] : used) + rest, .sentences)
    }

    /// What is done wherever the integration is in use.
    private var does: [Phrase] {
        Action.allCases.compactMap { action in
            let resources = resources(.required, action) { $0 == .used }
            return resources.isEmpty ? nil : action.done(with: few(resources))
        }
    }

    private func may(_ requirement: Requirement) -> [Phrase] {
        let done = Action.byHarm.map { action in (action, resources(requirement, action) { $0 == .used }) }
        return inOneSentence(deeds(done.map { ($0, $1.isEmpty ? nil : few($1)) })).compactMap(requirement.may)
    }

    /// What can do most harm is named, of the rest what is soon said.
    private func could(_ requirement: Requirement) -> [Phrase] {
        let deeds = Action.byHarm.map { action -> (Action, Phrase?) in
            let resources = resources(requirement, action) { $0 != .used }
            guard !resources.isEmpty else { return (action, nil) }
            let isNamed = action == .delete || action == .manage || resources.count < Self.mostResources
            return (action, isNamed ? few(resources) : Phrase("uses.otherData"))
        }
        return inOneSentence(self.deeds(deeds)).map(requirement.could)
    }

    /// Several deeds of one kind, one behind the other.
    private func inOneSentence(_ deeds: [Phrase]) -> [Phrase] {
        deeds.isEmpty ? [] : [.list(deeds, .comma)]
    }

    /// `delete and write users`: what is done with the same resources stands together.
    private func deeds(_ deeds: [(action: Action, resources: Phrase?)]) -> [Phrase] {
        var groups: [(resources: Phrase, deeds: [Phrase])] = []
        for deed in deeds {
            guard let resources = deed.resources else { continue }
            if let known = groups.firstIndex(where: { $0.resources == resources }) {
                groups[known].deeds.append(deed.action.deed)
            } else {
                groups.append((resources, [deed.action.deed]))
            }
        }
        return groups.map { Phrase("uses.deed", ["deed": .list($0.deeds, .and), "resources": $0.resources]) }
    }

    /// In the order of their names.
    private func resources(
        _ requirement: Requirement,
        _ action: Action,
        _ isMeant: (PermissionUse.Use) -> Bool
    ) -> [String] {
        let meant = use.uses.keys.filter { deed in
            deed.action == action && use.uses[deed].map(isMeant) ?? false && use.requirements[deed] == requirement
        }
        return meant.map(\.resource).sorted()
    }

    /// The first by name.
    private func few(_ resources: [String]) -> Phrase {
        let isCut = resources.count > Self.mostResources
        return .list(resources.prefix(Self.mostResources).map(name) + (isCut ? [Phrase("uses.more")] : []), .and)
    }

    /// Of one action on a card.
    private static let mostResources = 3

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

    private func couldAlso(_ degree: PermissionUse.Use) -> [Phrase] {
        Action.byHarm.flatMap { action in
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
    /// What could do most harm stands first.
    fileprivate static let byHarm: [Self] = [.delete, .manage, .write, .read]

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

    /// What is done in some cases or where it is allowed, in one sentence; nil for what is done anyway.
    fileprivate func may(_ deeds: Phrase) -> Phrase? {
        switch self {
        case .required: nil
        case .conditional: Phrase("uses.may.conditional", ["deeds": deeds])
        case .optional: Phrase("uses.may.optional", ["deeds": deeds])
        }
    }

    /// What is granted and not done, in one sentence.
    fileprivate func could(_ deeds: Phrase) -> Phrase {
        switch self {
        case .required: Phrase("uses.could.required", ["deeds": deeds])
        case .conditional: Phrase("uses.could.conditional", ["deeds": deeds])
        case .optional: Phrase("uses.could.optional", ["deeds": deeds])
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
