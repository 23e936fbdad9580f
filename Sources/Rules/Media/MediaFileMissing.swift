import Diagnostics
import Listing
import LocatedJSON

/// Reports a screenshot, video, poster, transcript or caption file that is not there.
struct MediaFileMissing: Rule {
    static let description = RuleDescription(
        id: "media-file-missing",
        summary: "Every file that the manifest names is in the listing's folder.",
        rationale: "A page with a hole where its proof should be proves nothing.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                files: ["media/b.png"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.webm", "poster": ⟦"media/a.PNG"⟧,
                      "captions": [{"language": "en", "file": ⟦"media/a.vtt"⟧}]}]}
                    """,
                files: ["media/a.webm", "media/a.png"]
            ),
            RuleExample(manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "screenshot"}]}"#),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                files: ["media/a.png"]
            ),
            RuleExample(manifest: #"{"media": [{"id": "a", "kind": "video", "url": "https://video.example/1"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.manifest?.media ?? [] {
            if !item.namesFile, item.url == nil || item.kind != .video {
                findings.report("medium '\(item.id.value)' has no \"file\"", at: item.id.range)
            }
            for file in item.files where listing.asset(named: file.value) == nil {
                let names = listing.assets.map(\.name)
                let guess = closestMatch(to: file.value, among: names)
                findings.report(
                    "the file '\(file.value)' is not in '\(listing.path)'" + didYouMean(guess),
                    at: file.range,
                    fixes: renameFileFix(file.value, guess, among: names, at: file.range)
                )
            }
        }
    }
}
