import Listing
import LocatedJSON

/// What the features of a listing make of its requests.
struct FeatureUses {
    private let listing: ParsedListing
    private let features: [Feature]
    private let requested: Set<String>
    /// What the operations of each feature ask for.
    private let called: [Set<String>]

    init(of listing: ParsedListing, _ manifest: IntegrationManifest) {
        self.listing = listing
        features = manifest.features
        requested = Set(manifest.scopes.map(\.id.value))
        called = features.map { feature in
            feature.operations.reduce(into: []) { called, operation in
                called.formUnion(listing.catalogue.operation(operation.value)?.namedScopes ?? [])
            }
        }
    }

    /// Of each feature, the members of a bundle that it uses, none where it does not tell which.
    func ofRequest(_ request: ScopeRequest) -> BundleUses {
        let needing = Set(listing.features(using: request).map { ObjectIdentifier($0) })
        let members =
            listing.catalogue.isBundle(request.id.value) ? listing.catalogue.members(of: request.id.value) : []
        var uses = BundleUses(members: members)
        for (number, feature) in features.enumerated() where needing.contains(ObjectIdentifier(feature)) {
            uses.add(members.isEmpty ? [] : members.filter(named(by: feature, number).contains), by: number)
        }
        return uses
    }

    /// A scope that is requested by itself is meant by its name, and not as a part of a bundle.
    private func named(by feature: Feature, _ number: Int) -> Set<String> {
        Set(feature.scopes.map(\.value)).subtracting(requested).union(called[number])
    }
}
