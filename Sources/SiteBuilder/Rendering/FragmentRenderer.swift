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

    private static let cardsOfFile = 4

    /// The numbers of the files with cards.
    var cardFileNumbers: Range<Int> { 0..<(plan.summaries.count + Self.cardsOfFile - 1) / Self.cardsOfFile }

    func cardFile(_ number: Int) -> DataFile {
        var ignored = DiagnosticReport()
        let start = number * Self.cardsOfFile
        let part = plan.summaries[start..<min(plan.summaries.count, start + Self.cardsOfFile)]
        let model = FilterCardsModel(frame: frame, integrations: Array(part))
        let html = renderer.render(.filterCards, FilterCardsView.view, model, reporting: &ignored).bytes
        var json: [UInt8] = []
        json.reserveCapacity(html.count + html.count / 8)
        json.appendJSON(html)
        return DataFile(set: FilterIndex.set, kind: "c", number: number, json: json)
    }

    /// The script puts the root of the site in the place of the two slashes, which nothing else in an attribute begins with
    /// that a template writes, and no text holds behind a quotation mark that is not escaped.
    private static let root = "//"

    private var frame: PageFrame {
        PageFrame(
            site: site,
            links: SiteLinks(absoluteRoot: Self.root, in: site.folder),
            address: .home,
            title: site.title,
            heading: site.shownTitle,
            description: site.description
        )
    }
}
