import LocatedJSON

/// What is made of the scopes that a manifest requests and those that its features name.
struct ScopeSets: Sendable {
    /// Everything that the requested scopes allow together.
    let granted: Set<String>
    /// What is granted only as a part of a requested bundle.
    let bundled: Set<String>
    /// What the features make use of, by name or through the operations that they call.
    let used: Set<String>

    init(of manifest: IntegrationManifest?, _ catalogue: Catalogue) {
        let requested = Set((manifest?.scopes ?? []).map(\.id.value))
        granted = requested.reduce(into: []) { granted, id in granted.formUnion(catalogue.scopesGranted(by: id)) }
        bundled = requested.reduce(into: []) { bundled, id in
            guard catalogue.isBundle(id) else { return }
            bundled.formUnion(catalogue.members(of: id).filter { !requested.contains($0) })
        }
        used = (manifest?.features ?? []).reduce(into: []) { used, feature in
            used.formUnion(feature.scopes.map(\.value))
            for operation in feature.operations {
                used.formUnion(catalogue.operation(operation.value)?.namedScopes ?? [])
            }
        }
    }
}
