import Diagnostics
import Listing

/// RENDER for what scripts bring into a page: made by the theme's templates, as pages are.
struct FragmentRenderer: Sendable {
    let renderer: PageRenderer
    let site: SiteFrame
    let plan: DirectoryPlan

    /// Whatever a template does wrong here it does wrong on a page as well, where it is reported.
    var searchDialog: [UInt8] {
        var ignored = DiagnosticReport()
        let model = SearchDialogModel(frame: frame)
        return renderer.render(.searchDialog, SearchDialogView.view, model, reporting: &ignored).bytes
    }

    /// Ranges of integrations whose cards are made together.
    var cardRanges: [Range<Int>] {
        let count = plan.summaries.count
        return stride(from: 0, to: count, by: FilterIndex.cardsOfChunk).map {
            $0..<min(count, $0 + FilterIndex.cardsOfChunk)
        }
    }

    func cards(_ range: Range<Int>) -> [UInt8] {
        var ignored = DiagnosticReport()
        let model = FilterCardsModel(frame: frame, integrations: Array(plan.summaries[range]))
        return renderer.render(.filterCards, FilterCardsView.view, model, reporting: &ignored).bytes
    }

    /// The script puts the root of the site in the place of the two slashes, which nothing else in an attribute begins with
    /// that a template writes, and no text holds behind a quotation mark that is not escaped.
    private static let root = "//"

    private var frame: PageFrame {
        PageFrame(
            site: site,
            links: SiteLinks(absoluteRoot: Self.root),
            address: .home,
            title: site.title,
            heading: site.title,
            description: site.description
        )
    }
}
