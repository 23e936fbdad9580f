import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Headings that link to a feature and say more than the link does, so that they open no section.
struct WordyHeadings {
    private let places: [String: SourceRange]

    init(of listing: ParsedListing) {
        var places: [String: SourceRange] = [:]
        for page in listing.pages {
            var references = page.references(of: .feature)[...]
            for heading in page.document.headings where heading.isTopLevel && heading.feature == nil {
                let end = page.document.nodes[heading.node].subtreeEnd
                while let reference = references.first, reference.node < end {
                    references.removeFirst()
                    guard reference.node > heading.node, places[reference.id] == nil else { continue }
                    places[reference.id] = page.place(page.document.textRange(of: heading))
                }
            }
        }
        self.places = places
    }

    func place(of feature: Feature) -> SourceRange? { places[feature.id.value] }

    static func message(on feature: Feature) -> String {
        "this heading has more words than its link to feature '\(feature.id.value)', so it opens no section"
    }
}
