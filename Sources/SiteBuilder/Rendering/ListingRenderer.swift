import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Markdown
import Markup
import Rules
import Templates

/// RENDER for one integration, or for the help pages of the directory itself.
struct ListingRenderer: Sendable {
    let renderer: PageRenderer
    let site: SiteFrame
    let scopeSlugs: Slugs

    /// The pages one after the other, so that no more than one is held in memory.
    func render(
        _ checked: CheckedListing,
        summary: ListingSummary?,
        permissions words: PermissionWords,
        media: PublishedMedia,
        reporting report: inout DiagnosticReport,
        writing write: (RenderedPage) throws(FileSystemError) -> Void
    ) throws(FileSystemError) {
        let permissions = ListingPermissions(of: checked.listing, words)
        for page in checked.listing.shownPages {
            try write(render(page, of: checked, summary: summary, media, permissions, reporting: &report))
            if let twin = twin(of: page, in: checked, media, permissions) { try write(twin) }
        }
        if let record = record(of: checked, media) { try write(record) }
    }

    /// A page as plain Markdown.
    func twin(of page: Page, in checked: CheckedListing, _ media: PublishedMedia) -> RenderedPage? {
        twin(of: page, in: checked, media, ListingPermissions(of: checked.listing))
    }

    private func twin(
        of page: Page,
        in checked: CheckedListing,
        _ media: PublishedMedia,
        _ permissions: ListingPermissions
    ) -> RenderedPage? {
        let listing = checked.listing
        let address = SiteAddress(contentPath: page.contentPath)
        guard let twinAddress = address.twin else { return nil }
        let links = site.links(from: twinAddress, isForTwins: true)
        let hooks = TwinHooks(page: hooks(for: page, in: listing, media, links, permissions))
        var lines = MarkdownLines()
        let isOriginal = listing.language(of: page) != nil
        if page.isOverview, let manifest = listing.manifest {
            let twin = ListingTwin(
                listing: listing,
                manifest: manifest,
                permissionSentences: permissions.sentences,
                media: media,
                links: links,
                texts: site.texts
            )
            twin.write(page, hooks, to: &lines)
        } else {
            lines.line("# " + MarkdownText.escaped(page.title))
            lines.append(page.document, hooks)
        }
        if isOriginal {
            let notice = site.texts.string(of: Phrase("original.page"))
            lines.block("> " + MarkdownText.escaped(notice, isAtStart: true))
        }
        return RenderedPage(address: twinAddress, bytes: lines.bytes)
    }

    /// What the page of an integration says, for programs; nil for the directory's own pages.
    func record(of checked: CheckedListing, _ media: PublishedMedia) -> RenderedPage? {
        guard let manifest = checked.listing.manifest else { return nil }
        let address = SiteAddress.listingRecord(checked.listing.id)
        let record = ListingRecord(
            listing: checked.listing,
            manifest: manifest,
            media: media,
            links: site.machineLinks(from: address),
            language: site.language
        )
        return RenderedPage(address: address, bytes: record.bytes)
    }

    /// One page alone, for a reader who waits for no other.
    func render(
        _ page: Page,
        of checked: CheckedListing,
        summary: ListingSummary?,
        media: PublishedMedia,
        reporting report: inout DiagnosticReport
    ) -> RenderedPage {
        let permissions = ListingPermissions(of: checked.listing)
        return render(page, of: checked, summary: summary, media, permissions, reporting: &report)
    }

    private func render(
        _ page: Page,
        of checked: CheckedListing,
        summary: ListingSummary?,
        _ media: PublishedMedia,
        _ permissions: ListingPermissions,
        reporting report: inout DiagnosticReport
    ) -> RenderedPage {
        let listing = checked.listing
        let address = SiteAddress(contentPath: page.contentPath)
        let links = site.links(from: address)
        let content = html(of: page, in: listing, media, links, permissions)
        if page.isOverview, let manifest = listing.manifest, let summary {
            let model = ListingPageModel(
                frame: frame(for: page, at: address, links, listing, media, summary),
                listing: listing,
                manifest: manifest,
                summary: summary,
                published: media,
                overview: content,
                scopeSlugs: scopeSlugs,
                permissions: permissions
            )
            return renderer.render(.listing, ListingView.view, model, reporting: &report)
        }
        let navigation = ListingNavigation(listing, links: links)
        let neighbours = navigation.neighbours(of: page.name)
        let model = HelpPageModel(
            frame: frame(for: page, at: address, links, listing, media, summary),
            page: page,
            content: content,
            sidebar: navigation.sidebar(current: page.name),
            previous: neighbours.previous,
            next: neighbours.next,
            integration: summary
        )
        return renderer.render(.page, HelpPageView.view, model, reporting: &report)
    }

    private func html(
        of page: Page,
        in listing: ParsedListing,
        _ media: PublishedMedia,
        _ links: SiteLinks,
        _ permissions: ListingPermissions
    ) -> HTMLFragment {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualTextLength)
        HTMLWriter.write(page.document, into: &bytes, with: hooks(for: page, in: listing, media, links, permissions))
        return HTMLFragment(trusted: bytes)
    }

    private func hooks(
        for page: Page,
        in listing: ParsedListing,
        _ media: PublishedMedia,
        _ links: SiteLinks,
        _ permissions: ListingPermissions
    ) -> PageHooks {
        PageHooks(
            listing: listing,
            media: media,
            ownAddress: site.ownAddress,
            page: page,
            links: links,
            scopeSlugs: scopeSlugs,
            anchors: permissions.anchors,
            figures: PageFigures(of: page.document),
            texts: site.texts,
            words: renderer.words
        )
    }

    /// Enough for most pages, so that the buffer seldom has to grow.
    private static let usualTextLength = 12 << 10

    private func frame(
        for page: Page,
        at address: SiteAddress,
        _ links: SiteLinks,
        _ listing: ParsedListing,
        _ media: PublishedMedia,
        _ summary: ListingSummary?
    ) -> PageFrame {
        let isListing = page.isOverview && summary != nil
        var breadcrumbs = [Breadcrumb(title: site.shownTitle, address: .home)]
        if let summary, !isListing {
            breadcrumbs.append(Breadcrumb(title: summary.name, address: .integration(summary.id)))
        }
        let title = isListing ? summary?.name ?? page.title : page.title
        let language = isListing ? nil : listing.language(of: page)
        let heading = ContentText(title, in: language)
        breadcrumbs.append(Breadcrumb(title: heading, address: address))
        return PageFrame(
            site: site,
            links: links,
            address: address,
            title: isListing || summary == nil ? title : "\(title) – \(summary?.name ?? "")",
            heading: heading,
            description: (isListing ? summary?.tagline.text : page.frontMatter.description?.value) ?? site.description,
            breadcrumbs: breadcrumbs,
            isListing: isListing,
            metadata: PageMetadata(of: page, in: listing, media, links: site.machineLinks(from: address), site.texts),
            languages: languages(of: page, in: listing)
        )
    }

    private func languages(of page: Page, in listing: ParsedListing) -> [SiteLanguage]? {
        guard site.languages.count > 1, let tags = listing.pageLanguages[page.name] else { return nil }
        return site.languages.filter { tags.contains($0.tag) }
    }
}
