/// How what is asked for changed from one release to another.
package struct PermissionChange: Sendable {
    let earlier: [RecordedScope]
    let later: [RecordedScope]
    /// All that was not asked for before, be it in the place of something else.
    package let added: [RecordedScope]
    /// All that is not asked for any more, be there something in its place.
    package let removed: [RecordedScope]
    /// What of it stands for one another, since the catalogue says that one allows more.
    package let replacements: [ScopeReplacement]
    /// The scopes of the later release that are asked for with another requirement than before.
    package let altered: [RecordedScope]
    let counterparts: ScopeCounterparts
    private let catalogue: Catalogue

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && altered.isEmpty }

    /// Without what stands in the place of something else.
    package var addedAlone: [RecordedScope] {
        let paired = Set(replacements.flatMap(\.after))
        return added.filter { !paired.contains($0) }
    }

    /// Without what has something in its place.
    package var removedAlone: [RecordedScope] {
        let paired = Set(replacements.flatMap(\.before))
        return removed.filter { !paired.contains($0) }
    }

    /// - Parameter catalogue: tells which scope allows more than another, and where a scope can be held by one actor
    ///   only: then the actor need not be said.
    package init(from earlier: [RecordedScope], to later: [RecordedScope], in catalogue: Catalogue) {
        let counterparts = ScopeCounterparts(of: later, among: earlier, in: catalogue)
        let added = later.filter { counterparts.earlier(of: $0) == nil }
        let removed = earlier.filter { counterparts.later(of: $0) == nil }
        self.earlier = earlier
        self.later = later
        self.added = added
        self.removed = removed
        self.counterparts = counterparts
        self.catalogue = catalogue
        replacements = ScopeReplacement.all(from: removed, to: added, in: catalogue)
        altered = later.filter { scope in
            counterparts.earlier(of: scope).map { $0.requirement != scope.requirement } ?? false
        }
    }

    /// nil for a scope that was not asked for before.
    package func requirementBefore(of scope: RecordedScope) -> ScopeRequest.Requirement? {
        counterparts.earlier(of: scope)?.requirement
    }
}

/// Whom a change asks to consent once more.
package enum RenewedConsent: String, Sendable, CaseIterable {
    case everybody
    /// Those for whom the condition of the scope holds.
    case concerned
    /// Those who turn on what needs the scope.
    case choosing
    /// Who holds the scope has consented to it before, and nobody else is asked.
    case nobody
}

extension PermissionChange {
    /// Who has to consent before the integration may hold a scope of the later release.
    package func consent(to scope: RecordedScope) -> RenewedConsent {
        let before = requirementsOfHeld(allowing: scope).union([requirementBefore(of: scope)].compactMap(\.self))
        guard !before.contains(.required), !before.contains(scope.requirement) else { return .nobody }
        switch scope.requirement {
        case .required: return .everybody
        case .conditional: return .concerned
        // A condition that fell away leaves a choice to those who were never asked.
        case .optional: return .choosing
        }
    }

    /// Who consented to more has consented to less, be the wider scope still asked for or not; a platform may ask all the
    /// same.
    private func requirementsOfHeld(allowing scope: RecordedScope) -> Set<ScopeRequest.Requirement> {
        guard earlier.count <= ScopeReplacement.mostScopes, added.count <= ScopeReplacement.mostScopes else {
            return []
        }
        return Set(earlier.filter { isHeld(scope, through: $0) }.map(\.requirement))
    }

    private func isHeld(_ scope: RecordedScope, through wide: RecordedScope) -> Bool {
        guard wide.id != scope.id, wide.mayBeHeld(byHolderOf: scope, in: catalogue) else { return false }
        let holder = wide.holder(in: catalogue) ?? scope.holder(in: catalogue)
        return catalogue.scopesGranted(by: wide.id).contains(scope.id)
            || catalogue.isWider(wide.id, than: scope.id, heldBy: holder)
    }
}
