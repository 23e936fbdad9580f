package import LocatedJSON

/// How the lists of scopes in a document are meant.
///
/// By the text of OpenAPI one of the alternatives is enough and all scopes of a list are needed; Xero, Figma and Slack
/// contradict that in their own documents. So it is said for each document, and never assumed.
package enum ScopeListMeaning: String, Sendable, CaseIterable {
    /// One scope is enough, whichever of those that a call names.
    case anyOf
    /// A call needs every scope that it names.
    case allOf
    /// As the document's format defines it.
    case asWritten
}

/// How the security of a document's calls is read.
package struct SecurityReading: Sendable, Hashable {
    package let lists: ScopeListMeaning
    /// The schemes that integrations use; nil for all, of which any is a way in.
    package let schemes: Set<String>?

    package init(_ lists: ScopeListMeaning, schemes: Set<String>? = nil) {
        self.lists = lists
        self.schemes = schemes
    }
}

/// The scopes that a call needs.
package enum ScopeNeed: Sendable {
    /// Nobody says; so nothing can be told of who may call.
    case unknown
    /// Any one of these sets is enough, and all scopes of the set are needed; no set: the call needs no scope.
    case anyOf([[Located<String>]])

    package static let none = ScopeNeed.anyOf([])

    /// Nothing for a need that is not known.
    package var sets: [[Located<String>]] {
        guard case .anyOf(let sets) = self else { return [] }
        return sets
    }

    package var isKnown: Bool {
        guard case .unknown = self else { return true }
        return false
    }
}

extension SecurityRequirement {
    /// Whether a key is a way in beside scopes, so that nothing follows before it is said which integrations use.
    var isUndecided: Bool {
        guard case .anyOf(let alternatives) = self else { return false }
        let lists = alternatives.map { $0.flatMap(\.scopes) }
        return lists.contains([]) && !lists.allSatisfy(\.isEmpty) && !need(.asWritten).isKnown
            && Set(alternatives.joined().map(\.name)).count > 1
    }

    package func need(_ meaning: ScopeListMeaning) -> ScopeNeed { need(SecurityReading(meaning)) }

    package func need(_ reading: SecurityReading) -> ScopeNeed {
        guard case .anyOf(let written) = self else { return .unknown }
        let alternatives =
            reading.schemes.map { schemes in
                written.filter { $0.isEmpty || $0.contains { schemes.contains($0.name) } }
            } ?? written
        guard !alternatives.isEmpty || written.isEmpty else { return .unknown }
        let lists = alternatives.map { $0.flatMap(\.scopes) }
        // An empty list beside one that names scopes stands for another kind of token, as at HubSpot, and not for none.
        let needsNothing = alternatives.contains { uses in
            uses.allSatisfy { $0.saysNone || (lists.allSatisfy(\.isEmpty) && $0.needsNoScope) }
        }
        guard !alternatives.isEmpty, !needsNothing else { return .none }
        // What a key opens does not stand in the document; whether integrations have one, only "schemes" can tell.
        guard reading.schemes != nil || !lists.contains([]) else { return .unknown }
        let named = lists.filter { !$0.isEmpty }
        guard !named.isEmpty else { return .unknown }
        switch reading.lists {
        case .anyOf: return .anyOf(withoutWider(named.joined().map { [$0] }))
        case .allOf: return .anyOf([withoutRepeated(named.flatMap(\.self))])
        case .asWritten: return .anyOf(withoutWider(named.map(withoutRepeated)))
        }
    }
}

extension SchemeUse {
    /// A token with no scope in particular is no way in for keys.
    fileprivate var needsNoScope: Bool { saysNone || (scheme == .scoped && scopes.isEmpty) }
}

private func withoutRepeated(_ scopes: [Located<String>]) -> [Located<String>] {
    var seen: Set<String> = []
    return scopes.filter { seen.insert($0.value).inserted }
}

/// Whoever holds a set holds every part of it: a set that has another one within is never needed.
private func withoutWider(_ sets: [[Located<String>]]) -> [[Located<String>]] {
    var seen: Set<Set<String>> = []
    let distinct = sets.filter { seen.insert(Set($0.map(\.value))).inserted }
    // Sets of one scope are all that nearly every document has.
    guard distinct.contains(where: { $0.count > 1 }), distinct.count <= mostComparedSets else { return distinct }
    let names = distinct.map { Set($0.map(\.value)) }
    return distinct.indices.filter { place in
        !names.contains { $0.isStrictSubset(of: names[place]) }
    }
    .map { distinct[$0] }
}

/// Comparing costs the square of their number.
private let mostComparedSets = 256
