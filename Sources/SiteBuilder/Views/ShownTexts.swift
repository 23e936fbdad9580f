import Listing
import LocatedJSON
import Templates

/// Texts of the content as readers see them: with their language where they are not translated.
extension ParsedListing {
    func shown(_ text: Located<String>?) -> ContentText? {
        text.map { ContentText($0.value, in: language(ofText: $0)) }
    }

    func shownTitle(of page: Page) -> ContentText {
        ContentText(page.title, in: language(of: page))
    }

    func shownName(of feature: Feature) -> ContentText {
        ContentText(feature.name, in: language(ofText: feature.title))
    }
}

extension CatalogueScope {
    var shownTitle: ContentText { ContentText(title, in: titleLanguage) }
    var shownDescription: ContentText { ContentText(description, in: descriptionLanguage) }
}
