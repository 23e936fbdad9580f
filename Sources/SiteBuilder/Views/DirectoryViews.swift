import Templates

/// A page of the directory's front, or of one category: integrations, some at a time.
struct DirectoryPageModel: FramedPage {
    let frame: PageFrame
    let plan: DirectoryPlan
    /// The category's name, on the page of one.
    let category: String?
    let integrations: [ListingSummary]
    let totalCount: Int
    let pager: Pager
}

enum DirectoryViews {
    static let home = View<DirectoryPageModel>(page: "directory", fields)

    static let category = View<DirectoryPageModel>(
        page: "category",
        [
            .text("name", "What listings call the category; absent on the page of a product.") { $0.category }
        ] + fields
    )

    private static var fields: [ViewField<DirectoryPageModel>] {
        [
            .list("integrations", "The integrations on this page.", CardView.view) { page in
                page.integrations.enumerated().map {
                    CardModel(summary: $1, links: page.frame.links, isFirst: $0 == 0)
                }
            },
            .number("integrationCount", "How many integrations there are on all pages of this list.") {
                $0.totalCount
            },
            .list(
                "categories",
                "All categories; but for the front page, the largest 50 and its own.",
                CategoryView.view
            ) {
                page in
                page.plan.categories(on: page.frame.address, of: page.category).map { category in
                    CategoryModel(
                        link: PageLinkModel(
                            title: category.title,
                            url: page.frame.links.link(to: .category(category.slug)),
                            isCurrent: category.name == page.category
                        ),
                        count: category.members.count
                    )
                }
            },
            .list("products", "Products of the platform that integrations add to.", LinkView.view) { page in
                page.plan.products.map { product in
                    let address = SiteAddress.product(product.id)
                    return PageLinkModel(
                        title: product.title,
                        url: page.frame.links.link(to: address),
                        isCurrent: address == page.frame.address
                    )
                }
            },
            .object("pagination", "The way to the other pages of this list; absent when there is one.", Pager.view) {
                $0.pager.pageCount > 1 ? $0.pager : nil
            },
        ]
    }
}

struct CategoryModel: Sendable {
    let link: PageLinkModel
    let count: Int
}

enum CategoryView {
    static let view = View<CategoryModel>(
        "category link",
        [
            .text("title", "The category's name.") { $0.link.title },
            .text("url", "The page of the category.") { $0.link.url },
            .number("count", "How many integrations it has.") { $0.count },
            .flag("isCurrent", "Whether this is its page.") { $0.link.isCurrent },
        ]
    )
}

/// One part of a list that is too long for one page.
struct Pager: Sendable {
    let pageNumber: Int
    let pageCount: Int
    let previousURL: String?
    let nextURL: String?

    static let view = View<Pager>(
        "pagination",
        [
            .number("pageNumber", "The number of this page, from 1.") { $0.pageNumber },
            .number("pageCount", "How many pages there are.") { $0.pageCount },
            .text("previousURL", "The page before; absent on the first.") { $0.previousURL },
            .text("nextURL", "The page after; absent on the last.") { $0.nextURL },
        ]
    )
}
