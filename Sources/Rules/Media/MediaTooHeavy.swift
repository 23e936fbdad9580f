import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture or video with more bytes than the marketplace takes.
struct MediaTooHeavy: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-too-heavy",
        summary: "Pictures and videos have no more bytes than the marketplace takes.",
        rationale: "A marketplace refuses the upload, and readers wait for it.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(byteCount: 2_000_001)],
                pack: examplePack("pictures", #""kind": "screenshot", "mostBytes": 2000000"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.mp4"⟧}]}"#,
                media: ["media/a.mp4": .video()],
                pack: examplePack("videos", #""mostBytes": 999"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(byteCount: 2_000_000)],
                pack: examplePack("pictures", #""kind": "screenshot", "mostBytes": 2000000"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(byteCount: 2_000_001)],
                pack: examplePack("pictures", #""kind": "screenshot", "mostBytes": 2000000"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures {
            check(listing.pictures(of: limit.kind), limit.mostBytes, limit.provenance, pack, &findings)
        }
        for limit in pack.videos { check(listing.videoFiles, limit.mostBytes, limit.provenance, pack, &findings) }
    }

    private func check(
        _ media: [MediumFile],
        _ most: Int?,
        _ provenance: Provenance,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        guard let most else { return }
        for medium in media where medium.asset.byteCount > most {
            findings.report(
                "'\(medium.asset.name)' has \(medium.asset.byteCount) byte\(medium.asset.byteCount == 1 ? "" : "s"), and \(most) are the most",
                at: medium.file.range,
                under: provenance,
                of: pack
            )
        }
    }
}
