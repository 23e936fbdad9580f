import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Review
import Rules

/// One integration from its folder to its part of the report.
struct ReviewUnit: Sendable {
    let unit: ListingUnit
    let pages: ReviewPages
    /// Absent when no page is to be written.
    let stage: StagedSite?
    let sourceURL: SourceURL

    struct Outcome: Sendable {
        let id: String
        let report: DiagnosticReport
        let coverage: Coverage
        /// For what can be found only once all listings were read.
        let summary: ListingSummary
        /// Absent for the pages of the directory itself.
        let review: (summary: ReviewSummary, json: JSONWriter, page: StagedFile?)?
        /// What is wrong with the report's own pages.
        let pageReport: DiagnosticReport
    }

    /// - Parameter late: what was found in the listing by looking at all of them.
    func work(
        on subject: ListingUnit.Subject,
        adding late: DiagnosticReport? = nil
    ) throws(FileSystemError) -> Outcome {
        var examined = try unit.examine(subject)
        if let late { examined.report.add(contentsOf: late) }
        var pageReport = DiagnosticReport()
        let review =
            examined.listing.isDirectory ? nil : try review(of: examined, isAgain: late != nil, &pageReport)
        return Outcome(
            id: examined.listing.id,
            report: examined.report,
            coverage: examined.coverage,
            summary: ListingSummary(of: examined.listing, media: examined.media),
            review: review,
            pageReport: pageReport
        )
    }

    private func review(
        of examined: ListingUnit.Examined,
        isAgain: Bool,
        _ report: inout DiagnosticReport
    ) throws(FileSystemError) -> (summary: ReviewSummary, json: JSONWriter, page: StagedFile?) {
        let matrix = ReviewMatrix(
            of: examined.listing,
            report: examined.report,
            coverage: examined.coverage,
            isChecked: unit.runner != nil,
            sourceURL: sourceURL
        )
        var page: StagedFile?
        if let stage {
            let bytes = pages.page(of: matrix, reporting: &report)
            let address = SiteAddress(path: ReviewPages.listingPath(matrix.id))
            if isAgain { try stage.remove(address) }
            page = try stage.add(RenderedPage(address: address, bytes: bytes))
        }
        return (ReviewSummary(of: matrix), ReviewJSON.listing(matrix), page)
    }
}
