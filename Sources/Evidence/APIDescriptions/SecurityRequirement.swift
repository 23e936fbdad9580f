package import LocatedJSON

/// What a document writes beside a call on the permission that it needs, before it is said how its lists are meant.
package enum SecurityRequirement: Sendable {
    /// The document is silent.
    case unstated
    /// Any one of these is enough; without any, or with an empty one, nothing is needed.
    case anyOf([[SchemeUse]])
}

extension SecurityRequirement {
    /// A document that declares scopes and names none for the interface as a whole has not said that calls need none.
    func withoutEmptyLists(_ hasNoScopes: Bool) -> SecurityRequirement {
        guard case .anyOf(let alternatives) = self, !hasNoScopes else { return self }
        return .anyOf(
            alternatives.map { uses in
                uses.map { $0.scopes.isEmpty && !$0.saysNone ? SchemeUse($0.name, .key, scopes: []) : $0 }
            }
        )
    }
}

/// A way to prove who calls, with the scopes that a call needs in it.
package struct SchemeUse: Sendable {
    package enum Scheme: Sendable {
        /// Tokens that carry scopes.
        case scoped
        /// A key, a password, a signature: what it opens does not stand in the document.
        case key
    }

    /// What the document calls it.
    package let name: String
    package let scheme: Scheme
    package let scopes: [Located<String>]
    /// Whether the list holds nothing but a word for "no scope", such as Slack's `none`.
    package let saysNone: Bool

    init(_ name: String, _ scheme: Scheme, scopes: [Located<String>]) {
        let named = scopes.filter { !Self.isSentinel($0.value) }
        self.name = name
        self.scheme = scheme
        self.scopes = named
        saysNone = named.isEmpty && !scopes.isEmpty
    }

    /// Words that documents write into a list of scopes where they mean that none is needed.
    static func isSentinel(_ scope: String) -> Bool {
        ["none", "no_scope", "no-scope", "no_scopes", "n/a", "-", ""].contains(scope.lowercased())
    }
}
