/// How what a listing asks for changed.
package struct ListingChange: Sendable {
    package let before: ListingPermissions
    package let after: ListingPermissions
    package let steps: [ScopeStep]
    package let features: [FeatureChange]
    /// Bundles of which other members are used than before; nobody is asked, since the bundle was granted as a whole.
    package let bundles: [UseChange]

    package var id: String { after.id }
    package var isEmpty: Bool { steps.isEmpty && features.isEmpty && bundles.isEmpty }
    package var consent: RenewedConsent { .firmest(steps.map(\.consent)) }

    package func reason(for step: ScopeStep) -> String? {
        step.kind == .removed ? nil : after.reasons[step.scope.reference]
    }

    /// When the scope is asked for, now that it is conditional.
    package func condition(for step: ScopeStep) -> String? {
        step.after == .conditional ? after.conditions[step.scope.reference] : nil
    }

    package init(from before: ListingPermissions, to after: ListingPermissions, in catalogue: Catalogue) {
        let change = PermissionChange(from: before.scopes, to: after.scopes, in: catalogue)
        self.before = before
        self.after = after
        steps = change.steps
        features = change.features.map { FeatureChange($0, from: before, to: after) }
        bundles = change.bundles
    }
}

/// A feature that needs other scopes than before.
package struct FeatureChange: Sendable {
    package enum Presence: String, Sendable {
        case kept, new, gone
    }

    package let id: String
    /// nil where only records are known.
    package let title: String?
    /// nil where nobody tells which features there were.
    package let presence: Presence?
    package let gained: [String]
    package let lost: [String]

    fileprivate init(_ change: UseChange, from before: ListingPermissions, to after: ListingPermissions) {
        id = change.subject
        title = after.features?[id] ?? before.features?[id]
        gained = change.gained
        lost = change.lost
        guard let old = before.features, let new = after.features else {
            presence = nil
            return
        }
        presence = old[id] == nil ? .new : new[id] == nil ? .gone : .kept
    }
}
