import Diagnostics
import Listing
import Markup
import Rules
import Templates

/// A page of the report with what all of them have.
struct ReportPage<Content: Sendable>: Sendable {
    let content: Content
    let title: String
    let language: String
    let style: HTMLFragment

    static func view(_ name: String, _ fields: [ViewField<ReportPage>]) -> View<ReportPage> {
        let common: [ViewField<ReportPage>] = [
            .text("siteTitle", "The directory's title.") { $0.title },
            .text("language", "The language of the site, as a BCP 47 tag.") { $0.language },
            .html("style", "The style sheet, to stand in the page.") { $0.style },
        ]
        return View(name, common + fields)
    }
}

enum ListingPageView {
    static let view = ReportPage<ReviewMatrix>.view(
        "listing report",
        [
            .text("id", "The listing's id.") { $0.content.id },
            .text("name", "The integration's name.") { $0.content.name },
            .text("builtBy", "Who built it.") { $0.content.builtBy },
            .text("version", "Its version.") { $0.content.version },
            .text("updated", "When it was updated, as a date.") { $0.content.updated },
            .flag("hasManifest", "Whether its manifest could be read.") { $0.content.hasManifest },
            .text("errors", "How many errors, in words.") { counted($0.content.errorCount, "error") },
            .text("warnings", "How many warnings, in words.") { counted($0.content.warningCount, "warning") },
            .flag("hasErrors", "Whether there are errors.") { $0.content.errorCount > 0 },
            .text("closed", "How many features have a chain without a gap.") {
                "\($0.content.closedFeatureCount) of \($0.content.features.count)"
            },
            .list("coverage", "What was proved, refuted and not checked.", CoverageView.view) {
                $0.content.coverage.parts.filter { $0.key != "crossLinks" }
            },
            .list("features", "What it claims.", FeatureReviewView.view) { $0.content.features },
            .list("scopes", "What it asks for.", ScopeReviewView.view) { $0.content.scopes },
            .list("unneeded", "What it asks for and no feature needs.", ScopeReviewView.view) {
                $0.content.scopes.filter { $0.needed.mark == .missing }
            },
            .object("release", "What changed since the last recorded release.", ReleaseReviewView.view) {
                $0.content.release
            },
            .list("findings", "What was found.", FindingView.view) { $0.content.findings },
            .list("suppressed", "What was found and does not count.", SuppressedView.view) { $0.content.suppressed },
        ]
    )
}

enum OverviewPageView {
    static let view = ReportPage<DirectoryReview>.view(
        "report overview",
        [
            .html("badge", "The badge, as a picture.") {
                HTMLFragment(trusted: CoverageBadge(of: $0.content.coverage).svg)
            },
            .text("errors", "How many errors, in words.") { counted($0.content.errorCount, "error") },
            .text("warnings", "How many warnings, in words.") { counted($0.content.warningCount, "warning") },
            .flag("hasErrors", "Whether there are errors.") { $0.content.errorCount > 0 },
            .text("listingCount", "How many listings, in words.") { counted($0.content.listings.count, "integration") },
            .list("coverage", "What was proved, refuted and not checked.", CoverageView.view) {
                $0.content.coverage.parts
            },
            .list("listings", "The listings.", SummaryView.view) { $0.content.listings },
            .list("findings", "What was found outside of the listings.", FindingView.view) { $0.content.findings },
            .list("suppressions", "What the site accepts for a time.", suppressionView) { $0.content.suppressions },
            .text("baseline", "How many findings the baseline holds back, in words; absent when none.") {
                $0.content.baselineCount == 0 ? nil : counted($0.content.baselineCount, "finding")
            },
        ]
    )

    private static let suppressionView = View<SuppressionReview>(
        "suppression",
        [
            .text("rule", "The rule.") { $0.rule },
            .text("place", "Where its findings do not count.") { $0.place },
            .text("reason", "Why.") { $0.reason },
            .text("until", "The last day on which it holds.") { $0.until },
            .text("findings", "How much it hides.") { counted($0.findingCount, "finding") },
        ]
    )
}

enum CoverageView {
    static let view = View<Coverage.Part>(
        "coverage",
        [
            .text("name", "What was counted.") { $0.name },
            .text("total", "How many there are.") { "\($0.count.total)" },
            .text("proved", "How many were proved.") { "\($0.count.proved)" },
            .text("refuted", "How many were refuted.") { "\($0.count.refuted)" },
            .text("notChecked", "How many nothing looked at.") { "\($0.count.notChecked)" },
            .flag("isRefuted", "Whether some were refuted.") { $0.count.refuted > 0 },
            .flag("isUnchecked", "Whether some were not checked.") { $0.count.notChecked > 0 },
        ]
    )
}

enum SummaryView {
    static let view = View<ReviewSummary>(
        "summary",
        [
            .text("id", "The listing's id.") { $0.id },
            .text("name", "The integration's name.") { $0.name },
            .text("url", "Its page.") { ReviewPages.listingPath($0.id) },
            .flag("hasManifest", "Whether its manifest could be read.") { $0.hasManifest },
            .text("features", "Features with a chain without a gap, of all.") {
                "\($0.closedFeatureCount)/\($0.featureCount)"
            },
            .flag("hasOpenFeature", "Whether a feature's chain has a gap.") { $0.closedFeatureCount < $0.featureCount },
            .text("scopes", "Scopes without a gap, of all.") { "\($0.closedScopeCount)/\($0.scopeCount)" },
            .flag("hasOpenScope", "Whether something is missing of a scope.") { $0.closedScopeCount < $0.scopeCount },
            .text("proved", "What was proved, of all that was looked at.") { summary in
                let parts = summary.coverage.parts.filter { $0.key != "crossLinks" }.map(\.count)
                return "\(parts.map(\.proved).reduce(0, +))/\(parts.map(\.total).reduce(0, +))"
            },
            .text("notChecked", "How much was not checked; absent when nothing.") { summary in
                let parts = summary.coverage.parts.filter { $0.key != "crossLinks" }
                let count = parts.map(\.count.notChecked).reduce(0, +)
                return count == 0 ? nil : "\(count)"
            },
            .text("errors", "How many errors.") { "\($0.errorCount)" },
            .text("warnings", "How many warnings.") { "\($0.warningCount)" },
            .text("suppressed", "How many findings do not count.") { "\($0.suppressedCount)" },
            .text("changes", "What changed since the last recorded release, in a few words.") { $0.release.account },
            .flag("asksForConsent", "Whether somebody has to consent once more.") { $0.release.asksForConsent },
            .flag("hasErrors", "Whether there are errors.") { $0.errorCount > 0 },
            .flag("hasWarnings", "Whether there are warnings.") { $0.warningCount > 0 },
        ]
    )
}

/// `1 finding`, `3 findings`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
