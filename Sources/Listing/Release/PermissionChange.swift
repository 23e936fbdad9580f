/// How what is asked for changed from one release to another.
package struct PermissionChange: Sendable {
    package let added: [RecordedScope]
    package let removed: [RecordedScope]
    /// The scopes of the later release that are asked for with another requirement than before.
    package let altered: [RecordedScope]
    private let requirementsBefore: [String: ScopeRequest.Requirement]
    private let catalogue: Catalogue

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && altered.isEmpty }

    /// - Parameter catalogue: tells where a scope can be held by one actor only: then the actor need not be said.
    package init(from earlier: [RecordedScope], to later: [RecordedScope], in catalogue: Catalogue) {
        func requirements(of scopes: [RecordedScope]) -> [String: ScopeRequest.Requirement] {
            Dictionary(
                scopes.map { ($0.fullReference(in: catalogue), $0.requirement) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let before = requirements(of: earlier)
        let after = requirements(of: later)
        added = later.filter { before[$0.fullReference(in: catalogue)] == nil }
        removed = earlier.filter { after[$0.fullReference(in: catalogue)] == nil }
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
        guard actor == nil, let only = catalogue.onlyActor(of: id) else { return reference }
        return "\(id)@\(only)"
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
        let before = requirementBefore(of: scope)
        guard before != .required, before != scope.requirement else { return .nobody }
        switch scope.requirement {
        case .required: return .everybody
        case .conditional: return .concerned
        // A condition that fell away leaves a choice to those who were never asked.
        case .optional: return .choosing
        }
    }
}
