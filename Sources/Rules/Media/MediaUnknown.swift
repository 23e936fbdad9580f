import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a page or a feature that shows media which the manifest does not describe.
struct MediaUnknown: Rule {
    static let description = RuleDescription(
        id: "media-unknown",
        summary: "A 'screenshot:' or 'video:' and an entry of \"evidence\" name media of the manifest, of that kind.",
        rationale: "Only media that are described, with a text for those who cannot see them, can be shown.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "points", "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "![Points](screenshot:⟦point⟧)\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": [⟦"gone"⟧]}],
                     "media": [{"id": "tour", "kind": "video", "file": "media/a.webm"}]}
                    """,
                page: "![Tour](screenshot:⟦tour⟧)\n",
                files: ["media/a.webm"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "points", "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "![Points](screenshot:points)\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "tour", "kind": "video", "file": "media/a.webm"}]}"#,
                page: "![Tour](video:tour)\n",
                files: ["media/a.webm"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else {
            if listing.isDirectory { checkDirectory(listing, &findings) }
            return
        }
        let ids = manifest.media.map(\.id.value)
        for feature in manifest.features {
            for evidence in feature.evidence where manifest.mediaItem(evidence.value) == nil {
                let guess = closestMatch(to: evidence.value, among: ids)
                findings.report(
                    "the manifest describes no medium '\(evidence.value)'" + didYouMean(guess),
                    at: evidence.range,
                    fixes: renameFix(guess, at: evidence.range)
                )
            }
        }
        for page in listing.pages {
            check(page, kind: .screenshot, manifest, &findings)
            check(page, kind: .video, manifest, &findings)
        }
    }

    private func checkDirectory(_ listing: ParsedListing, _ findings: inout RuleFindings) {
        for page in listing.pages {
            for reference in page.references(of: .screenshot) + page.references(of: .video) {
                findings.report(
                    "a page of the directory has no media of its own: '\(reference.id)' is one of a listing",
                    at: page.place(reference.range)
                )
            }
        }
    }

    private func check(
        _ page: Page,
        kind: MediaItem.Kind,
        _ manifest: IntegrationManifest,
        _ findings: inout RuleFindings
    ) {
        for reference in page.references(of: kind == .video ? .video : .screenshot) {
            let place = page.place(reference.range)
            if let item = manifest.mediaItem(reference.id) {
                guard let found = item.kind, found != kind else { continue }
                findings.report(
                    "'\(reference.id)' is a \(found.rawValue), not a \(kind.rawValue)",
                    at: place,
                    notes: [Note("described here", at: item.id.range)]
                )
            } else {
                let guess = closestMatch(to: reference.id, among: manifest.media.map(\.id.value))
                findings.report(
                    "the manifest describes no \(kind.rawValue) '\(reference.id)'" + didYouMean(guess),
                    at: place
                )
            }
        }
    }
}
