package import Diagnostics
package import Listing
import LocatedJSON
package import Rules

/// What is kept of a matrix once it is written: a row of the overview.
package struct ReviewSummary: Sendable {
    package let id: String
    package let name: String
    package let status: IntegrationManifest.Status
    package let hasManifest: Bool
    package let featureCount: Int
    package let closedFeatureCount: Int
    package let scopeCount: Int
    package let closedScopeCount: Int
    package let suppressedCount: Int
    package let release: ReleaseReview
    package let coverage: Coverage
    package let errorCount: Int
    package let warningCount: Int

    package init(of matrix: ReviewMatrix) {
        id = matrix.id
        name = matrix.name
        status = matrix.status
        hasManifest = matrix.hasManifest
        featureCount = matrix.features.count
        closedFeatureCount = matrix.closedFeatureCount
        scopeCount = matrix.scopes.count
        closedScopeCount = matrix.closedScopeCount
        suppressedCount = matrix.suppressed.count
        release = matrix.release
        coverage = matrix.coverage
        errorCount = matrix.errorCount
        warningCount = matrix.warningCount
    }
}

/// A suppression of the site that holds, and how much it hides.
package struct SuppressionReview: Sendable {
    package let rule: String
    package let place: String
    package let reason: String
    package let until: String
    package let findingCount: Int

    package init(_ suppression: Suppression, findingCount: Int) {
        rule = suppression.rule.value
        place = suppression.place.value
        reason = suppression.reason.value
        until = "\(suppression.until.value)"
        self.findingCount = findingCount
    }
}

/// What a reviewer wants to know of all listings together.
package struct DirectoryReview: Sendable {
    package let title: String
    package let language: String
    package let listings: [ReviewSummary]
    /// Of the pages of the directory itself and of what belongs to no listing.
    package let findings: [FindingReview]
    package let suppressions: [SuppressionReview]
    /// How many findings the baseline holds back.
    package let baselineCount: Int
    package let coverage: Coverage
    package let errorCount: Int
    package let warningCount: Int

    package init(
        title: String,
        language: String,
        listings: [ReviewSummary],
        findings: [FindingReview],
        suppressions: [SuppressionReview],
        baselineCount: Int,
        coverage: Coverage,
        report: DiagnosticReport
    ) {
        self.title = title
        self.language = language
        self.listings = listings
        self.findings = findings
        self.suppressions = suppressions
        self.baselineCount = baselineCount
        self.coverage = coverage
        errorCount = report.errorCount
        warningCount = report.warningCount
    }
}
