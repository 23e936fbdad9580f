import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Templates

/// RENDER for the pages that need all listings: the front, categories, permissions, and what machines read.
struct DirectoryRenderer: Sendable {
    let renderer: PageRenderer
    let site: SiteFrame
    let plan: DirectoryPlan
    /// The site in its other languages: what the one file for all of them tells; none of a translation.
    var translations: [(site: SiteFrame, plan: DirectoryPlan)] = []

    /// Rows of a list before it goes on on another page.
    static let rowsPerPage = 100

    var fragments: FragmentRenderer { FragmentRenderer(renderer: renderer, site: site, plan: plan) }

    /// The parts of the directory that can be rendered apart from one another, in a fixed order.
    var parts: [DirectoryPart] {
        [.home, .scopeIndex, .alphabet, .notFound, .machines] + (site.isMain ? [.sitemap] : [])
            + plan.categories.indices.map(DirectoryPart.category) + plan.products.indices.map(DirectoryPart.product)
            + plan.catalogue.scopes.indices.map(DirectoryPart.scope)
    }

    /// The part that has the page at an address, if there is such a page.
    func part(at address: SiteAddress) -> DirectoryPart? {
        let names = address.path.split(separator: "/")
        switch names.first {
        case "index.html", "index.md", "page": return .home
        case "404.html": return .notFound
        case "scopes" where names.count == 2: return .scopeIndex
        case "scopes" where names.count > 2:
            return plan.catalogue.scopes.firstIndex { plan.scopeSlugs[$0.id.value] == names[1] }.map { .scope($0) }
        case "categories" where names.count > 2:
            return plan.categories.firstIndex { $0.slug == names[1] }.map { .category($0) }
        case "products" where names.count > 2:
            return plan.products.firstIndex { $0.id == names[1] }.map { .product($0) }
        case "search": return .alphabet
        case "robots.txt": return site.isMain ? .sitemap : nil
        case "feed.xml", "llms.txt", "_headers": return names.count == 1 ? .machines : nil
        case let name?: return site.isMain && names.count == 1 && name.hasPrefix("sitemap") ? .sitemap : nil
        case nil: return nil
        }
    }

    func render(
        _ part: DirectoryPart,
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        switch part {
        case .home: try renderHome(reporting: &report, writing: write)
        case .category(let index):
            let category = plan.categories[index]
            let group = Group(category: category.name, title: category.title, members: category.members) {
                .category(category.slug, page: $0)
            }
            try render(group, reporting: &report, writing: write)
        case .product(let index):
            let product = plan.products[index]
            let group = Group(category: nil, title: product.title, members: product.members) {
                .product(product.id, page: $0)
            }
            try render(group, reporting: &report, writing: write)
        case .scopeIndex:
            let frame = frame(
                at: .scopes(),
                title: ContentText(text(Phrase("site.permissions"))),
                text(Phrase("scopes.lead"))
            )
            let model = ScopeIndexModel(frame: frame, plan: plan)
            try write(renderer.render(.scopes, ScopeIndexView.view, model, reporting: &report))
            try writeTwin(of: frame, writing: write) { twin in
                twin.write(scopesOf: plan)
                if model.hasOriginalTexts { twin.writeOriginalNotice() }
            }
        case .scope(let index): try renderScope(plan.catalogue.scopes[index], reporting: &report, writing: write)
        case .alphabet: try renderAlphabet(reporting: &report, writing: write)
        case .notFound: try write(notFound(reporting: &report))
        case .machines: for page in machineFiles { try write(page) }
        case .sitemap: for page in Sitemap(site: site, plan: plan, translations: translations).files { try write(page) }
        }
    }

    private var machineFiles: [RenderedPage] {
        let headers =
            !site.isMain
            ? nil : HeadersFile(site: site, plan: plan, themeFiles: renderer.theme.files.map(\.address)).file
        let feed = AtomFeed(site: site, plan: plan).file
        return [headers, LanguageModelIndex(site: site, plan: plan).file, feed].compactMap(\.self)
    }

    private func text(_ phrase: Phrase) -> String { site.texts.string(of: phrase) }

    private func renderHome(
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        for part in slices(of: plan.summaries, address: { .home(page: $0) }) {
            let model = DirectoryPageModel(
                frame: frame(at: .home(page: part.number), title: site.shownTitle, site.description),
                plan: plan,
                category: nil,
                integrations: part.rows,
                totalCount: plan.summaries.count,
                pager: part.pager
            )
            try write(renderer.render(.directory, DirectoryViews.home, model, reporting: &report))
            try writeTwin(of: model.frame, writing: write) { twin in
                twin.write(integrations: part.rows)
                twin.write(categories: plan.categories(on: model.frame.address, of: nil))
                twin.write(previous: part.previous, next: part.next)
            }
        }
    }

    /// Integrations that have something in common.
    private struct Group {
        /// The name of their category; nil where it is something else.
        let category: String?
        let title: ContentText
        /// Positions in the plan.
        let members: [Int]
        let address: (_ page: Int) -> SiteAddress
    }

    private func render(
        _ group: Group,
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        let name = Phrase.text(group.title.text)
        let lead = text(
            group.category == nil ? Phrase("product.lead", ["name": name]) : Phrase("category.lead", ["name": name])
        )
        for part in slices(of: group.members.map { plan.summaries[$0] }, address: group.address) {
            let model = DirectoryPageModel(
                frame: frame(at: group.address(part.number), title: group.title, lead),
                plan: plan,
                category: group.category,
                integrations: part.rows,
                totalCount: group.members.count,
                pager: part.pager
            )
            try write(renderer.render(.category, DirectoryViews.category, model, reporting: &report))
            try writeTwin(of: model.frame, writing: write) { twin in
                twin.write(integrations: part.rows)
                twin.write(previous: part.previous, next: part.next)
            }
        }
    }

    private func renderScope(
        _ scope: CatalogueScope,
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        let slug = plan.scopeSlugs[scope.id.value]
        let requesters = plan.requesters(of: scope.id.value)
        for part in slices(of: requesters, address: { .scope(slug, page: $0) }) {
            let model = ScopePageModel(
                frame: frame(
                    at: .scope(slug, page: part.number),
                    title: scope.shownTitle,
                    scope.description,
                    below: .scopes()
                ),
                plan: plan,
                scope: scope,
                requesters: part.rows,
                totalCount: requesters.count,
                pager: part.pager
            )
            try write(renderer.render(.scope, ScopePageView.view, model, reporting: &report))
            try writeTwin(of: model.frame, writing: write) { twin in
                twin.write(scope, model.sensitivity, heldBy: part.rows)
                twin.write(previous: part.previous, next: part.next)
                if model.twinHasOriginalTexts { twin.writeOriginalNotice() }
            }
        }
    }

    private func writeTwin(
        of frame: PageFrame,
        writing write: (RenderedPage) throws(FileSystemError) -> Void,
        _ content: (inout DirectoryTwin) -> Void
    ) throws(FileSystemError) {
        guard var twin = DirectoryTwin(of: frame) else { return }
        content(&twin)
        try write(twin.file)
    }

    private func renderAlphabet(
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        for page in AlphabetPlan(plan.summaries).pages {
            let title = ContentText(text(Phrase("alphabet.title")))
            let model = AlphabetPageModel(frame: frame(at: page.address, title: title, site.description), page: page)
            try write(renderer.render(.search, AlphabetView.view, model, reporting: &report))
            try writeTwin(of: model.frame, writing: write) { twin in
                twin.write(letters: page.choices)
                twin.write(integrations: page.letters.flatMap(\.members))
                twin.write(previous: page.previous, next: page.next)
            }
        }
    }

    private func notFound(reporting report: inout DiagnosticReport) -> RenderedPage {
        let title = text(Phrase("notFound.windowTitle"))
        let frame = PageFrame(
            site: site,
            links: SiteLinks(absoluteRoot: site.basePath + site.folder, in: site.folder),
            address: .notFound,
            title: title,
            heading: ContentText(title),
            description: site.description
        )
        return renderer.render(.notFound, NotFoundView.view, NotFoundModel(frame: frame), reporting: &report)
    }

    private func frame(
        at address: SiteAddress,
        title: ContentText,
        _ description: String,
        below parent: SiteAddress? = nil
    ) -> PageFrame {
        let links = site.links(from: address)
        let home = Breadcrumb(title: site.shownTitle, address: .home)
        let middle = parent.map { Breadcrumb(title: text(Phrase("site.permissions")), address: $0) }
        let own = Breadcrumb(title: title, address: address)
        let isHome = address.path == "index.html" || address.path.hasPrefix("page/")
        return PageFrame(
            site: site,
            links: links,
            address: address,
            title: title.text,
            heading: title,
            description: description,
            breadcrumbs: isHome ? [] : [home, middle, own].compactMap(\.self)
        )
    }

    private struct Slice<Row> {
        let number: Int
        let rows: [Row]
        let pager: Pager
        let previous: SiteAddress?
        let next: SiteAddress?
    }

    /// The rows page by page; one page without rows when there are none.
    private func slices<Row>(of rows: [Row], address: (Int) -> SiteAddress) -> [Slice<Row>] {
        let pageCount = max(1, (rows.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
        return (1...pageCount).map { number in
            let links = site.links(from: address(number))
            let start = (number - 1) * Self.rowsPerPage
            let previous = number > 1 ? address(number - 1) : nil
            let next = number < pageCount ? address(number + 1) : nil
            return Slice(
                number: number,
                rows: Array(rows[start..<min(rows.count, start + Self.rowsPerPage)]),
                pager: Pager(
                    pageNumber: number,
                    pageCount: pageCount,
                    previousURL: previous.map { links.link(to: $0) },
                    nextURL: next.map { links.link(to: $0) }
                ),
                previous: previous,
                next: next
            )
        }
    }
}

/// A part of the directory that is rendered apart from the others; indices count in the plan.
enum DirectoryPart: Sendable {
    case home, scopeIndex, alphabet, notFound, sitemap
    /// What only machines read: the feed, the index for language models, the headers for servers.
    case machines
    case category(Int)
    case product(Int)
    case scope(Int)
}
