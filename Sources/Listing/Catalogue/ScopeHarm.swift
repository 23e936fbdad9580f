/// How much harm scopes can do, for comparing them.
struct ScopeHarm: Sendable {
    /// Whether the catalogue says of any scope that it can do harm.
    ///
    /// Then one that it does not name is not harmless, but nobody has looked at it.
    private let isTold: Bool

    init(of scopes: [CatalogueScope]) {
        isTold = scopes.contains { $0.sensitivity != .normal }
    }

    /// That of a restricted one for a scope of which nobody has said it.
    func sensitivity(of scope: CatalogueScope?) -> CatalogueScope.Sensitivity {
        guard let scope else { return .normal }
        return isUnknown(of: scope) ? .restricted : scope.sensitivity
    }

    func isUnknown(of scope: CatalogueScope) -> Bool { isTold && !scope.isWritten }
}
