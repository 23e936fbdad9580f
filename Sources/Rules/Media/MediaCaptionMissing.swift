import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture without the line below it that the marketplace asks for.
struct MediaCaptionMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-caption-missing",
        summary: "Every picture has a caption where the marketplace asks for one.",
        rationale: "Without a caption readers see a screen and not what it is to show them.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "screenshot", "file": "media/a.png"}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsCaption": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "screenshot", "file": "media/a.png", "caption": " "}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsCaption": true"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "caption": "The points field."}]}
                    """,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsCaption": true"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsCaption": false"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures where limit.needsCaption {
            for item in listing.media(of: limit.kind.mediaKind) where item.caption == nil {
                findings.report(
                    "\(item.kindName) '\(item.id.value)' has no \"caption\"",
                    at: item.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
