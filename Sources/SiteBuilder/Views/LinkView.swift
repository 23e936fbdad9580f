import Templates

/// A link of a menu, a list or a pager.
struct PageLinkModel: Sendable {
    var title: ContentText
    var url: String
    var isCurrent = false

    init(title: ContentText, url: String, isCurrent: Bool = false) {
        self.title = title
        self.url = url
        self.isCurrent = isCurrent
    }

    init(title: String, url: String, isCurrent: Bool = false) {
        self.init(title: ContentText(title), url: url, isCurrent: isCurrent)
    }
}

enum LinkView {
    static let view = View<PageLinkModel>(
        "link",
        [
            .text("title", "What the link is called.") { $0.title },
            .text("url", "Where it leads, ready for href.") { $0.url },
            .flag("isCurrent", "Whether it leads to this page.") { $0.isCurrent },
        ]
    )
}
