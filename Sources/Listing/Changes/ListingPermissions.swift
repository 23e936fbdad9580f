package import LocatedJSON

/// What a listing asks for at one moment, and why, as far as it is known.
package struct ListingPermissions: Sendable {
    package let id: String
    package let name: String?
    package let version: String?
    package let date: CalendarDate?
    package let scopes: [RecordedScope]
    /// Why each is asked for, by its reference; a record of releases does not tell.
    package let reasons: [String: String]
    /// When each conditional scope is asked for, known as the reasons are.
    package let conditions: [String: String]
    /// What the features are called, by their ids; a record of releases does not tell which there were.
    package let features: [String: String]?
}

extension ListingPermissions {
    /// - Parameter manifest: that of the listing.
    init(of listing: ParsedListing, _ manifest: IntegrationManifest) {
        self.init(
            id: listing.id,
            name: manifest.name?.value,
            version: manifest.version?.value,
            date: manifest.updated?.value,
            scopes: manifest.scopes.map { RecordedScope($0, in: listing) },
            reasons: manifest.reasons,
            conditions: manifest.conditions,
            features: manifest.featureNames
        )
    }

    /// - Parameter listing: what the listing says now, where it is at hand: names, and reasons and conditions for
    ///   what is still asked for.
    package init(_ release: Release, of id: String, now listing: ParsedListing? = nil) {
        self.init(
            id: id,
            name: listing?.manifest?.name?.value,
            version: release.version.value,
            date: release.date?.value,
            scopes: release.scopes,
            reasons: listing?.manifest?.reasons ?? [:],
            conditions: listing?.manifest?.conditions ?? [:],
            features: nil
        )
    }
}

extension ListingPermissions {
    /// The same under another id, for states of a listing whose folder or file is called differently.
    package func renamed(_ id: String) -> ListingPermissions {
        ListingPermissions(
            id: id,
            name: name,
            version: version,
            date: date,
            scopes: scopes,
            reasons: reasons,
            conditions: conditions,
            features: features
        )
    }
}

extension ScopeRequest {
    /// When it is asked for; nil for one that is asked of everybody, or where it does not say.
    package var condition: Located<String>? {
        guard requirement == .conditional, let when, !when.value.allSatisfy(\.isWhitespace) else { return nil }
        return when
    }
}

extension IntegrationManifest {
    fileprivate var reasons: [String: String] {
        Dictionary(
            scopes.compactMap { request in request.reason.map { (request.reference, $0.value) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    fileprivate var conditions: [String: String] {
        Dictionary(
            scopes.compactMap { request in request.condition.map { (request.reference, $0.value) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// By their ids.
    package var featureNames: [String: String] {
        Dictionary(features.map { ($0.id.value, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
