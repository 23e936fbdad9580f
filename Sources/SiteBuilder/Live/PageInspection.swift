import Listing
import LocatedJSON

/// What a listing requests and claims, and whether its pages document it: the map that stands behind a page.
package struct PageInspection: Sendable {
    package struct Scope: Sendable {
        package let id: String
        /// The id of its row in the permission table.
        package let anchor: String
        package let features: [String]
        /// Whether a section that documents one of its features names it.
        package let isDocumented: Bool
    }

    package struct Feature: Sendable {
        package let id: String
        /// The id of the heading of its section; nil when there is no section.
        package let anchor: String?
        package let scopes: [String]
        /// The scopes that its sections do not name.
        package let missingScopes: [String]
        package var isDocumented: Bool { anchor != nil && missingScopes.isEmpty }
    }

    package let scopes: [Scope]
    package let features: [Feature]

    init(of listing: ParsedListing) {
        let manifest = listing.manifest
        let anchors = PermissionAnchors(manifest?.scopes ?? [])
        scopes = (manifest?.scopes ?? []).map { request in
            let features = listing.features(using: request)
            return Scope(
                id: request.name,
                anchor: anchors.anchor(of: request.reference),
                features: features.map { $0.title?.value ?? $0.id.value },
                isDocumented: features.contains { feature in
                    listing.sections(of: feature).contains { listing.mentions(request, in: $0) }
                }
            )
        }
        features = (manifest?.features ?? []).map { feature in
            let sections = listing.sections(of: feature)
            let scopes = feature.scopes.map(\.value)
            return Feature(
                id: feature.id.value,
                anchor: sections.first?.anchor,
                scopes: scopes,
                missingScopes: scopes.filter { scope in !sections.contains { listing.mentions(scope, in: $0) } }
            )
        }
    }
}
