import Evidence
import Listing
import LocatedJSON

/// What a requested scope is used for, as far as the operations that features name can tell.
struct OperationalUse {
    struct NamedOperation {
        /// Where a feature names it.
        let name: Located<String>
        let operation: Operation
    }

    /// Of all features that can be used: another one may call what this scope allows without naming the scope.
    let operations: [NamedOperation]

    /// nil where nothing can be told: a feature that needs the scope names no operation, or one that the catalogue does
    /// not have or of which it does not say what it needs, no feature that can be used needs it, or it opens nothing that the catalogue has an operation for.
    init?(of request: ScopeRequest, in listing: ParsedListing) {
        guard Self.canBeTold(of: request, in: listing) else { return nil }
        operations = Self.namedOperations(in: listing)
    }

    static func canBeTold(of request: ScopeRequest, in listing: ParsedListing) -> Bool {
        let catalogue = listing.catalogue
        let features = listing.features(using: request).filter { $0.status != .planned }
        return !features.isEmpty && catalogue.hasOperation(using: request.id.value)
            && features.allSatisfy { feature in
                !feature.operations.isEmpty
                    && feature.operations.allSatisfy { catalogue.operation($0.value)?.need.isKnown ?? false }
            }
    }

    static func namedOperations(in listing: ParsedListing) -> [NamedOperation] {
        (listing.manifest?.features ?? []).filter { $0.status != .planned }.flatMap(\.operations)
            .compactMap { name in
                listing.catalogue.operation(name.value).map { NamedOperation(name: name, operation: $0) }
            }
    }

    /// Those that can be called with what is granted, and not with `held` alone.
    func operations(needing granted: Set<String>, beside held: Set<String>) -> [NamedOperation] {
        let all = granted.union(held)
        return operations.filter { !$0.operation.isAllowed(by: held) && $0.operation.isAllowed(by: all) }
    }
}
