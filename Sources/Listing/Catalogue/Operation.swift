package import LocatedJSON

/// A call of the platform's interface.
package struct Operation: Sendable {
    package let id: Located<String>
    package let method: String
    package let path: String
    /// Any one of these sets is enough, and all scopes of the set are needed. No set: the call needs no scope.
    package let scopes: [[Located<String>]]
    /// The narrowest of the sets, where the platform names it.
    package let least: [Located<String>]
    package let limits: [RateLimit]

    /// Whether somebody who holds `granted` may call it.
    package func isAllowed(by granted: Set<String>) -> Bool {
        scopes.isEmpty || scopes.contains { set in set.allSatisfy { granted.contains($0.value) } }
    }

    /// The scopes of all sets, for counting what a feature makes use of.
    package var namedScopes: Set<String> { Set(scopes.joined().map(\.value)) }

    /// `a or (b and c)`, as messages quote it.
    package var formula: String {
        scopes.map { set in
            let names = set.map { "'\($0.value)'" }.joined(separator: " and ")
            return set.count > 1 && scopes.count > 1 ? "(\(names))" : names
        }
        .joined(separator: " or ")
    }
}

/// How often something may be done: `10000 users a minute`.
package struct RateLimit: Sendable, Hashable {
    package enum Period: String, Sendable, CaseIterable {
        case second, minute, hour, day
    }

    package let count: Int
    package let unit: String
    package let period: Period
}
