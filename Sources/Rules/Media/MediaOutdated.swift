import Diagnostics
import Listing
import LocatedJSON

/// Reports evidence that was taken before the feature that it is to show was there.
struct MediaOutdated: Rule {
    static let description = RuleDescription(
        id: "media-outdated",
        summary: "Evidence is of the version that brought the feature, or of a later one.",
        rationale: "A picture from before cannot show it.",
        flagged: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "since": "1.10.0", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "version": ⟦"1.9.2"⟧}]}
                    """,
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "since": "2.0", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "version": ⟦"v1"⟧}]}
                    """,
                files: ["media/a.mp4"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "since": "2.0.0", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "version": "2"}]}
                    """,
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "sync", "since": "9", "evidence": ["a"]}],
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "version": "10"}]}
                    """,
                files: ["media/a.png"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for feature in manifest.features {
            guard let since = feature.since, let needed = VersionNumber(since.value) else { continue }
            for evidence in feature.evidence {
                guard let shown = manifest.mediaItem(evidence.value)?.version, let version = VersionNumber(shown.value),
                    version < needed
                else { continue }
                findings.report(
                    "'\(evidence.value)' shows version \(shown.value), and feature '\(feature.id.value)' came with "
                        + since.value,
                    at: shown.range,
                    notes: [Note("the feature is described here", at: feature.id.range)]
                )
            }
        }
    }
}
