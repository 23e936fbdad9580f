/// The media of listings that pages of others link to.
struct LinkedFiles: Sendable {
    /// From the root of the content folder, in order.
    let paths: [String]
    private let known: Set<String>

    /// - Parameter summaries: of all listings, and of the directory's own pages.
    init(among summaries: [ListingSummary]) {
        let links = summaries.lazy.flatMap(\.linksElsewhere).map(\.contentPath).filter { !$0.hasSuffix(".md") }
        let wanted = Set(links)
        // What is not there has been reported, or the directory has switched that off.
        let found = wanted.isEmpty ? [] : summaries.flatMap { $0.files.filter(wanted.contains) }
        known = Set(found.filter { !$0.hasSuffix(".md") })
        paths = known.sorted()
    }

    func contentPath(at address: SiteAddress) -> String? {
        let path = String(address.path.dropFirst(SiteAddress.linkedFiles.count))
        return known.contains(path) ? path : nil
    }
}
