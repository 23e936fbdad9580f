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
    /// The words of the pages that are for questions and answers as a whole: read once, for every template asks.
    let questions: FoldedText

    init(of listing: ParsedListing) {
        pages = listing.pages
        questions = pages.reduce(into: FoldedText()) { text, page in
            guard page.frontMatter.kind?.value == .faq else { return }
            text.append(page.document, page.document.nodes.indices)
        }
        headings.reserveCapacity(pages.reduce(0) { $0 + $1.document.headings.count })
        for (number, page) in pages.enumerated() {
            if let kind = page.frontMatter.kind?.value, kinds[kind] == nil { kinds[kind] = number }
            for (index, heading) in page.document.headings.enumerated() where heading.isTopLevel {
                let text = FoldedText(heading: heading.title)
                if headings[text] == nil { headings[text] = (number, index) }
            }
        }
    }

    /// The wordings are tried in their order, then the page's kind, and last a longer heading that can mean nothing else.
    func place(of section: PageTemplate.Section) -> Place? {
        for wording in section.foldedWordings {
            guard let (number, index) = headings[wording] else { continue }
            return place(number, index)
        }
        if let number = section.pageKind.flatMap({ kinds[$0] }) {
            return Place(page: pages[number], heading: nil, position: (number, -1))
        }
        return longerHeading(for: section)
    }

    private func place(_ number: Int, _ index: Int) -> Place {
        let heading = pages[number].document.headings[index]
        return Place(page: pages[number], heading: heading, position: (number, heading.node))
    }

    /// "Use cases and benefits" or "Example use cases", where there is only one such heading.
    ///
    /// Questions and their topics speak of much, so neither they nor smaller headings are taken for sections.
    private func longerHeading(for section: PageTemplate.Section) -> Place? {
        var found: (page: Int, heading: Int)?
        for (text, place) in headings where section.foldedWordings.contains(where: text.isLonger) {
            let page = pages[place.page]
            let heading = page.document.headings[place.heading]
            guard heading.level <= 2, page.frontMatter.kind?.value != .faq, !heading.title.utf8.contains(0x3F) else {
                continue
            }
            if found != nil { return nil }
            found = place
        }
        return found.map { place($0.page, $0.heading) }
    }
}

extension TemplateSections.Place {
    /// The nodes of the section, its heading left out.
    var nodes: Range<Int> {
        guard let heading, let index = page.document.headings.firstIndex(where: { $0.node == heading.node }) else {
            return page.document.nodes.indices
        }
        let section = page.document.section(ofHeading: index)
        return page.document.nodes[heading.node].subtreeEnd..<section.upperBound
    }
}

extension MarkdownDocument {
    /// Whether something stands below headings among some nodes: words, code, a picture or an address.
    func hasContent(in range: Range<Int>) -> Bool {
        nodes[range].contains { node in
            switch node.kind {
            case .text, .code: !node.isInHeading && !literalBytes(of: node).allSatisfy { $0 <= 0x20 }
            case .image, .codeBlock: true
            default: false
            }
        }
    }
}

extension FoldedText {
    /// Whether a heading begins or ends with a wording and has a few words more.
    fileprivate func isLonger(than wording: FoldedText) -> Bool {
        let more = wordCount - wording.wordCount
        guard !wording.isEmpty, (1...4).contains(more) else { return false }
        return bytes.starts(with: wording.bytes) || bytes.suffix(wording.bytes.count).elementsEqual(wording.bytes)
    }
}
