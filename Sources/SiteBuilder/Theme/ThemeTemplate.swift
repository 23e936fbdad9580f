import Templates

/// The templates that every theme has, one for each kind of page.
enum ThemeTemplate: String, CaseIterable, Sendable {
    case directory, category, listing, page, scopes, scope, search
    case notFound = "not-found"
    case searchDialog = "search-dialog"
    case filterCards = "filter-cards"

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
