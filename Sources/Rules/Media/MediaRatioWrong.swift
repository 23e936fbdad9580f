import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture whose width and height do not stand in the ratio that the marketplace asks for.
struct MediaRatioWrong: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-ratio-wrong",
        summary: "Pictures have the ratio of width to height that the marketplace asks for, or nearly so.",
        rationale: "A picture of another ratio is cropped, or stands between bars.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 1600, 1200)],
                pack: examplePack("pictures", #""kind": "screenshot", "ratioWidth": 16, "ratioHeight": 9"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 1608, 1056)],
                pack: examplePack(
                    "pictures",
                    #""kind": "screenshot", "ratioWidth": 35, "ratioHeight": 23, "ratioTolerance": 0"#
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 1608, 1056)],
                pack: examplePack("pictures", #""kind": "screenshot", "ratioWidth": 35, "ratioHeight": 23"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 1920, 1080)],
                pack: examplePack(
                    "pictures",
                    #""kind": "screenshot", "ratioWidth": 16, "ratioHeight": 9, "ratioTolerance": 0"#
                )
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures {
            guard let ratio = limit.ratio else { continue }
            for medium in listing.pictures(of: limit.kind) {
                guard let size = medium.facts.pixelSize else { continue }
                // A pack may say any number, and its own faults do not keep it from being used.
                let wanted = Double(ratio.width) * Double(size.height)
                let found = Double(size.width) * Double(ratio.height)
                guard abs(found - wanted) > limit.ratioTolerance * wanted else { continue }
                findings.report(
                    "'\(medium.asset.name)' has \(size) pixels, which is not \(ratio.width):\(ratio.height)",
                    at: medium.file.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
