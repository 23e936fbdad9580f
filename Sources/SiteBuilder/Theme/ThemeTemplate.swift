import Templates

/// The templates that every theme has, one for each kind of page.
enum ThemeTemplate: String, CaseIterable, Sendable {
    case directory, category, listing, page, scopes, scope, search
    case notFound = "not-found"
    case searchDialog = "search-dialog"
    case filterCards = "filter-cards"

    /// What it is the page of.
    var purpose: String {
        switch self {
        case .directory: "The front page, with the integrations."
        case .category: "The integrations of one category, or of one product of the platform."
        case .listing: "The page of one integration."
        case .page: "A help page, of an integration or of the directory itself."
        case .scopes: "The list of all permissions of the platform."
        case .scope: "One permission, and who asks for it."
        case .search: "The integrations of one letter, or of all; without scripts it is the search."
        case .searchDialog: "The dialog in which readers search; it is shown by the search's script."
        case .filterCards: "The cards that the filter of the front page shows."
        case .notFound: "What is shown for an address that does not exist."
        }
    }

    /// What a template of this kind can say.
    var shape: ViewShape {
        switch self {
        case .directory: DirectoryViews.home.shape
        case .category: DirectoryViews.category.shape
        case .listing: ListingView.view.shape
        case .page: HelpPageView.view.shape
        case .scopes: ScopeIndexView.view.shape
        case .scope: ScopePageView.view.shape
        case .search: AlphabetView.view.shape
        case .searchDialog: SearchDialogView.view.shape
        case .filterCards: FilterCardsView.view.shape
        case .notFound: NotFoundView.view.shape
        }
    }
}
