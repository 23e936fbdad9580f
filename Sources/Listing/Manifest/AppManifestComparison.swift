package import Evidence
import LocatedJSON

/// What a listing says of its scopes, held against what the code of the integration really asks for.
///
/// A scope counts as what it is, and not as what the catalogue says that it implies: the customer is asked for it by name.
package struct AppManifestComparison: Sendable {
    /// A scope as the listing has it, and as an app manifest has it.
    package struct Difference: Sendable {
        package let listed: ScopeRequest
        package let asked: Asked
        /// Whether another scope of the listing is what is asked for.
        package var isMet = false
    }

    /// What an app manifest asks for.
    package struct Asked: Sendable {
        package let request: AppManifestRequest
        package let kind: AppManifest.Kind
        /// Which of the manifests it is.
        package let number: Int
    }

    /// Asked for and not listed.
    package private(set) var unlisted: [Asked] = []
    /// The same of scopes that only say who signs in and that the catalogue does not know.
    package private(set) var unlistedForSignIn: [Asked] = []
    /// The same of scopes that the platform gives to every app: nothing differs for whoever consents.
    package private(set) var unlistedAndGranted: [Asked] = []
    /// Listed and asked for by none of the manifests.
    package private(set) var unasked: [ScopeRequest] = []
    package private(set) var otherActors: [Difference] = []
    package private(set) var otherRequirements: [Difference] = []

    let tellsAll: Bool
    private let catalogue: Catalogue
    private let manifests: [AppManifest]

    /// - Parameter tellsAll: whether the manifests are all that there are, so that what stands in none is not asked for.
    package init(of listed: [ScopeRequest], with manifests: [AppManifest], _ catalogue: Catalogue, tellsAll: Bool) {
        self.tellsAll = tellsAll
        self.catalogue = catalogue
        self.manifests = manifests
        let listedByID = Dictionary(grouping: listed) { AppManifest.shortName(of: $0.id.value) }
        var keys = ScopeKeys(listed.map { AppManifest.shortName(of: $0.id.value) })
        let hosts = ListedHosts(listed, among: manifests)
        var asked: [String: [Asked]] = [:]
        var ids: [String] = []
        for (number, manifest) in manifests.enumerated() {
            for request in manifest.requests {
                var id = keys.key(of: request.id.value, to: manifest.platform)
                if listedByID[id] == nil, let host = request.host {
                    guard !hosts.cover(host, asFirmlyAs: request.requirement) else { continue }
                    id = hosts.name(of: host).map(AppManifest.shortName) ?? id
                }
                if asked[id] == nil { ids.append(id) }
                asked[id, default: []].append(Asked(request: request, kind: manifest.kind, number: number))
            }
        }
        for request in listed where asked[AppManifest.shortName(of: request.id.value)] == nil {
            if keys.isAskedWithoutCase(request.id.value) { continue }
            if tellsAll, isExpected(request.id.value), !hosts.areAsked(by: request.id.value) { unasked.append(request) }
        }
        for id in ids { compare(listedByID[id] ?? [], asked[id] ?? []) }
    }

    /// The requests of one scope.
    private mutating func compare(_ listed: [ScopeRequest], _ asked: [Asked]) {
        var unmet = asked.filter { asked in !listed.contains { Self.haveOneActor($0, asked) } }
        for request in listed {
            let same = asked.filter { Self.haveOneActor(request, $0) }
            if same.isEmpty {
                // The actor is another: then that is what differs, and not that both are missing.
                guard let other = unmet.first ?? asked.first else { continue }
                otherActors.append(Difference(listed: request, asked: other, isMet: unmet.isEmpty))
                unmet.removeAll { $0.request.actor == other.request.actor }
            } else if let asked = Self.contradiction(of: request, among: same) {
                otherRequirements.append(Difference(listed: request, asked: asked))
            }
        }
        var actors: Set<String?> = []
        for asked in unmet where actors.insert(asked.request.actor).inserted { note(unlisted: asked) }
    }

    private mutating func note(unlisted asked: Asked) {
        let id = asked.request.id.value
        let manifest = manifests[asked.number]
        if manifest.platform.grantsAnyway(id) {
            unlistedAndGranted.append(asked)
        } else if manifest.isForSignIn(id), manifest.name(of: id, in: catalogue) == nil {
            unlistedForSignIn.append(asked)
        } else {
            unlisted.append(asked)
        }
    }

    /// Where one of the two does not say who is to hold the scope, nothing differs.
    private static func haveOneActor(_ listed: ScopeRequest, _ asked: Asked) -> Bool {
        guard let own = listed.actor?.value, let other = asked.request.actor else { return true }
        return own == other
    }

    /// One manifest that agrees is enough: an address for consent says less than the configuration of the app.
    private static func contradiction(of listed: ScopeRequest, among asked: [Asked]) -> Asked? {
        let telling = asked.filter { $0.request.requirement != nil }
        return telling.contains { agrees(listed, $0) } ? nil : telling.first
    }

    static func agrees(_ listed: ScopeRequest, _ asked: Asked) -> Bool {
        guard let requirement = asked.request.requirement else { return true }
        if requirement.rawValue == listed.requirement.rawValue { return true }
        // An address asks in one list for what is always needed and for what is needed under a condition.
        if asked.kind == .authorizeURL, requirement == .required { return listed.requirement == .conditional }
        // To most platforms, what is asked for under a condition is optional.
        return !asked.kind.tellsConditions && requirement != .required && listed.requirement != .required
    }

    /// Whether an app manifest would have to name a scope of the listing.
    ///
    /// A key that the customer makes and hands over is asked for by no app, and what is granted with one neither.
    private func isExpected(_ id: String) -> Bool {
        if manifests.contains(where: { $0.platform.grantsAnyway(id) }) { return false }
        switch catalogue.scope(id)?.kind {
        case .bundle, .keyPermission: return false
        case .hostPattern: return manifests.contains { $0.kind == .chrome }
        case .scope, .permissionLevel, nil: return true
        }
    }
}
