package import Diagnostics
package import Listing
import LocatedJSON
package import Rules

/// What a reviewer holds side by side of one listing: what it claims, says, asks for and shows, and what was found.
///
/// It is made of a listing as it was parsed, faults and all, and keeps nothing of the listing itself.
package struct ReviewMatrix: Sendable {
    package let id: String
    package let name: String
    package let builtBy: String?
    package let version: String?
    package let updated: String?
    package let status: IntegrationManifest.Status
    /// Whether there was a manifest to read; without one there is no matrix, only findings.
    package let hasManifest: Bool
    package let features: [FeatureReview]
    package let scopes: [ScopeReview]
    package let release: ReleaseReview
    package let findings: [FindingReview]
    package let suppressed: [SuppressedReview]
    package let coverage: Coverage
    package let errorCount: Int
    package let warningCount: Int

    /// - Parameters:
    ///   - report: what was found in the listing.
    ///   - isChecked: whether there was a catalogue to hold it against.
    ///   - sourceURL: where the files of the listing can be looked at.
    package init(
        of listing: ParsedListing,
        report: DiagnosticReport,
        coverage: Coverage,
        isChecked: Bool,
        sourceURL: @escaping SourceURL
    ) {
        let builder = MatrixBuilder(listing, report: report, isChecked: isChecked, sourceURL: sourceURL)
        let manifest = listing.manifest
        id = listing.id
        name = manifest?.name?.value ?? listing.id
        builtBy = manifest?.builtBy?.value
        version = manifest?.version?.value
        updated = manifest?.updated.map { "\($0.value)" }
        status = manifest?.status ?? .available
        hasManifest = manifest != nil
        features = manifest?.features.map(builder.review) ?? []
        scopes = manifest?.scopes.map(builder.review) ?? []
        release = ReleaseReview(of: listing, places: builder.places)
        findings = report.sorted.map { FindingReview($0, places: builder.places) }
        suppressed = report.sortedSuppressed.map { SuppressedReview($0, places: builder.places) }
        self.coverage = coverage
        errorCount = report.errorCount
        warningCount = report.warningCount
    }

    /// Features of which no link of the chain is missing.
    package var closedFeatureCount: Int { features.count { !$0.hasHole } }
    package var closedScopeCount: Int { scopes.count { !$0.hasHole } }
}
