import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a screenshot or video in the section of a feature that does not name it as its evidence.
struct MediaShownElsewhere: Rule {
    static let description = RuleDescription(
        id: "media-shown-elsewhere",
        summary: "What is shown in a feature's section is among the \"evidence\" of that feature.",
        rationale: "A picture of something else looks like a proof, and is none.",
        flagged: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": ["a"]}, {"id": "send", "evidence": ["b"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                       {"id": "b", "kind": "screenshot", "file": "media/b.png"}]}
                    """,
                page: "## [Sync](feature:sync)\n\n![A](screenshot:a)\n\n### More\n\n![B](screenshot:⟦b⟧)\n",
                files: ["media/a.png", "media/b.png"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync"}, {"id": "send", "evidence": ["tour"]}],
                     "media": [{"id": "tour", "kind": "video", "file": "media/a.mp4"}]}
                    """,
                page: "## [Send](feature:send)\n\n### [Sync](feature:sync)\n\n![A](video:⟦tour⟧)\n",
                files: ["media/a.mp4"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                       {"id": "b", "kind": "screenshot", "file": "media/b.png"}]}
                    """,
                page: "## [Sync](feature:sync)\n\n![A](media/a.png) ![B](⟦media/b.png⟧) ![C](../other/media/c.png)\n",
                files: ["media/a.png", "media/b.png"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}
                    """,
                page: "## [Sync](feature:sync)\n\n![A](screenshot:a)\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync"}], "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}
                    """,
                page: "![A](screenshot:a)\n\n## [Sync](feature:sync)\n\n## Connect\n\n![A](screenshot:a)\n",
                files: ["media/a.png"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for page in listing.pages where !page.featureSections.isEmpty {
            var sections = OpenSections(of: page.document)
            for shown in shownMedia(of: page, in: listing, manifest) {
                guard let featureID = sections.feature(at: shown.range.start),
                    let feature = manifest.feature(featureID),
                    !feature.evidence.contains(where: { $0.value == shown.id })
                else { continue }
                findings.report(
                    "feature '\(featureID)' does not name '\(shown.id)' as its evidence",
                    at: page.place(shown.range),
                    notes: [Note("the feature is described here", at: feature.id.range)]
                )
            }
        }
    }

    /// The media of the manifest that a page shows, by name or by file, in the order of the page.
    private func shownMedia(
        of page: Page,
        in listing: ParsedListing,
        _ manifest: IntegrationManifest
    ) -> [(id: String, range: ByteRange)] {
        var shown = page.document.references.filter { $0.isFigure && manifest.mediaItem($0.id) != nil }
            .map { (id: $0.id, range: $0.range) }
        let named = shown.count
        for link in page.links where link.isPicture {
            guard case .content(let path, _) = link.destination, listing.owns(path) else { continue }
            let name = listing.name(of: path)
            guard let item = manifest.media.first(where: { $0.file?.value == name }) else { continue }
            shown.append((item.id.value, link.range))
        }
        return shown.count == named ? shown : shown.sorted { $0.range.start < $1.range.start }
    }
}

/// The sections that are open at places of a page which come in order.
private struct OpenSections {
    private var open: [MarkdownHeading] = []
    private var headings: ArraySlice<MarkdownHeading>

    init(of document: MarkdownDocument) {
        headings = document.headings.filter(\.isTopLevel)[...]
    }

    /// The feature that the innermost section around a place is about.
    mutating func feature(at offset: Int) -> String? {
        while let heading = headings.first, heading.range.start <= offset {
            headings.removeFirst()
            while let last = open.last, last.level >= heading.level { open.removeLast() }
            open.append(heading)
        }
        return open.last { $0.feature != nil }?.feature
    }
}

extension MarkdownReference {
    /// Whether it shows a medium; a link to one is only a word.
    fileprivate var isFigure: Bool { isImage && (kind == .screenshot || kind == .video) }
}
