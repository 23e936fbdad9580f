import Listing
import LocatedJSON
import Markdown
import Markup
import Templates

/// A help page, of an integration or of the directory itself.
final class HelpPageModel: FramedPage {
    let frame: PageFrame
    let page: Page
    let content: HTMLFragment
    let sidebar: [PageLinkModel]
    let previous: PageLinkModel?
    let next: PageLinkModel?
    /// Absent for a page of the directory itself.
    let integration: ListingSummary?
    let contents: [ContentsEntry]

    init(
        frame: PageFrame,
        page: Page,
        content: HTMLFragment,
        sidebar: [PageLinkModel],
        previous: PageLinkModel?,
        next: PageLinkModel?,
        integration: ListingSummary?
    ) {
        self.frame = frame
        self.page = page
        self.content = content
        self.sidebar = sidebar
        self.previous = previous
        self.next = next
        self.integration = integration
        contents = ContentsEntry.entries(of: page, in: frame.originalLanguage)
    }
}

enum HelpPageView {
    static let view = View<HelpPageModel>(
        page: "page",
        [
            .html("content", "The text of the page.") { $0.content },
            .list("sidebar", "The pages beside this one.", LinkView.view) { $0.sidebar },
            .list("contents", "The headings of the page.", ContentsEntry.view) { $0.contents },
            .flag("hasContents", "Whether the page has enough headings for a table of contents.") {
                $0.contents.count > 1
            },
            .object("previous", "The page before; absent on the first.", LinkView.view) { $0.previous },
            .object("next", "The page after; absent on the last.", LinkView.view) { $0.next },
            .text("updated", "When the page was last changed, as YYYY-MM-DD; absent when it does not say.") {
                $0.page.frontMatter.updated?.value.description
            },
            .phrase("updatedText", "The same in words.") { $0.page.frontMatter.updated.map { inWords($0.value) } },
            .text("editURL", "Where the page can be edited; absent where the site does not say.") {
                $0.frame.site.editURL(of: $0.page.fileContentPath)
            },
            .object("integration", "The integration; absent on a page of the directory itself.", OwnerView.view) {
                page in
                page.integration.map { OwnerModel(summary: $0, links: page.frame.links) }
            },
        ]
    )
}

/// The integration that a help page belongs to.
struct OwnerModel: Sendable {
    let summary: ListingSummary
    let links: SiteLinks
}

enum OwnerView {
    static let view = View<OwnerModel>(
        "integration",
        [
            .text("name", "Its name.") { $0.summary.name },
            .text("builtBy", "Who makes it.") { $0.summary.builtBy },
            .text("url", "Its listing.") { $0.links.link(to: .integration($0.summary.id)) },
            .object("logo", "Its logo; absent where it has none.", PictureView.view) { owner in
                owner.summary.logo.map { PictureModel(picture: $0, links: owner.links) }
            },
            .text("initial", "The first letter of its name.") { $0.summary.initial },
        ]
    )
}

/// A heading in a page's table of contents.
struct ContentsEntry: Sendable {
    let title: ContentText
    let url: String
    let level: Int

    /// - Parameter language: of a page that is not translated.
    static func entries(of page: Page, in language: SiteLanguage?) -> [ContentsEntry] {
        page.document.headings.filter { $0.level == 2 || $0.level == 3 }
            .map { heading in
                ContentsEntry(
                    title: ContentText(heading.title, in: language?.tag),
                    url: "#" + percentEncoded(heading.anchor),
                    level: heading.level
                )
            }
    }

    static let view = View<ContentsEntry>(
        "contents",
        [
            .text("title", "The heading.") { $0.title },
            .text("url", "The place on the page.") { $0.url },
            .flag("level2", "Whether it is a main heading.") { $0.level == 2 },
            .flag("level3", "Whether it stands below a main heading.") { $0.level == 3 },
        ]
    )
}
