import Diagnostics
import Listing
import LocatedJSON

/// Reports a feature that no screenshot or video shows.
struct FeatureWithoutEvidence: Rule {
    static let description = RuleDescription(
        id: "feature-without-evidence",
        summary: "Every feature that can be used is shown by a screenshot or a video on a page.",
        rationale: "What is shown can be compared with what is said; a picture that no page shows is shown to nobody.",
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": ⟦"sync"⟧}]}"#),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": [⟦"picture"⟧]}],
                     "media": [{"id": "picture", "kind": "screenshot", "file": "media/a.png"}]}
                    """,
                page: "## [Sync](feature:sync)\n",
                files: ["media/a.png"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "evidence": ["picture"]}],
                     "media": [{"id": "picture", "kind": "screenshot", "file": "media/a.png"}]}
                    """,
                page: "## [Sync](feature:sync)\n\n![The sync](screenshot:picture)\n",
                files: ["media/a.png"]
            ),
            RuleExample(manifest: #"{"features": [{"id": "sync", "status": "planned"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let shown = listing.shownMedia
        for feature in manifest.features where feature.status != .planned {
            if feature.evidence.isEmpty {
                findings.report(
                    "feature '\(feature.id.value)' has no \"evidence\": no screenshot or video shows it",
                    at: feature.id.range
                )
            }
            for evidence in feature.evidence where !shown.contains(evidence.value) {
                guard let item = manifest.mediaItem(evidence.value) else { continue }
                findings.report(
                    "'\(evidence.value)' is to show feature '\(feature.id.value)', but no page shows it",
                    at: evidence.range,
                    notes: [Note("described here", at: item.id.range)]
                )
            }
        }
    }
}
