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

    func shownTitle(ofCategory name: String) -> ContentText {
        ContentText(title(ofCategory: name), in: language(ofCategory: name))
    }

    func shownName(of feature: Feature) -> ContentText {
        ContentText(feature.name, in: language(ofText: feature.title))
    }
}

extension CatalogueScope {
    var shownTitle: ContentText { ContentText(title, in: titleLanguage) }
    var shownDescription: ContentText { ContentText(description, in: descriptionLanguage) }
    var shownPlan: ContentText? { plan.map { ContentText($0, in: planLanguage) } }
    var resourceText: ContentText? { shownResource.map { ContentText($0, in: resourceLanguage) } }

    /// `Read users – users:read`.
    var titleWithID: ContentText {
        title == id.value ? ContentText(title) : ContentText("\(title) – \(id.value)", in: titleLanguage)
    }

    /// Whether a text of it is shown in another language than the pages.
    var hasOriginalTexts: Bool {
        [titleLanguage, descriptionLanguage, resourceLanguage, planLanguage].contains { $0 != nil }
    }
}

extension Product {
    var shownName: ContentText { ContentText(name, in: nameLanguage) }
}

extension SiteFrame {
    var shownTitle: ContentText { ContentText(title, in: titleLanguage) }
    var shownDescription: ContentText { ContentText(description, in: descriptionLanguage) }
}
