import Listing
import LocatedJSON
import Templates

/// An integration among others.
struct CardModel: Sendable {
    let summary: ListingSummary
    let links: SiteLinks
    /// Whether it is the first of its list.
    let isFirst: Bool
}

enum CardView {
    static let view = View<CardModel>(
        "card",
        [
            .text("id", "The integration's id.") { $0.summary.id },
            .text("name", "Its name.") { $0.summary.name },
            .text("tagline", "What it is for, in one line.") { $0.summary.tagline },
            .text("builtBy", "Who makes it.") { $0.summary.builtBy },
            .text("url", "Its listing.") { $0.links.link(to: .integration($0.summary.id)) },
            .object("logo", "Its logo; absent where it has none.", PictureView.view) { card in
                card.summary.logo.map { PictureModel(picture: $0, links: card.links, isLazy: !card.isFirst) }
            },
            .text("initial", "The first letter of its name, where there is no logo.") { $0.summary.initial },
            .list("categories", "Where it stands in the directory.", LinkView.view) { card in
                card.summary.categories.map {
                    PageLinkModel(title: $0.title, url: card.links.link(to: .category(slug(of: $0.name))))
                }
            },
            .phrase("permissionSummary", "What it may do, in one short line.") { $0.summary.permissionSummary },
            .number("scopeCount", "How many permissions it asks for.") { $0.summary.requests.count },
            .number("featureCount", "How many features it has.") { $0.summary.featureCount },
            .flag("isBeta", "Whether it is still being tried out.") { $0.summary.status == .beta },
            .flag("isDeprecated", "Whether it is going to end.") { $0.summary.status == .deprecated },
            .text("updated", "When its listing was last changed, as YYYY-MM-DD.") { $0.summary.updated?.description },
            .phrase("updatedText", "The same in words.") { $0.summary.updated.map(inWords) },
        ]
    )
}

struct PictureModel: Sendable {
    let picture: PublishedFile
    let links: SiteLinks
    /// Whether it waits until a reader comes near it.
    var isLazy = false
}

enum PictureView {
    static let view = View<PictureModel>(
        "picture",
        [
            .text("url", "Ready for src.") { $0.links.link(to: $0.picture.address) },
            .text("width", "In pixels.") { String($0.picture.shownSize.width) },
            .text("height", "In pixels.") { String($0.picture.shownSize.height) },
            .flag("isLazy", "Whether it is one of many, and waits until the reader comes near it.") { $0.isLazy },
        ]
    )
}
