import Listing
import LocatedJSON

/// What an integration may do with the customer's data, deed by deed: what is used, what is only granted, and by how
/// firm a request.
struct PermissionUse: Sendable {
    /// Something that may be done with something.
    struct Deed: Hashable, Sendable {
        let resource: String
        let action: CatalogueScope.Action
    }

    /// How much of what is granted is made use of.
    enum Use: Int, Comparable, Sendable {
        case unused, planned, used

        static func < (left: Use, right: Use) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var uses: [Deed: Use] = [:]
    private(set) var requirements: [Deed: ScopeRequest.Requirement] = [:]
    /// The languages of resources that are not called by a name in the language of the listing.
    private(set) var languages: [String: String] = [:]
    let asksForNothing: Bool
    /// Whether the catalogue tells of everything that is granted what it allows; only then can anything be ruled out.
    private(set) var isFullyTold = true
    /// What is asked for and the catalogue says nothing of.
    private(set) var untold: [String] = []

    init(of listing: ParsedListing) {
        let requests = listing.manifest?.scopes ?? []
        let features = listing.manifest?.features ?? []
        asksForNothing = requests.isEmpty
        let planned = Self.scopes(usedBy: features.filter { $0.status == .planned }, of: listing)
        let used = Self.scopes(usedBy: features.filter { $0.status != .planned }, of: listing)
        for request in requests {
            var isTold = false
            for id in listing.catalogue.scopesGranted(by: request.id.value) {
                let use: Use = used.contains(id) ? .used : planned.contains(id) ? .planned : .unused
                // Only the request itself names who holds it.
                let holder = id == request.id.value ? request.actor?.value : nil
                let scope = listing.catalogue.scope(id, heldBy: holder)
                if let scope, let resource = scope.shownResource, !scope.actions.isEmpty {
                    isTold = true
                    languages[resource] = scope.resourceLanguage
                    add(scope.actions, on: resource, use, request.requirement)
                } else if scope?.kind != .bundle || scope?.members.isEmpty ?? true {
                    isFullyTold = false
                }
            }
            if !isTold, !untold.contains(request.name) { untold.append(request.name) }
        }
    }

    private mutating func add(
        _ actions: [CatalogueScope.Action],
        on resource: String,
        _ use: Use,
        _ requirement: ScopeRequest.Requirement
    ) {
        for action in actions {
            let deed = Deed(resource: resource, action: action)
            uses[deed] = max(uses[deed] ?? .unused, use)
            requirements[deed] = [requirements[deed] ?? requirement, requirement].min { $0.rank < $1.rank }
        }
    }

    private static func scopes(usedBy features: [Feature], of listing: ParsedListing) -> Set<String> {
        features.reduce(into: []) { used, feature in
            let called = feature.operations.reduce(into: Set<String>()) { called, operation in
                called.formUnion(listing.catalogue.operation(operation.value)?.namedScopes ?? [])
            }
            .intersection(listing.grantedScopes)
            for scope in called { used.formUnion(listing.catalogue.scopesGranted(by: scope)) }
            for name in feature.scopes { used.formUnion(scopes(meantBy: name.value, beside: called, of: listing)) }
        }
    }

    /// What a name in a feature makes use of.
    ///
    /// A bundle says nothing of what is used of it where the feature's operations say it; otherwise it can be anything,
    /// but for what the manifest rules out.
    private static func scopes(
        meantBy name: String,
        beside called: Set<String>,
        of listing: ParsedListing
    ) -> Set<String> {
        let request = listing.manifest?.scopes.first { $0.isMeant(by: name) }
        let granted = listing.catalogue.scopesGranted(by: request?.id.value ?? name)
        guard let request, listing.catalogue.isBundle(request.id.value) else { return granted }
        guard called.isDisjoint(with: granted) else { return [] }
        return granted.subtracting(request.unusedGrants.map(\.grant.value))
    }
}

extension ScopeRequest.Requirement {
    /// The firmest first.
    var rank: Int {
        switch self {
        case .required: 0
        case .conditional: 1
        case .optional: 2
        }
    }
}
