import Listing
import LocatedJSON
import Templates

enum ListingView {
    static let view = View<ListingPageModel>(page: "listing", identity + story + media + permissions + navigation)

    private static let identity: [ViewField<ListingPageModel>] = [
        .text("id", "The integration's id.") { $0.listing.id },
        .text("name", "Its name.") { $0.summary.name },
        .text("tagline", "What it is for, in one line.") { $0.listing.shown($0.manifest.tagline) },
        .text("builtBy", "Who makes it.") { $0.summary.builtBy },
        .object("logo", "Its logo; absent where it has none.", PictureView.view) { page in
            page.summary.logo.map { PictureModel(picture: $0, links: page.frame.links) }
        },
        .text("initial", "The first letter of its name.") { $0.summary.initial },
        .text("version", "The version that the pages describe.") { $0.manifest.version?.value },
        .text("updated", "When the listing was last changed, as YYYY-MM-DD.") {
            $0.manifest.updated?.value.description
        },
        .phrase("updatedText", "The same in words.") { $0.manifest.updated.map { inWords($0.value) } },
        .flag("isBeta", "Whether it is still being tried out.") { $0.manifest.status == .beta },
        .flag("isDeprecated", "Whether it is going to end.") { $0.manifest.status == .deprecated },
        .phrase("statusText", "Its status in words.") { $0.manifest.status.inWords },
    ]

    private static let story: [ViewField<ListingPageModel>] = [
        .list("summary", "The description, by paragraphs.", ParagraphView.view) { page in
            let language = page.listing.language(ofText: page.manifest.description)
            return page.manifest.description.map { paragraphs(of: $0.value).map { ContentText($0, in: language) } }
                ?? []
        },
        .text("unique", "What it adds that the platform does not do itself.") {
            $0.listing.shown($0.manifest.unique)
        },
        .list("categories", "Where it stands in the directory.", LinkView.view) { page in
            page.summary.categories.map {
                PageLinkModel(title: $0.title, url: page.frame.links.link(to: .category(slug(of: $0.name))))
            }
        },
        .list("products", "Products of the platform that it adds to.", ProductView.view) { page in
            page.manifest.complements.compactMap { page.listing.catalogue.product($0.value) }
        },
        .list("links", "Pages of the company.", LinkView.view) { page in
            page.manifest.links.map {
                PageLinkModel(title: page.frame.site.texts.string(of: $0.kind.inWords), url: $0.url.value)
            }
        },
        .object("support", "How to get help; absent when it does not say.", SupportView.view) { page in
            page.manifest.support.map { SupportModel(support: $0, listing: page.listing) }
        },
        .text("privacyURL", "What the company says of privacy; absent when it does not say.") { page in
            page.manifest.links.first { $0.kind == .privacy }?.url.value
        },
        .html("overview", "The text of the overview.") { $0.overview },
        .flag("hasOriginalTexts", "Whether it shows texts that are not translated.") {
            $0.listing.showsOriginalTexts
        },
        .list("features", "What it claims to do.", FeatureView.view) { page in
            page.manifest.features.map { FeatureModel(feature: $0, page: page) }
        },
        .number("featureCount", "How many features there are.") { $0.manifest.features.count },
    ]

    private static let media: [ViewField<ListingPageModel>] = [
        .list("screenshots", "Its screenshots.", MediaViews.screenshot) { $0.media(.screenshot) },
        .number("screenshotCount", "How many screenshots there are.") { $0.media(.screenshot).count },
        .list("videos", "Its videos.", MediaViews.video) { $0.media(.video) },
    ]

    private static let permissions: [ViewField<ListingPageModel>] = [
        .list("permissionSentences", "What it may do with the customer's data, in plain words.", SentenceView.view) {
            $0.permissionSentences
        },
        .list("permissions", "The scopes that it asks for.", PermissionView.view) { page in
            page.manifest.scopes.map { PermissionModel(request: $0, page: page) }
        },
        .number("permissionCount", "How many scopes it asks for.") { $0.manifest.scopes.count },
        .list("data", "What it does with each kind of data.", DataView.view) { page in
            page.manifest.data.map { DataModel(statement: $0, listing: page.listing) }
        },
        .flag("hasData", "Whether it says anything of data.") { !$0.manifest.data.isEmpty },
        .list("usage", "How often it calls the platform.", UsageView.view) { page in
            page.manifest.usage.map { UsageModel(usage: $0, catalogue: page.listing.catalogue) }
        },
        .object(
            "scopeMap",
            "Which feature needs which permission; absent where there is little to tell.",
            ScopeMapView.view
        ) {
            ScopeMapModel(of: $0)
        },
        .list("releases", "The newest releases on record, at most 24, the newest first.", ReleaseView.view) {
            $0.releases
        },
        .phrase("earlierReleases", "How many more are on record, and where they are told; absent where all are shown.")
        {
            $0.earlierReleaseCount == 0
                ? nil : Phrase("releases.earlier", ["count": .number($0.earlierReleaseCount)])
        },
        .flag("hasReleases", "Whether there are any on record.") { !$0.releases.isEmpty },
        .object("changelog", "The page that tells what changed; absent where there is none.", LinkView.view) { page in
            page.listing.shownPages.first { $0.frontMatter.kind?.value == .changelog }.map {
                PageLinkModel(
                    title: page.listing.shownTitle(of: $0),
                    url: page.frame.links.link(to: SiteAddress(contentPath: $0.contentPath))
                )
            }
        },
        .flag("hasUsage", "Whether it says how often it calls the platform.") { !$0.manifest.usage.isEmpty },
    ]

    private static let navigation: [ViewField<ListingPageModel>] = [
        .list("sidebar", "The pages of the listing.", LinkView.view) { page in
            ListingNavigation(page.listing, links: page.frame.links).sidebar(current: page.overviewPage?.name)
        },
        .list("contents", "The headings of the overview, and the parts below it.", ContentsEntry.view) { page in
            page.contents
                + ListingSection.allCases.filter { $0.isPresent(on: page) }
                .map {
                    ContentsEntry(
                        title: ContentText(page.frame.site.texts.string(of: $0.title)),
                        url: "#\($0.anchor)",
                        level: 2
                    )
                }
        },
        .flag("hasContents", "Whether there are enough headings for a table of contents.") { _ in true },
        .object("next", "The first help page; absent when there is none.", LinkView.view) { page in
            ListingNavigation(page.listing, links: page.frame.links).neighbours(of: page.overviewPage?.name).next
        },
        .text("editURL", "Where the overview can be edited; absent where the site does not say.") { page in
            page.overviewPage.flatMap { page.frame.site.editURL(of: $0.fileContentPath) }
        },
    ]

    private static func paragraphs(of text: String) -> [String] {
        text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
    }
}

private enum ParagraphView {
    static let view = View<ContentText>("paragraph", [.text("paragraph", "The text of a paragraph.") { $0 }])
}

private enum SentenceView {
    static let view = View<Phrase>("sentence", [.phrase("sentence", "A sentence.") { $0 }])
}

private enum ProductView {
    static let view = View<Product>(
        "product",
        [
            .text("name", "The name that customers know.") { $0.shownName },
            .text("url", "A page about it; absent when the catalogue has none.") { $0.url },
        ]
    )
}

private struct SupportModel: Sendable {
    let support: Support
    let listing: ParsedListing
}

private enum SupportView {
    static let view = View<SupportModel>(
        "support",
        [
            .text("email", "The address that answers questions.") { $0.support.email?.value },
            .text("emailURL", "The same, ready for href.") { model in
                model.support.email.map { "mailto:" + percentEncoded($0.value).replacing("%40", with: "@") }
            },
            .text("url", "A page with help; absent when there is none.") { $0.support.url?.value },
            .text("responseTime", "How soon an answer comes; absent when it does not say.") {
                $0.listing.shown($0.support.responseTime)
            },
        ]
    )
}
