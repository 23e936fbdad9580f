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
    package var features: [UseChange] {
        UseChange.all(from: Self.scopesByFeature(earlier), to: Self.scopesByFeature(later))
    }

    /// Bundles that are asked for as before, and of which other members are used.
    package var bundles: [UseChange] {
        // Of a bundle that is new or gone, everything is.
        let whole = Set((added + removed).map(\.reference))
        return UseChange.all(from: Self.membersByBundle(earlier), to: Self.membersByBundle(later))
            .filter { !whole.contains($0.subject) }
    }

    private static func scopesByFeature(_ scopes: [RecordedScope]) -> [(subject: String, part: String)] {
        scopes.flatMap { scope in scope.features.map { ($0, scope.reference) } }
    }

    private static func membersByBundle(_ scopes: [RecordedScope]) -> [(subject: String, part: String)] {
        scopes.flatMap { scope in scope.members.map { (scope.reference, $0) } }
    }
}
