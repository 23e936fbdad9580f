import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture that has not exactly the size that the marketplace asks for.
struct MediaSizeWrong: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-size-wrong",
        summary: "Pictures have the size that the marketplace asks for.",
        rationale: "A picture of another size is stretched or cropped.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 512, 512)],
                pack: examplePack("pictures", #""kind": "logo", "exactWidth": 34, "exactHeight": 34"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 1441, 900)],
                pack: examplePack("pictures", #""kind": "screenshot", "exactWidth": 1440"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 34, 34)],
                pack: examplePack("pictures", #""kind": "logo", "exactWidth": 34, "exactHeight": 34"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 1440, 900)],
                pack: examplePack("pictures", #""kind": "screenshot", "exactWidth": 1440"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures where limit.exactWidth != nil || limit.exactHeight != nil {
            for medium in listing.pictures(of: limit.kind) {
                guard let size = medium.facts.pixelSize else { continue }
                let wanted = (width: limit.exactWidth ?? size.width, height: limit.exactHeight ?? size.height)
                guard wanted != (size.width, size.height) else { continue }
                findings.report(
                    "'\(medium.asset.name)' has \(size) pixels, and it has to have \(wanted.width)x\(wanted.height)",
                    at: medium.file.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
