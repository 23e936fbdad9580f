package import Listing
import LocatedJSON

/// What changed since the last recorded release, or why nobody can tell.
package enum ReleaseReview: Sendable {
    case notRecorded
    /// The record or the manifest is there and cannot be read, which is among the findings.
    case unreadable
    case compared(ReleaseComparison)

    init(of listing: ParsedListing, places: PlaceFinder) {
        guard let manifest = listing.manifest, listing.record != nil || !Self.isRecordThere(listing) else {
            self = .unreadable
            return
        }
        guard let release = listing.record?.newest else {
            self = .notRecorded
            return
        }
        self = .compared(ReleaseComparison(from: release, to: manifest, of: listing, places: places))
    }

    private static func isRecordThere(_ listing: ParsedListing) -> Bool {
        listing.textNames.contains(ReleaseRecord.fileName)
    }
}

/// A listing held against a release of it.
package struct ReleaseComparison: Sendable {
    package let version: String
    package let date: String?
    package let place: ReviewPlace
    package let scopes: [ScopeChange]
    package let features: [NamedUseChange]
    package let bundles: [NamedUseChange]

    package var isEmpty: Bool { scopes.isEmpty && features.isEmpty && bundles.isEmpty }

    /// The scopes that are to be consented to once more, and by whom.
    package func scopes(consentedBy consent: RenewedConsent) -> [String] {
        scopes.filter { $0.consent == consent }.map(\.scope)
    }

    init(from release: Release, to manifest: IntegrationManifest, of listing: ParsedListing, places: PlaceFinder) {
        let current = manifest.scopes.map { RecordedScope($0, in: listing) }
        version = release.version.value
        date = release.date.map { "\($0.value)" }
        place = places.place(release.version.range)
        let change = PermissionChange(from: release.scopes, to: current, in: listing.catalogue)
        scopes = change.steps.map(ScopeChange.init)
        let titles = Dictionary(
            manifest.features.map { ($0.id.value, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        features = change.features.map { NamedUseChange(title: titles[$0.subject], change: $0) }
        bundles = change.bundles.map { NamedUseChange(title: nil, change: $0) }
    }
}

/// A scope that is asked for now and was not, the other way round, or otherwise than before.
package struct ScopeChange: Sendable {
    /// The id, with the actor where it is given.
    package let scope: String
    package let kind: ScopeStep.Kind
    /// What it stands in the place of, where it allows more or less than that.
    package let inPlaceOf: [String]
    package let before: ScopeRequest.Requirement?
    package let after: ScopeRequest.Requirement?
    package let consent: RenewedConsent

    init(_ step: ScopeStep) {
        scope = step.scope.reference
        kind = step.kind
        inPlaceOf = step.replaced.map(\.reference)
        before = step.before
        after = step.after
        consent = step.consent
    }
}

/// What a feature needs, or what is used of a bundle, that it was not before, or no longer.
package struct NamedUseChange: Sendable {
    /// Of a feature that the manifest still claims.
    package let title: String?
    private let change: UseChange

    init(title: String?, change: UseChange) {
        self.title = title
        self.change = change
    }

    /// The feature, or the bundle.
    package var subject: String { change.subject }
    package var gained: [String] { change.gained }
    package var lost: [String] { change.lost }
}
