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

    /// Whether the page of the integration shows a text that is not translated; nobody sees the words of a logo.
    var showsOriginalTexts: Bool {
        let logos = manifest?.media.filter { $0.kind == .logo } ?? []
        let unseen = logos.flatMap { [$0.alt, $0.caption] }.filter { language(ofText: $0) != nil }
        return untranslatedTexts.count > unseen.count
    }

    /// What the texts of the manifest are written in: the main language as long as none of them is translated.
    var languageOfTexts: String { hasTranslatedTexts ? language.wanted : language.main }

    /// The language that a text of the manifest is written in, where that is not the page's: a page and the texts of
    /// the manifest are translated apart from one another.
    func language(of text: Located<String>?, on page: Page) -> String? {
        guard let text else { return nil }
        let written = language(ofText: text) ?? language.wanted
        return written == page.language ? nil : written
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
