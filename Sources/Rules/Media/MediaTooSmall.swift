import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture or video that has fewer pixels than the marketplace asks for.
struct MediaTooSmall: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-too-small",
        summary: "Pictures and videos have at least the pixels that the marketplace asks for.",
        rationale: "What is too small is blown up and blurred.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 1200, 1056)],
                pack: examplePack("pictures", #""kind": "screenshot", "leastWidth": 1608, "leastHeight": 1056"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.mp4"⟧}]}"#,
                media: ["media/a.mp4": .video()],
                pack: examplePack("videos", #""leastHeight": 1080"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                page: "![Acme](media/a.png) [Large](media/b.png)\n",
                media: ["media/a.png": .picture(.png, 34, 34), "media/b.png": .picture(.png, 34, 34)],
                pack: examplePack("pictures", #""kind": "screenshot", "leastWidth": 1608"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 1608, 1056)],
                pack: examplePack("pictures", #""kind": "screenshot", "leastWidth": 1608, "leastHeight": 1056"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 34, 34)],
                pack: examplePack("pictures", #""kind": "screenshot", "leastWidth": 1608"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures {
            let least = Sides(width: limit.leastWidth, height: limit.leastHeight)
            check(listing.pictures(of: limit.kind), least, limit.provenance, pack, &findings)
        }
        for limit in pack.videos {
            let least = Sides(width: limit.leastWidth, height: limit.leastHeight)
            check(listing.videoFiles, least, limit.provenance, pack, &findings)
        }
    }

    private func check(
        _ media: [MediumFile],
        _ least: Sides,
        _ provenance: Provenance,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        for medium in media {
            // A drawing has no pixels to count.
            guard let size = medium.facts.pixelSize, medium.facts.format != .svg, !least.isMet(by: size) else {
                continue
            }
            findings.report(
                "'\(medium.asset.name)' has \(size) pixels, and \(least) are the least",
                at: medium.range,
                under: provenance,
                of: pack
            )
        }
    }
}

private struct Sides: CustomStringConvertible {
    let width: Int?
    let height: Int?

    func isMet(by size: PixelSize) -> Bool {
        size.width >= width ?? 0 && size.height >= height ?? 0
    }

    var description: String {
        switch (width, height) {
        case (let width?, let height?): "\(width)x\(height)"
        case (let width?, nil): "\(width) across"
        case (nil, let height?): "\(height) down"
        case (nil, nil): "none"
        }
    }
}
