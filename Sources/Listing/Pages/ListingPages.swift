/// The pages of a listing in one language.
struct ListingPages: Sendable {
    /// Those in the language, ordered as readers see them.
    let own: [Page]
    /// Those in the main language that are shown where there is no translation.
    let originals: [Page]
    /// All that readers see, in order.
    let shown: [Page]
    /// The names of pages that are there and could not be read.
    let unread: Set<String>
    /// The languages that each page is written in, by the page's name.
    let languages: [String: [String]]

    init(
        _ own: [Page] = [],
        originals: [Page] = [],
        unread: Set<String> = [],
        languages: [String: [String]] = [:]
    ) {
        self.own = own
        self.originals = originals
        shown = originals.isEmpty ? own : (own + originals).sorted(by: Page.isRead(_:before:))
        self.unread = unread
        self.languages = languages
    }
}
