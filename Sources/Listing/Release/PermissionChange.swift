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
    private let requirementsBefore: [String: ScopeRequest.Requirement]
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
        func requirements(of scopes: [RecordedScope]) -> [String: ScopeRequest.Requirement] {
            Dictionary(
                scopes.map { ($0.fullReference(in: catalogue), $0.requirement) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let before = requirements(of: earlier)
        let after = requirements(of: later)
        let added = later.filter { before[$0.fullReference(in: catalogue)] == nil }
        let removed = earlier.filter { after[$0.fullReference(in: catalogue)] == nil }
        self.earlier = earlier
        self.later = later
        self.added = added
        self.removed = removed
        replacements = ScopeReplacement.all(from: removed, to: added, in: catalogue)
        altered = later.filter { scope in
            before[scope.fullReference(in: catalogue)].map { $0 != scope.requirement } ?? false
        }
        requirementsBefore = before
        self.catalogue = catalogue
    }

    /// nil for a scope that was not asked for before.
    package func requirementBefore(of scope: RecordedScope) -> ScopeRequest.Requirement? {
        requirementsBefore[scope.fullReference(in: catalogue)]
    }
}

extension RecordedScope {
    /// The reference with the actor, also where it goes without saying.
    fileprivate func fullReference(in catalogue: Catalogue) -> String {
        holder(in: catalogue).map { "\(id)@\($0)" } ?? id
    }

    /// Who holds it, also where it goes without saying.
    func holder(in catalogue: Catalogue) -> String? { actor ?? catalogue.onlyActor(of: id) }
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
        let before = requirementBefore(of: scope) ?? requirementOfWider(than: scope)
        guard before != .required, before != scope.requirement else { return .nobody }
        switch scope.requirement {
        case .required: return .everybody
        case .conditional: return .concerned
        // A condition that fell away leaves a choice to those who were never asked.
        case .optional: return .choosing
        }
    }

    /// Who consented to more has consented to less; a platform may ask all the same.
    private func requirementOfWider(than scope: RecordedScope) -> ScopeRequest.Requirement? {
        replacements.first { $0.kind == .narrowed && $0.after.contains(scope) }?.before.first?.requirement
    }
}
