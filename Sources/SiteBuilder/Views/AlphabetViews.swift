import Templates

/// A page of the list of all integrations by letter.
struct AlphabetPageModel: FramedPage {
    let frame: PageFrame
    let page: AlphabetPlan.Page
}

enum AlphabetView {
    static let view = View<AlphabetPageModel>(
        page: "search",
        [
            .list("choices", "All letters, where each has pages of its own.", LetterLinkView.view) { model in
                model.page.choices.map { LetterLinkModel(choice: $0, links: model.frame.links) }
            },
            .flag("hasChoices", "Whether each letter has pages of its own.") { !$0.page.choices.isEmpty },
            .list("letters", "The letters of this page.", LetterView.view) { model in
                model.page.letters.map { LetterModel(letter: $0, links: model.frame.links) }
            },
            .number("integrationCount", "How many integrations there are.") { $0.page.integrationCount },
            .object("pagination", "The way to the other pages of the letter; absent when there is one.", Pager.view) {
                $0.pager
            },
        ]
    )
}

extension AlphabetPageModel {
    fileprivate var pager: Pager? {
        guard page.count > 1 else { return nil }
        return Pager(
            pageNumber: page.number,
            pageCount: page.count,
            previousURL: page.previous.map { frame.links.link(to: $0) },
            nextURL: page.next.map { frame.links.link(to: $0) }
        )
    }
}

struct LetterLinkModel: Sendable {
    let choice: AlphabetPlan.Choice
    let links: SiteLinks
}

enum LetterLinkView {
    static let view = View<LetterLinkModel>(
        "letter link",
        [
            .text("title", "The letter.") { $0.choice.title },
            .text("url", "Its first page.") { $0.links.link(to: $0.choice.address) },
            .number("count", "How many integrations begin with it.") { $0.choice.count },
            .flag("isCurrent", "Whether this page is one of its pages.") { $0.choice.isCurrent },
        ]
    )
}

struct LetterModel: Sendable {
    let letter: AlphabetPlan.Letter
    let links: SiteLinks
}

enum LetterView {
    static let view = View<LetterModel>(
        "letter",
        [
            .text("title", "The letter.") { $0.letter.title },
            .text("key", "The letter as a part of an id.") { $0.letter.key },
            .list("integrations", "The integrations that begin with it.", CardView.view) { model in
                model.letter.members.map { CardModel(summary: $0, links: model.links, isFirst: false) }
            },
        ]
    )
}
