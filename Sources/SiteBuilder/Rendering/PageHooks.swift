import CodeHighlighting
import Diagnostics
import Listing
import LocatedJSON
import Markdown
import Markup
import Templates

/// What links, pictures and feature headings become on a page of the site.
struct PageHooks: MarkdownPageHooks {
    let listing: ParsedListing
    let media: PublishedMedia
    let ownAddress: OwnAddress?
    let page: Page
    let links: SiteLinks
    let scopeSlugs: Slugs
    let anchors: PermissionAnchors
    let figures: PageFigures
    let texts: Texts
    let words: MarkdownWords

    func link(_ node: MarkdownNode, in document: MarkdownDocument) -> LinkRendering {
        let written = document.destination(of: node)
        switch LinkDestination(written, in: page.contentPath) {
        case .external:
            if let address = ownFile(at: written) { return .to(links.link(to: address)) }
            return .to(written, attributes: [HTMLAttribute("rel", "noopener")])
        case .content(let path, let anchor):
            if path == page.contentPath { return .to("#" + percentEncoded(anchor ?? "")) }
            return .to(links.link(to: address(of: path), anchor: known(anchor, of: path)))
        case .reference: return reference(node, written)
        case .outside, .refused: return .textOnly
        }
    }

    func image(_ node: MarkdownNode, in document: MarkdownDocument) -> ImageRendering {
        let written = document.destination(of: node)
        switch LinkDestination(written, in: page.contentPath) {
        case .reference: return figure(node, in: document, written)
        case .content(let path, _):
            return .to(links.link(to: address(of: path)), attributes: attributes(ofFile: path))
        // A picture of another host would be fetched before the reader clicks anything.
        case .external, .outside, .refused: return .textOnly
        }
    }

    func afterHeading(_ heading: MarkdownHeading) -> HTMLFragment? {
        guard heading.isTopLevel, let id = heading.feature, let feature = listing.manifest?.feature(id) else {
            return nil
        }
        let chips = feature.scopes.map { ($0.value, permissionURL(of: $0.value)) }
        return FeatureNeeds(feature: feature, chips: chips, texts: texts).fragment
    }

    func code(_ code: ArraySlice<UInt8>, in language: String) -> HTMLFragment? {
        CodeHighlighter(language: language)?.html(of: code)
    }

    func isSteps(list: Int, under heading: MarkdownHeading?) -> Bool { page.isSteps(list: list, under: heading) }

    private func reference(_ node: MarkdownNode, _ written: String) -> LinkRendering {
        guard let (kind, id) = referenceParts(written) else { return .textOnly }
        switch kind {
        case .feature:
            guard let feature = listing.manifest?.feature(id), !node.isInHeading else { return .textOnly }
            return sectionURL(of: feature).map { .to($0, attributes: [HTMLAttribute("class", "feature-reference")]) }
                ?? .textOnly
        case .scope: return .to(permissionURL(of: id), attributes: [HTMLAttribute("class", "scope-reference")])
        case .screenshot, .video:
            guard let file = listing.manifest?.mediaItem(id)?.file else { return .textOnly }
            return .to(links.link(to: media.address(ofFile: file.value)))
        }
    }

    private func figure(_ node: MarkdownNode, in document: MarkdownDocument, _ written: String) -> ImageRendering {
        guard let (kind, id) = referenceParts(written), let item = listing.manifest?.mediaItem(id) else {
            return .textOnly
        }
        let place = figures.places[node]
        let figure = Figure(
            item: item,
            caption: place.map { document.plainText(ofNode: $0) } ?? "",
            hasID: place == figures.firstOfItem[id],
            // On the page of a listing the gallery stands before its text.
            isFirst: place == figures.firstOfPage && !(page.isOverview && listing.manifest != nil),
            media: media,
            links: links,
            texts: texts
        )
        switch kind {
        case .screenshot: return .block(figure.screenshot)
        case .video: return .block(figure.video)
        case .feature, .scope: return .textOnly
        }
    }

    /// A page that is not translated names headings as the originals do, which a translation does not have.
    private func known(_ anchor: String?, of path: String) -> String? {
        guard page.language != listing.language.wanted, let anchor, OwnAddress.isOfHeading(anchor) else {
            return anchor
        }
        return listing.page(at: path)?.hasAnchor(anchor) ?? false ? anchor : nil
    }

    /// The page or file that a path of the content folder becomes.
    private func address(of path: String) -> SiteAddress {
        if path.hasSuffix(".md") { return SiteAddress(contentPath: path) }
        return listing.owns(path) ? media.address(ofFile: listing.name(of: path)) : .linkedFile(path)
    }

    /// Of the page itself, be it translated or not.
    private var language: LanguageChoice {
        page.language == listing.language.wanted ? listing.language : listing.language.ofMain
    }

    /// A file that a page names by the site's own address in full: its name on the site is not the one in the folder.
    private func ownFile(at written: String) -> SiteAddress? {
        guard case .content(let path, _)? = ownAddress?.destination(of: written, in: language), !path.hasSuffix(".md")
        else {
            return nil
        }
        return address(of: path)
    }

    func referenceParts(_ written: String) -> (kind: MarkdownReference.Kind, id: String)? {
        guard let colon = written.firstIndex(of: ":"),
            let kind = MarkdownReference.Kind(rawValue: written[..<colon].lowercased())
        else { return nil }
        return (kind, percentDecoded(String(written[written.index(after: colon)...])))
    }

    private func sectionURL(of feature: Feature) -> String? {
        guard let section = listing.shownSections(of: feature).first else { return nil }
        if section.page == page.name { return "#" + percentEncoded(section.anchor) }
        return links.link(
            to: SiteAddress(contentPath: "\(listing.contentPath)/\(section.page)"),
            anchor: section.anchor
        )
    }

    /// The row of the permission table; on a page of the directory itself, the scope's own page.
    private func permissionURL(of reference: String) -> String {
        guard listing.manifest != nil else { return links.link(to: .scope(scopeSlugs[reference])) }
        // The table of a twin has no rows that could be led to.
        let row = anchors.anchor(of: listing.requestedReference(for: reference))
        let anchor = links.isForTwins ? ListingTwin.permissionAnchor : row
        return page.isOverview ? "#" + percentEncoded(anchor) : links.link(to: .integration(listing.id), anchor: anchor)
    }

    private func attributes(ofFile contentPath: String) -> [HTMLAttribute] {
        let size = media[listing.name(of: contentPath)]?.shownSize
        return [
            size.map { HTMLAttribute("width", String($0.width)) },
            size.map { HTMLAttribute("height", String($0.height)) },
            HTMLAttribute("loading", "lazy"), HTMLAttribute("decoding", "async"),
        ]
        .compactMap(\.self)
    }
}

/// Where a page shows its screenshots and videos.
struct PageFigures: Sendable {
    /// The number of each picture's node.
    private(set) var places: [MarkdownNode: Int] = [:]
    private(set) var firstOfItem: [String: Int] = [:]
    private(set) var firstOfPage: Int?

    init(of document: MarkdownDocument) {
        for reference in document.references
        where reference.isImage && (reference.kind == .screenshot || reference.kind == .video) {
            places[document.nodes[reference.node]] = reference.node
            if firstOfItem[reference.id] == nil { firstOfItem[reference.id] = reference.node }
            if firstOfPage == nil { firstOfPage = reference.node }
        }
    }
}
