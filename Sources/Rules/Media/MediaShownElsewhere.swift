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
            visitMedia(of: page.document) { reference, featureID in
                guard let feature = manifest.feature(featureID), manifest.mediaItem(reference.id) != nil,
                    !feature.evidence.contains(where: { $0.value == reference.id })
                else { return }
                findings.report(
                    "feature '\(featureID)' does not name '\(reference.id)' as its evidence",
                    at: page.place(reference.range),
                    notes: [Note("the feature is described here", at: feature.id.range)]
                )
            }
        }
    }

    /// Calls `visit` for what is shown in the section of a feature, with the id of the innermost one.
    private func visitMedia(of document: MarkdownDocument, _ visit: (MarkdownReference, String) -> Void) {
        var open: [MarkdownHeading] = []
        var headings = document.headings.filter(\.isTopLevel)[...]
        for reference in document.references where reference.isFigure {
            while let heading = headings.first, heading.node < reference.node {
                headings.removeFirst()
                while let last = open.last, last.level >= heading.level { open.removeLast() }
                open.append(heading)
            }
            if let feature = open.last(where: { $0.feature != nil })?.feature { visit(reference, feature) }
        }
    }
}

extension MarkdownReference {
    /// Whether it shows a medium; a link to one is only a word.
    fileprivate var isFigure: Bool { isImage && (kind == .screenshot || kind == .video) }
}
