import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture or video whose width and height do not stand in the ratio that the marketplace asks for.
struct MediaRatioWrong: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-ratio-wrong",
        summary: "Pictures and videos have the ratio of width to height that the marketplace asks for, or nearly so.",
        rationale: "What has another ratio is cropped, or stands between bars.",
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
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.mp4"⟧}]}"#,
                media: ["media/a.mp4": .video()],
                pack: examplePack("videos", #""ratioWidth": 4, "ratioHeight": 3"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                media: ["media/a.mp4": .video()],
                pack: examplePack("videos", #""ratioWidth": 16, "ratioHeight": 9"#)
            ),
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
            let media = listing.pictures(of: limit.kind)
            check(media, ratio, limit.ratioTolerance, limit.provenance, pack, &findings)
        }
        for limit in pack.videos {
            guard let ratio = limit.ratio else { continue }
            check(listing.videoFiles, ratio, limit.ratioTolerance, limit.provenance, pack, &findings)
        }
    }

    private func check(
        _ media: [MediumFile],
        _ ratio: (width: Int, height: Int),
        _ tolerance: Double,
        _ provenance: Provenance,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        for medium in media {
            guard let size = medium.facts.pixelSize else { continue }
            let wanted = Double(ratio.width) * Double(size.height)
            guard abs(Double(size.width) * Double(ratio.height) - wanted) > tolerance * wanted else { continue }
            findings.report(
                "'\(medium.asset.name)' has \(size) pixels, which is not \(ratio.width):\(ratio.height)",
                at: medium.range,
                under: provenance,
                of: pack
            )
        }
    }
}
