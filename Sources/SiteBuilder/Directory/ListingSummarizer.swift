import Diagnostics
import Listing
import LocatedJSON
import Markdown
import Rules
import Templates

extension ListingSummary {
    /// Keeps of a listing what the directory needs; of an unreadable manifest, its id and its pages.
    init(of listing: ParsedListing, permissions: PermissionWords, media: PublishedMedia) {
        let manifest = listing.manifest
        let anchors = PermissionAnchors(manifest?.scopes ?? [])
        self.init(
            id: listing.id,
            name: manifest?.name?.value ?? listing.id,
            tagline: listing.shown(manifest?.tagline) ?? ContentText(""),
            builtBy: manifest?.builtBy?.value ?? "",
            logo: Self.logo(of: listing, media),
            categories: Self.withoutRepeats(manifest?.categories.map(\.value) ?? []).map {
                CategoryName(name: $0, title: listing.shownTitle(ofCategory: $0))
            },
            complements: Self.withoutRepeats(manifest?.complements.map(\.value) ?? []),
            manifestPlace: manifest?.start,
            namePlace: manifest?.name?.range,
            status: manifest?.status ?? .available,
            updated: manifest?.updated?.value,
            permissionSummary: permissions.line,
            requests: (manifest?.scopes ?? []).map { request in
                RequestSummary(
                    scope: request.id.value,
                    anchor: anchors.anchor(of: request.reference),
                    requirement: request.requirement,
                    reason: listing.shown(request.reason) ?? ContentText("")
                )
            },
            usedScopes: listing.usedScopes,
            featureCount: manifest?.features.count ?? 0,
            pages: listing.shownPages.map { page in
                PageSummary(
                    contentPath: page.contentPath,
                    title: page.title,
                    translation: page.fileContentPath == page.contentPath ? nil : page.fileContentPath,
                    isTranslated: page.language == listing.language.wanted,
                    updated: page.frontMatter.updated?.value ?? (page.isOverview ? manifest?.updated?.value : nil),
                    anchors: AnchorSet(page.document.headings.map(\.anchor))
                )
            },
            // A page that could not be read is there all the same.
            files: (listing.assets.map(\.name) + listing.unreadPages.sorted()).map { "\(listing.contentPath)/\($0)" },
            linksElsewhere: Self.linksElsewhere(of: listing),
            frameHosts: FrameHosts.of(manifest?.media.filter { $0.kind == .video } ?? []),
            news: FeedEntry.entries(of: listing),
            sketch: ProseSketch(of: listing)
        )
    }

    init(of listing: ParsedListing, media: PublishedMedia) {
        self.init(of: listing, permissions: PermissionWords(of: listing), media: media)
    }

    private static func withoutRepeats(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private static func logo(of listing: ParsedListing, _ media: PublishedMedia) -> PublishedFile? {
        listing.manifest?.media.first { $0.kind == .logo }?.file.flatMap { media[$0.value] }
    }

    /// What pages in the main language link to that are shown in a translation is told by the listing in that language.
    private static func linksElsewhere(of listing: ParsedListing) -> [CrossLink] {
        listing.pages.flatMap { page in
            page.links.compactMap { link in
                guard case .content(let path, let anchor) = link.destination, !listing.owns(path) else { return nil }
                return CrossLink(contentPath: path, anchor: anchor, place: page.place(link.range))
            }
        }
    }
}
