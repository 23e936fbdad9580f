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
    /// The scopes of the later release that are asked for with another requirement than before, or under a condition that
    /// is known to be another.
    package let altered: [RecordedScope]
    let counterparts: ScopeCounterparts
    private let held: HeldScopes

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
        let (earlier, later) = (earlier.eachOnce, later.eachOnce)
        let counterparts = ScopeCounterparts(of: later, among: earlier, in: catalogue)
        let added = later.filter { counterparts.earlier(of: $0) == nil }
        let removed = earlier.filter { counterparts.later(of: $0) == nil }
        self.earlier = earlier
        self.later = later
        self.added = added
        self.removed = removed
        self.counterparts = counterparts
        let held = HeldScopes(earlier, before: added, counterparts, in: catalogue)
        self.held = held
        replacements = ScopeReplacement.all(from: removed, to: added, held, in: catalogue)
        altered = later.filter { scope in
            counterparts.earlier(of: scope).map {
                $0.requirement != scope.requirement || scope.hasOtherCondition(than: $0)
            } ?? false
        }
    }

    /// The condition of a scope that was asked for under another one before, as far as both are known.
    func conditionBefore(of scope: RecordedScope) -> String? {
        counterparts.earlier(of: scope).flatMap { scope.hasOtherCondition(than: $0) ? $0.condition : nil }
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
        let isAsBefore = counterparts.earlier(of: scope).map { $0.isConsented(to: scope) } ?? false
        guard !isAsBefore, !held.cover(scope) else { return .nobody }
        switch scope.requirement {
        case .required: return .everybody
        case .conditional: return .concerned
        // A condition that fell away leaves a choice to those who were never asked.
        case .optional: return .choosing
        }
    }
}
