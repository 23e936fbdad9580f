/// What became of one scope from one release to another, as it is told to people.
package struct ScopeStep: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case added
        /// Asked for in the place of scopes that allow less.
        case widened
        /// Asked for with another requirement.
        case altered
        /// Asked for in the place of a scope that allows more.
        case narrowed
        case removed
    }

    package let kind: Kind
    /// As the later release asks for it; of one that is gone, as the earlier did.
    package let scope: RecordedScope
    /// What it stands in the place of.
    package let replaced: [RecordedScope]
    /// How it was asked for, or how all were that it stands in the place of; nil where nothing was, or where they differ.
    package let before: ScopeRequest.Requirement?
    /// nil for one that is gone.
    package let after: ScopeRequest.Requirement?
    /// The condition under which it was asked for, or what it stands in the place of, where that is known to be another.
    package let conditionBefore: String?
    package let consent: RenewedConsent
}

extension PermissionChange {
    /// Every scope that became another, in the order of their weight: what is new first, what is gone last.
    package var steps: [ScopeStep] {
        let widened = replacements.filter { $0.kind == .widened }
        let narrowed = replacements.filter { $0.kind == .narrowed }
        return addedAlone.map { step(.added, $0) }
            + widened.flatMap { replacement in
                replacement.after.map { step(.widened, $0, inPlaceOf: replacement.before) }
            }
            + altered.map { step(.altered, $0) }
            + narrowed.flatMap { replacement in
                replacement.after.map { step(.narrowed, $0, inPlaceOf: replacement.before) }
            }
            + removedAlone.map {
                ScopeStep(
                    kind: .removed,
                    scope: $0,
                    replaced: [],
                    before: $0.requirement,
                    after: nil,
                    conditionBefore: nil,
                    consent: .nobody
                )
            }
    }

    private func step(
        _ kind: ScopeStep.Kind,
        _ scope: RecordedScope,
        inPlaceOf replaced: [RecordedScope] = []
    ) -> ScopeStep {
        let before = Set(replaced.map(\.requirement))
        return ScopeStep(
            kind: kind,
            scope: scope,
            replaced: replaced,
            before: replaced.isEmpty ? requirementBefore(of: scope) : before.count == 1 ? before.first : nil,
            after: scope.requirement,
            conditionBefore: replaced.isEmpty
                ? conditionBefore(of: scope) : replaced.first { scope.hasOtherCondition(than: $0) }?.condition,
            consent: consent(to: scope)
        )
    }

    /// The firmest consent that any scope asks for.
    package var consent: RenewedConsent { .firmest(steps.map(\.consent)) }
}

extension RenewedConsent {
    /// Cases are declared from the firmest to none at all.
    package static func firmest(_ consents: some Sequence<RenewedConsent>) -> RenewedConsent {
        let all = Set(consents)
        return allCases.first(where: all.contains) ?? .nobody
    }
}
