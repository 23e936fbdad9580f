import Listing
import LocatedJSON
import Templates

/// What every page has around its content.
///
/// A reference, as all models of whole pages are: templates ask for dozens of values, and each asks the model.
final class PageFrame: Sendable {
    let site: SiteFrame
    let links: SiteLinks
    let address: SiteAddress
    /// In the window's title: it says whose page it is.
    let title: String
    /// At the head of the page itself.
    let heading: ContentText
    let description: String
    let breadcrumbs: [Breadcrumb]
    let isListing: Bool
    let metadata: PageMetadata
    /// The languages that the page is written in, those of them that the site has.
    let languages: [SiteLanguage]

    init(
        site: SiteFrame,
        links: SiteLinks,
        address: SiteAddress,
        title: String,
        heading: ContentText,
        description: String,
        breadcrumbs: [Breadcrumb] = [],
        isListing: Bool = false,
        metadata: PageMetadata = PageMetadata(),
        languages: [SiteLanguage]? = nil
    ) {
        self.languages = languages ?? site.languages
        self.site = site
        self.links = links
        self.address = address
        self.title = title
        self.heading = heading
        self.description = description
        self.breadcrumbs = breadcrumbs
        self.isListing = isListing
        self.metadata = metadata
    }
}

/// A page on the way from the front page to another.
struct Breadcrumb: Sendable {
    let title: ContentText
    let address: SiteAddress

    init(title: ContentText, address: SiteAddress) {
        self.title = title
        self.address = address
    }

    init(title: String, address: SiteAddress) {
        self.init(title: ContentText(title), address: address)
    }
}

/// A language of the site.
struct SiteLanguage: Sendable, Hashable {
    /// As a BCP 47 tag.
    let tag: String
    /// `fr/`; empty for the main language.
    let folder: String
    /// What it calls itself: "Français".
    var name = ""
}

extension PageFrame {
    /// The language of a page that is not translated, and shown as it was written.
    var originalLanguage: SiteLanguage? {
        languages.contains { $0.tag == site.language } ? nil : site.languages.first
    }

    /// The language that the page is written in, as a BCP 47 tag.
    var shownLanguage: String { originalLanguage?.tag ?? site.language }

    /// The other languages that the page is written in, each once.
    var otherLocales: [String] {
        guard address != .notFound else { return [] }
        var seen: Set = [locale(of: shownLanguage)]
        return languages.map { locale(of: $0.tag) }.filter { seen.insert($0).inserted }
    }

    /// Of a page that is not translated, the address of the original.
    var canonicalURL: String? {
        url(in: originalLanguage ?? SiteLanguage(tag: site.language, folder: site.folder))
    }

    /// The address of the page in a language; nil where the site does not know its own.
    fileprivate func url(in language: SiteLanguage) -> String? {
        site.url(of: address, in: language.folder)
    }

    /// Whether the page exists for the letters that names begin with, which may be others in another language.
    private var isOfLetters: Bool { address.path.hasPrefix("search/") && address != .search() }

    /// The page in all languages that it is written in, for search engines; none for a page in one language.
    fileprivate var alternates: [Alternate] {
        guard originalLanguage == nil, languages.count > 1, address != .notFound, !isOfLetters else { return [] }
        let all = languages.map { ($0.tag, $0) } + languages.prefix(1).map { ("x-default", $0) }
        return all.compactMap { tag, language in url(in: language).map { Alternate(tag: tag, url: $0) } }
    }

    /// The page in every language of the site, translated or not; none in a site of one language.
    fileprivate var choices: [LanguageChoiceModel] {
        guard site.languages.count > 1 else { return [] }
        return site.languages.map { language in
            LanguageChoiceModel(
                language: language,
                url: links.link(to: isOfLetters ? .search() : address, in: language),
                isCurrent: language.folder == site.folder,
                isTranslated: languages.contains(language)
            )
        }
    }

}

/// What is the same on every page of a site in one language.
struct SiteFrame: Sendable {
    /// That of the language, from the root of the site: `fr/`; empty for the main language.
    let folder: String
    /// All languages of the site, the main one first.
    let languages: [SiteLanguage]
    let title: String
    let description: String
    /// The languages of title and description, each where it is not the site's.
    var titleLanguage: String?
    var descriptionLanguage: String?
    let language: String
    /// The words of the interface in that language.
    let texts: Texts
    /// Absolute and ending in `/`.
    let baseURL: String?
    /// Tells which addresses in full are those of the site itself, as the pages were read with it.
    let ownAddress: OwnAddress?
    let helpPages: [HelpPage]
    let stylesheets: [SiteAddress]
    let icon: SiteAddress?
    let scripts: [SiteAddress]
    let editLink: EditLink?

    struct HelpPage: Sendable, Equatable {
        let title: String
        let address: SiteAddress
        let description: String?
        let updated: CalendarDate?
        /// Whether it is written in the language of the site, and not shown for want of a translation.
        var isTranslated = true
    }

    /// The path under which the site stands on its host: `/help/`.
    var basePath: String {
        guard let base = baseURL, let start = base.firstRange(of: "://")?.upperBound,
            let slash = base[start...].firstIndex(of: "/")
        else { return "/" }
        return String(base[slash...])
    }

    var isMain: Bool { folder.isEmpty }

    func links(from address: SiteAddress, isForTwins: Bool = false) -> SiteLinks {
        SiteLinks(from: address, in: folder, isForTwins: isForTwins)
    }

    /// The address of a page on the web; nil where the site does not know its own.
    ///
    /// - Parameter other: the folder of another language.
    func url(of address: SiteAddress, in other: String? = nil) -> String? {
        baseURL.map { $0 + percentEncoded(address.published(in: other ?? folder).withoutIndex) }
    }

    /// Where a page of the content folder can be edited.
    func editURL(of contentPath: String) -> String? {
        editLink?.url(of: contentPath)
    }
}

/// The address of an editor, taken apart at its `{path}`.
struct EditLink: Sendable {
    let beforePath: String
    let afterPath: String

    init(_ written: String) {
        let place = written.firstRange(of: "{path}")
        beforePath = String(written[..<(place?.lowerBound ?? written.endIndex)])
        afterPath = String(written[(place?.upperBound ?? written.endIndex)...])
    }

    func url(of contentPath: String) -> String {
        beforePath + percentEncoded(contentPath) + afterPath
    }
}

/// A model of a whole page.
protocol FramedPage: Sendable {
    var frame: PageFrame { get }
}

extension View where Model: FramedPage {
    /// A view of a whole page: what every page has, and fields of its own.
    init(page name: String, _ fields: [ViewField<Model>]) {
        self.init(name, Self.frameFields + Self.metadataFields + fields)
    }

    private static var frameFields: [ViewField<Model>] {
        [
            .object("site", "The directory as a whole.", SiteView.view) { $0.frame },
            .text("language", "The language of the page, as a BCP 47 tag.") { $0.frame.site.language },
            .text("direction", "Which way the lines of the language run: ltr or rtl.") {
                $0.frame.site.texts.direction.rawValue
            },
            .text("title", "The title of the page, for the window: it says whose page it is.") { $0.frame.title },
            .text("heading", "The title of the page, for the page itself.") { $0.frame.heading },
            .text("description", "What the page is about, in a sentence.") { $0.frame.description },
            .text("canonicalURL", "The address of the page on the web; absent where the site has none.") {
                $0.frame.canonicalURL
            },
            .list("stylesheets", "The style sheets of the theme.", AddressView.view) { page in
                page.frame.site.stylesheets.map { page.frame.links.link(to: $0) }
            },
            .list("scripts", "The scripts of the theme, in the order of their names.", AddressView.view) { page in
                page.frame.site.scripts.map { page.frame.links.link(to: $0) }
            },
            .list("breadcrumbs", "The way from the front page; the last is the page itself.", LinkView.view) { page in
                page.frame.breadcrumbs.map {
                    PageLinkModel(
                        title: $0.title,
                        url: page.frame.links.link(to: $0.address),
                        isCurrent: $0.address == page.frame.address
                    )
                }
            },
            .object(
                "original",
                "The language of a page that is not translated and shown as it was written; absent on others.",
                SiteLanguage.view
            ) { $0.frame.originalLanguage },
            .list("languages", "The page in all languages of the site; empty where there is one.", languageChoice) {
                $0.frame.choices
            },
            .flag("hasLanguages", "Whether there are several.") { $0.frame.site.languages.count > 1 },
            .text("languageName", "What the language of the page calls itself.") { page in
                page.frame.site.languages.first { $0.folder == page.frame.site.folder }?.name
            },
            .list("alternates", "The addresses of the page in each language that it is written in.", alternate) {
                $0.frame.alternates
            },
            .flag("isHome", "Whether this is the front page.") { $0.frame.address == .home },
            .flag("isListing", "Whether this is the page of an integration.") { $0.frame.isListing },
            .flag("isScopes", "Whether this is the list of permissions or below it.") {
                $0.frame.address.path.hasPrefix("scopes/")
            },
        ]
    }
}

private struct LanguageChoiceModel: Sendable {
    let language: SiteLanguage
    let url: String
    let isCurrent: Bool
    let isTranslated: Bool
}

private let languageChoice = View<LanguageChoiceModel>(
    "language",
    [
        .text("tag", "The language, as a BCP 47 tag.") { $0.language.tag },
        .text("name", "What it calls itself.") { $0.language.name },
        .text("direction", "Which way its lines run: ltr or rtl.") { $0.language.direction },
        .text("url", "The page in it.") { $0.url },
        .flag("isCurrent", "Whether it is the language of this page.") { $0.isCurrent },
        .flag("isTranslated", "Whether the page is written in it, and not shown in the main language.") {
            $0.isTranslated
        },
    ]
)

private struct Alternate: Sendable {
    let tag: String
    let url: String
}

private let alternate = View<Alternate>(
    "alternate",
    [
        .text("tag", "The language as a BCP 47 tag, or x-default for readers of any other.") { $0.tag },
        .text("url", "The address on the web.") { $0.url },
    ]
)

extension SiteLanguage {
    fileprivate static let view = View<SiteLanguage>(
        "original",
        [
            .text("tag", "The language, as a BCP 47 tag.") { $0.tag },
            .text("direction", "Which way its lines run: ltr or rtl.") { $0.direction },
        ]
    )

    fileprivate var direction: String { TextDirection(language: tag).rawValue }
}

enum AddressView {
    static let view = View<String>("address", [.text("url", "Ready for href or src.") { $0 }])
}

enum SiteView {
    static let view = View<PageFrame>(
        "site",
        [
            .text("title", "The name of the directory.") { $0.site.shownTitle },
            .text("description", "What the directory is, in a sentence.") { $0.site.shownDescription },
            .text("iconURL", "The theme's icon.svg; absent where it has none.") { frame in
                frame.site.icon.map { frame.links.link(to: $0) }
            },
            .text("folder", "The folder of the language: fr/; absent for the main one.") { frame in
                frame.site.isMain ? nil : frame.site.folder
            },
            .text("homeURL", "The front page.") { $0.links.link(to: .home) },
            .text("scopesURL", "The list of all permissions.") { $0.links.link(to: .scopes()) },
            .text("searchURL", "All integrations from A to Z, and what the search of the site begins at.") {
                $0.links.link(to: .search())
            },
            .list("helpPages", "The help pages of the directory itself.", LinkView.view) { frame in
                frame.site.helpPages.map { page in
                    PageLinkModel(
                        title: ContentText(page.title, in: page.isTranslated ? nil : frame.site.languages.first?.tag),
                        url: frame.links.link(to: page.address),
                        isCurrent: page.address == frame.address
                    )
                }
            },
        ]
    )
}
