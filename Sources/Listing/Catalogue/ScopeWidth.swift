extension Catalogue {
    /// Whether one scope allows more than another, all that the other allows included, as far as the catalogue tells.
    ///
    /// It does when it grants the other and is not granted by it, when the key that it is opens all doors of the other
    /// key and more, when it allows more actions on the same resource, and when the platform names the other as the
    /// least where this one would do. Unlike ``scopes(narrowerThan:)`` it does not ask whether the other can still be
    /// requested: what a release once asked for may be retired by now.
    package func isWider(_ wide: String, than narrow: String, heldBy actor: String? = nil) -> Bool {
        guard wide != narrow, let more = scope(wide, heldBy: actor), let less = scope(narrow, heldBy: actor) else {
            return false
        }
        let granted = scopesGranted(by: wide)
        let grantedByNarrow = scopesGranted(by: narrow)
        if granted.contains(narrow) { return !grantedByNarrow.contains(wide) }
        guard !grantedByNarrow.contains(wide) else { return false }
        return allowsMoreActions(more, than: less)
            || less.kind == .bundle && doors(grantedByNarrow).isStrictSubset(of: doors(granted))
            || scopes(narrowerThan: wide).contains(narrow) && !scopes(narrowerThan: narrow).contains(wide)
    }

    private func allowsMoreActions(_ more: CatalogueScope, than less: CatalogueScope) -> Bool {
        guard let resource = more.resource, resource == less.resource, more.level == less.level,
            more.kind != .bundle, less.kind != .bundle, !less.actions.isEmpty
        else { return false }
        return less.allowedActions.isStrictSubset(of: more.allowedActions)
    }

    private func doors(_ granted: Set<String>) -> Set<String> { granted.filter { !isBundle($0) } }
}

extension CatalogueScope {
    /// Whoever manages a thing reads and writes it; whether it can be deleted is not told by that.
    var allowedActions: Set<Action> {
        let told = Set(actions)
        return told.contains(.manage) ? told.union([.read, .write]) : told
    }
}
