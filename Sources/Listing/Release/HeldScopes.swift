/// What those who use an integration consented to, and who holds it.
struct HeldScopes: Sendable {
    private let earlier: [RecordedScope]
    /// Who holds what named nobody, told from what the later release asks for in its place; by references.
    private var holders: [String: String] = [:]
    private let catalogue: Catalogue

    /// - Parameter added: what the later release asks for anew.
    init(
        _ earlier: [RecordedScope],
        before added: [RecordedScope],
        _ counterparts: ScopeCounterparts,
        in catalogue: Catalogue
    ) {
        self.catalogue = catalogue
        // Beyond these nothing is compared, so that time stays bounded, and everything that is new is asked for.
        let isComparable =
            earlier.count <= ScopeReplacement.mostScopes && added.count <= ScopeReplacement.mostScopes
        self.earlier = isComparable ? earlier : []
        // One that was not said to be anybody's stands for one holder only: a second one is asked for anew.
        for scope in self.earlier where scope.holder(in: catalogue) == nil {
            let heir = counterparts.later(of: scope) ?? added.first { holder(of: $0) != nil && allows(scope, $0) }
            if let heir { holders[scope.reference] = self.holder(of: heir) }
        }
    }

    /// Whether whoever is asked for a scope has consented to as much before, be it still asked for or not; a platform may
    /// ask all the same.
    func cover(_ scope: RecordedScope) -> Bool {
        earlier.contains { $0.isConsented(to: scope) && isPart(scope, of: $0) } || coverTogether(scope)
    }

    /// Whether what everybody had granted allows together what no scope of it allows alone.
    func coverTogether(_ scope: RecordedScope) -> Bool { coverDoors(of: scope) || coverActions(of: scope) }

    /// To read and write a thing by one scope is no more than to do it by two.
    private func coverActions(of scope: RecordedScope) -> Bool {
        guard let wanted = catalogue.scope(scope.id, heldBy: holder(of: scope)), wanted.kind != .bundle,
            wanted.resource != nil, !wanted.actions.isEmpty
        else { return false }
        let parts = earlier.filter { !isPart(scope, of: $0) }
        let alike = openScopes(of: parts, toHolderOf: scope).compactMap {
            catalogue.scope($0, heldBy: holder(of: scope))
        }
        .filter { $0.kind != .bundle && $0.resource == wanted.resource && $0.level == wanted.level }
        let held = alike.reduce(into: Set<CatalogueScope.Action>()) { $0.formUnion($1.allowedActions) }
        return wanted.allowedActions.isSubset(of: held)
    }

    /// What was open to everybody before.
    private func openScopes(of scopes: [RecordedScope], toHolderOf scope: RecordedScope) -> Set<String> {
        scopes.filter { $0.requirement == .required && isOfHolder(scope, $0) }
            .reduce(into: Set<String>()) { $0.formUnion(catalogue.scopesGranted(by: $1.id)) }
    }

    /// A key that opens no door which was not open to everybody before asks for nothing.
    private func coverDoors(of scope: RecordedScope) -> Bool {
        guard catalogue.isBundle(scope.id) else { return false }
        let open = openScopes(of: earlier, toHolderOf: scope)
        let doors = catalogue.scopesGranted(by: scope.id).filter { !catalogue.isBundle($0) }
        return !doors.isEmpty && doors.isSubset(of: open)
    }

    /// Whether holding one scope of the earlier release was holding one of the later as well.
    func isPart(_ scope: RecordedScope, of wide: RecordedScope) -> Bool {
        wide.id != scope.id && isOfHolder(scope, wide) && allows(wide, scope)
    }

    /// Whether a scope of the later release is for the one who held one of the earlier.
    func isOfHolder(_ scope: RecordedScope, _ earlier: RecordedScope) -> Bool {
        guard let holder = self.holder(of: earlier) ?? holders[earlier.reference], let other = self.holder(of: scope)
        else {
            return true
        }
        return holder == other
    }

    private func holder(of scope: RecordedScope) -> String? { scope.holder(in: catalogue) }

    private func allows(_ wide: RecordedScope, _ narrow: RecordedScope) -> Bool {
        catalogue.scopesGranted(by: wide.id).contains(narrow.id)
            || catalogue.isWider(wide.id, than: narrow.id, heldBy: holder(of: wide) ?? holder(of: narrow))
    }
}

extension RecordedScope {
    /// Whether everybody who is asked for a scope had been asked for this one.
    func isConsented(to scope: RecordedScope) -> Bool {
        requirement == .required || requirement == scope.requirement && !scope.hasOtherCondition(than: self)
    }
}
