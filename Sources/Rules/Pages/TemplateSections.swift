import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Where the sections of a marketplace's template stand in the pages of a listing.
///
/// A section is a heading with one of its wordings, compared by words alone, or a whole page of the fitting kind.
struct TemplateSections {
    struct Place {
        let page: Page
        /// nil where the page as a whole is the section.
        let heading: MarkdownHeading?
        /// In the order in which the listing is read.
        let position: (page: Int, node: Int)

        var range: SourceRange { heading.map { page.place($0.range) } ?? page.frontMatter.opening }
    }

    private var headings: [FoldedText: Place] = [:]
    private var kinds: [PageKind: Place] = [:]

    init(of listing: ParsedListing) {
        for (number, page) in listing.pages.enumerated() {
            if let kind = page.frontMatter.kind?.value, kinds[kind] == nil {
                kinds[kind] = Place(page: page, heading: nil, position: (number, -1))
            }
            for heading in page.document.headings where heading.isTopLevel {
                let text = FoldedText(heading: heading.title)
                guard headings[text] == nil else { continue }
                headings[text] = Place(page: page, heading: heading, position: (number, heading.node))
            }
        }
    }

    /// The wordings are tried in their order, the page's kind last.
    func place(of section: PageTemplate.Section) -> Place? {
        for wording in section.foldedWordings {
            if let place = headings[wording] { return place }
        }
        return section.pageKind.flatMap { kinds[$0] }
    }
}
