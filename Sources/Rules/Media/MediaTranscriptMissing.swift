import Diagnostics
import Listing
import LocatedJSON

/// Reports a transcript with next to nothing in it, or none where the marketplace asks for one.
struct MediaTranscriptMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-transcript-missing",
        summary: "A transcript has words in it, and there is one where the marketplace asks for it.",
        rationale: "A transcript can be read, searched and translated where a video cannot be watched.",
        flagged: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "transcript": ⟦"media/a.txt"⟧}]}
                    """,
                files: ["media/a.mp4"],
                mediaTexts: ["media/a.txt": " \n"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "transcript": ⟦"media/a.txt"⟧}]}
                    """,
                files: ["media/a.mp4"],
                mediaTexts: ["media/a.txt": "Coming soon.\n"]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""needsTranscript": true"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "transcript": "media/a.txt"}]}
                    """,
                files: ["media/a.mp4"],
                mediaTexts: ["media/a.txt": "First press Connect.\n"],
                pack: examplePack("videos", #""needsTranscript": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.videos {
            guard let file = item.transcript, listing.asset(named: file.value)?.facts?.isWordless == true else {
                continue
            }
            findings.report("the transcript '\(file.value)' has fewer than three words", at: file.range)
        }
    }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.videos where limit.needsTranscript {
            for item in listing.videos where item.transcript == nil {
                findings.report(
                    "video '\(item.id.value)' has no \"transcript\"",
                    at: item.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
