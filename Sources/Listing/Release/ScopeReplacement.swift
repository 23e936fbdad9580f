/// Scopes that a release asks for in the place of others, of which the catalogue says that they allow more, or less.
package struct ScopeReplacement: Sendable {
    package enum Kind: Sendable {
        case widened, narrowed
    }

    package let kind: Kind
    /// What was asked for: one scope of a narrowing, and one or several of a widening.
    package let before: [RecordedScope]
    /// What is asked for in its place: one scope of a widening, and one or several of a narrowing.
    package let after: [RecordedScope]

    /// Far more than a listing has that anybody would consent to; of more, none are paired, so that time stays bounded.
    static let mostScopes = 256

    /// Pairs what is new with what is gone; each scope is part of one replacement at most.
    ///
    /// Widenings come first: who asks for more is to be told of it, whatever else was given up. What allows no more than was
    /// given up is none.
    static func all(
        from removed: [RecordedScope],
        to added: [RecordedScope],
        _ held: HeldScopes,
        in catalogue: Catalogue
    ) -> [Self] {
        let old = removed.filter { catalogue.hasScope($0.id) }
        let new = added.filter { catalogue.hasScope($0.id) }
        guard !old.isEmpty, !new.isEmpty, old.count <= mostScopes, new.count <= mostScopes else { return [] }
        var paired: Set<String> = []
        let widened = new.compactMap { scope -> ScopeReplacement? in
            let isLess = old.contains {
                $0.isConsented(to: scope) && held.isOfHolder(scope, $0) && isWider($0, than: scope, in: catalogue)
            }
            guard !isLess, !held.coverTogether(scope) else { return nil }
            let before = old.filter { !paired.contains($0.reference) && isWider(scope, than: $0, in: catalogue) }
            paired.formUnion(before.map(\.reference))
            return before.isEmpty ? nil : ScopeReplacement(kind: .widened, before: before, after: [scope])
        }
        paired.formUnion(widened.flatMap(\.after).map(\.reference))
        let narrowed = old.compactMap { scope -> ScopeReplacement? in
            guard !paired.contains(scope.reference) else { return nil }
            let after = new.filter {
                !paired.contains($0.reference) && held.isOfHolder($0, scope) && isWider(scope, than: $0, in: catalogue)
            }
            paired.formUnion(after.map(\.reference))
            return after.isEmpty ? nil : ScopeReplacement(kind: .narrowed, before: [scope], after: after)
        }
        return widened + narrowed
    }

    private static func isWider(_ wide: RecordedScope, than narrow: RecordedScope, in catalogue: Catalogue) -> Bool {
        guard wide.mayBeHeld(byHolderOf: narrow, in: catalogue) else { return false }
        let holder = wide.holder(in: catalogue) ?? narrow.holder(in: catalogue)
        return catalogue.isWider(wide.id, than: narrow.id, heldBy: holder)
    }
}
