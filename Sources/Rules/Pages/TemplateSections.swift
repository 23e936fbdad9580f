import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Where the sections of a marketplace's template stand in the pages of a listing.
///
/// A section is a heading with one of its wordings, compared by words alone, or a whole page of the fitting kind.
package struct TemplateSections {
    struct Place {
        let page: Page
        /// nil where the page as a whole is the section.
        let heading: MarkdownHeading?
        /// In the order in which the listing is read.
        let position: (page: Int, node: Int)

        var range: SourceRange { heading.map { page.place($0.range) } ?? page.frontMatter.opening }
    }

    private let pages: [Page]
    /// As numbers of a page and of a heading in it: most are never asked for.
    private var headings: [FoldedText: (page: Int, heading: Int)] = [:]
    private var kinds: [PageKind: Int] = [:]

    init(of listing: ParsedListing) {
        pages = listing.pages
        headings.reserveCapacity(pages.reduce(0) { $0 + $1.document.headings.count })
        for (number, page) in pages.enumerated() {
            if let kind = page.frontMatter.kind?.value, kinds[kind] == nil { kinds[kind] = number }
            for (index, heading) in page.document.headings.enumerated() where heading.isTopLevel {
                let text = FoldedText(heading: heading.title)
                if headings[text] == nil { headings[text] = (number, index) }
            }
        }
    }

    /// The wordings are tried in their order, the page's kind last.
    func place(of section: PageTemplate.Section) -> Place? {
        for wording in section.foldedWordings {
            guard let (number, index) = headings[wording] else { continue }
            let heading = pages[number].document.headings[index]
            return Place(page: pages[number], heading: heading, position: (number, heading.node))
        }
        return section.pageKind.flatMap { kinds[$0] }.map { number in
            Place(page: pages[number], heading: nil, position: (number, -1))
        }
    }
}
