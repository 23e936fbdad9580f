import Diagnostics
import Listing
import LocatedJSON

/// Reports a video without the picture that stands for it, although the marketplace asks for one.
struct MediaPosterMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-poster-missing",
        summary: "Every video has a \"poster\" where the marketplace asks for one.",
        rationale: "Until it plays, a video without a poster is a black field.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""needsPoster": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "url": "https://video.example/1"}]}"#,
                pack: examplePack("videos", #""needsPoster": true"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "poster": "media/a.png"}]}
                    """,
                files: ["media/a.mp4", "media/a.png"],
                pack: examplePack("videos", #""needsPoster": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""mostCount": 1"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.videos where limit.needsPoster {
            for item in listing.videos where item.poster == nil {
                findings.report(
                    "video '\(item.id.value)' has no \"poster\"",
                    at: item.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
