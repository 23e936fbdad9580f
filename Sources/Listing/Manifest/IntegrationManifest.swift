package import Diagnostics
package import LocatedJSON

/// `integration.json`: what an integration says of itself, located and not yet judged.
///
/// Whatever is missing or malformed has been reported and is absent here.
package struct IntegrationManifest: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case available, beta, deprecated
    }

    package let path: String
    package let name: Located<String>?
    package let tagline: Located<String>?
    package let builtBy: Located<String>?
    package let description: Located<String>?
    package let version: Located<String>?
    package let updated: Located<CalendarDate>?
    package let categories: [Located<String>]
    /// Products of the platform that the integration adds to.
    package let complements: [Located<String>]
    /// What it adds that the platform does not do itself.
    package let unique: Located<String>?
    package let status: Status
    package let links: [ListingLink]
    package let support: Support?
    package let scopes: [ScopeRequest]
    package let features: [Feature]
    package let media: [MediaItem]
    package let data: [DataStatement]
    package let usage: [UsageStatement]
    /// The manifest that the code of the integration ships with, relative to the listing.
    package let appManifest: Located<String>?

    /// The start of the file, for what is missing from it.
    package var start: SourceRange { SourceRange(startOf: path) }

    package func feature(_ id: String) -> Feature? { features.first { $0.id.value == id } }
    package func mediaItem(_ id: String) -> MediaItem? { media.first { $0.id.value == id } }
}

/// A web page of the company: its website, documentation, privacy policy, terms, prices or state of service.
package struct ListingLink: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case website, documentation, privacy, terms, pricing, status
    }

    package let kind: Kind
    package let url: Located<String>
}

package struct Support: Sendable {
    package let email: Located<String>?
    package let url: Located<String>?
    package let responseTime: Located<String>?
}
