import Listing
import LocatedJSON
import Markdown
import Markup
import Templates

/// What a page tells the machines that read it: search engines, other sites that show a card of it, the browser itself.
struct PageMetadata: Sendable {
    /// The picture of the page on a card.
    var image: SocialImage?
    /// What the page is about, as things of schema.org.
    var things: [JSONWriter] = []
    /// Whether one of them is the page itself.
    var hasThingOfPage = false
    /// The hosts whose players the page shows once a reader asks for them.
    var frameHosts: [String] = []
}

extension PageMetadata {
    init(of page: Page, in listing: ParsedListing, _ media: PublishedMedia, links: MachineLinks, _ texts: Texts) {
        let isListing = page.isOverview && listing.manifest != nil
        let videos = listing.manifest?.media.filter { $0.kind == .video } ?? []
        let shown =
            isListing
            ? videos
            : videos.filter { video in
                page.document.references.contains { $0.kind == .video && $0.isImage && $0.id == video.id.value }
            }
        image = SocialImage(of: listing, media, links)
        frameHosts = FrameHosts.of(shown)
        if isListing, let manifest = listing.manifest {
            things.append(
                ApplicationData(listing: listing, manifest: manifest, media: media, links: links, texts: texts).json
            )
        }
        things += shown.compactMap { VideoData(item: $0, media: media, links: links)?.json }
        let questions = Question.questions(of: page)
        hasThingOfPage = !questions.isEmpty
        if hasThingOfPage { things.append(Question.json(questions, in: page.language)) }
    }
}

extension PageFrame {
    /// The page itself, for its language: that of an integration is not what its pages are written in.
    fileprivate var thing: JSONWriter {
        StructuredData.thing("WebPage") { json in
            json.member("name", heading.text)
            json.member("url", site.machineLinks(from: address).url(of: address))
            json.member("inLanguage", shownLanguage)
        }
    }
}

private enum LocaleView {
    static let view = View<String>("locale", [.text("locale", "As og:locale:alternate has it.") { $0 }])
}

extension View where Model: FramedPage {
    /// What stands in the head of a page for machines alone.
    static var metadataFields: [ViewField<Model>] {
        [
            .text("contentSecurityPolicy", "What the page may load, and from where.") {
                ContentSecurityPolicy(frameHosts: $0.frame.metadata.frameHosts).ofPage
            },
            .text("markdownURL", "The page as plain Markdown; absent on the page for missing addresses.") { page in
                page.frame.address.twin.map { page.frame.links.link(to: $0) }
            },
            .text("recordURL", "What the page of an integration says, as JSON; absent on other pages.") { page in
                guard page.frame.isListing else { return nil }
                let folder = page.frame.address.path.split(separator: "/").dropLast().last.map(String.init)
                return folder.map { page.frame.links.link(to: .listingRecord($0)) }
            },
            .text("feedURL", "The feed of what is new; absent where the site does not know its own address.") { page in
                page.frame.site.baseURL.map { _ in page.frame.links.link(to: .feed) }
            },
            .object("socialImage", "The picture of the page on a card; absent where there is none.", SocialImage.view) {
                $0.frame.metadata.image
            },
            .text("cardKind", "How large a card shows the picture, in the words of twitter:card.") {
                $0.frame.metadata.image?.isLarge == true ? "summary_large_image" : "summary"
            },
            .html("structuredData", "What the page is about, as JSON-LD; absent where there is nothing to say.") {
                page in
                StructuredData(
                    page: page.frame.metadata.hasThingOfPage ? nil : page.frame.thing,
                    things: page.frame.metadata.things,
                    breadcrumbs: page.frame.breadcrumbs,
                    links: page.frame.site.machineLinks(from: page.frame.address)
                ).fragment
            },
            .text("locale", "The language of the page, in the words of og:locale: fr, or pt_BR.") {
                locale(of: $0.frame.shownLanguage)
            },
            .list("otherLocales", "The same of the other languages that the page is written in.", LocaleView.view) {
                $0.frame.otherLocales
            },
        ]
    }
}
