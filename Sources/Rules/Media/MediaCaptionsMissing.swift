import Diagnostics
import Listing
import LocatedJSON

/// Reports a video with sound whose words are nowhere written.
struct MediaCaptionsMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-captions-missing",
        summary: "A video with sound has captions, and any video where the marketplace asks for them.",
        rationale: "Whoever cannot hear, or watches without sound, gets nothing of what is said (WCAG 2.2, 1.2.2).",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "file": "media/a.mp4"}]}"#,
                media: ["media/a.mp4": .video(hasAudio: true)]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "url": "https://video.example/1"}]}"#,
                pack: examplePack("videos", #""needsCaptions": true"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4",
                      "captions": [{"language": "en", "file": "media/a.vtt"}]}]}
                    """,
                files: ["media/a.vtt"],
                media: ["media/a.mp4": .video(hasAudio: true)],
                pack: examplePack("videos", #""needsCaptions": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                media: ["media/a.mp4": .video()]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.videos where item.captions.isEmpty && hasSound(item, in: listing) {
            findings.report("video '\(item.id.value)' has sound and no \"captions\"", at: item.id.range)
        }
    }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.videos where limit.needsCaptions {
            for item in listing.videos where item.captions.isEmpty && !hasSound(item, in: listing) {
                findings.report(
                    "video '\(item.id.value)' has no \"captions\"",
                    at: item.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func hasSound(_ item: MediaItem, in listing: ParsedListing) -> Bool {
        listing.mediumFile(item)?.facts.hasAudio == true
    }
}
