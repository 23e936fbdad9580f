/// What a feature needs, or what is used of a bundle, and was not before; and what no longer is.
package struct UseChange: Sendable {
    /// The feature, or the bundle.
    package let subject: String
    package let gained: [String]
    package let lost: [String]

    /// In the order in which the subjects occur, now first.
    static func all(
        from earlier: [(subject: String, part: String)],
        to later: [(subject: String, part: String)]
    ) -> [UseChange] {
        let before = Dictionary(grouping: earlier, by: \.subject).mapValues { $0.map(\.part) }
        let after = Dictionary(grouping: later, by: \.subject).mapValues { $0.map(\.part) }
        var seen: Set<String> = []
        return (later + earlier).map(\.subject).filter { seen.insert($0).inserted }.compactMap { subject in
            let old = Set(before[subject] ?? [])
            let new = Set(after[subject] ?? [])
            guard old != new else { return nil }
            return UseChange(
                subject: subject,
                gained: (after[subject] ?? []).filter { !old.contains($0) },
                lost: (before[subject] ?? []).filter { !new.contains($0) }
            )
        }
    }
}

extension PermissionChange {
    /// Features that need other scopes, be the feature new, gone or neither.
    package var features: [UseChange] { uses(\.features) { (subject: $1, part: $0) } }

    /// Bundles that are asked for as before, and of which other members are used.
    package var bundles: [UseChange] {
        // Of a bundle that is new or gone, everything is.
        let whole = Set((added + removed).map(\.reference))
        return uses(\.members) { (subject: $0, part: $1) }.filter { !whole.contains($0.subject) }
    }

    /// A scope is called as the later release calls it, so that saying whose it is changes no use.
    private func uses(
        _ names: (RecordedScope) -> [String],
        _ use: (_ scope: String, _ name: String) -> (subject: String, part: String)
    ) -> [UseChange] {
        UseChange.all(
            from: earlier.flatMap { scope in
                let now = counterparts.later(of: scope) ?? scope
                return names(scope).map { use(now.reference, $0) }
            },
            to: later.flatMap { scope in names(scope).map { use(scope.reference, $0) } }
        )
    }
}
