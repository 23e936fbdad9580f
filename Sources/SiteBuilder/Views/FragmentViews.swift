import Templates

/// What the search shows once somebody opens it.
///
/// Its links begin with `//`, which stands for the root of the site.
struct SearchDialogModel: FramedPage {
    let frame: PageFrame
}

enum SearchDialogView {
    static let view = View<SearchDialogModel>(page: "search-dialog", [])
}

/// Cards that the filter may show on any page.
///
/// Their links begin with `//`, which stands for the root of the site.
struct FilterCardsModel: FramedPage {
    let frame: PageFrame
    let integrations: [ListingSummary]
}

enum FilterCardsView {
    static let view = View<FilterCardsModel>(
        page: "filter-cards",
        [
            .list("integrations", "Some integrations.", CardView.view) { cards in
                cards.integrations.map { CardModel(summary: $0, links: cards.frame.links, isFirst: false) }
            }
        ]
    )
}
