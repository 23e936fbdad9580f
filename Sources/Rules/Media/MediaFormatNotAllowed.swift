import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture or video in a format that the marketplace does not take.
struct MediaFormatNotAllowed: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-format-not-allowed",
        summary: "Pictures and videos have a format that the marketplace takes.",
        rationale: """
            A marketplace refuses the upload, or shows nothing. A picture of the listing that a page shows by its path \
            counts as a screenshot, for all limits of screenshots.
            """,
        flagged: [
            RuleExample(
                manifest: "{}",
                page: "![Points](⟦media/a.png⟧) ![Points](media/a.png)\n",
                media: ["media/a.png": .picture(.gif, 1, 1)],
                pack: examplePack("pictures", #""kind": "screenshot", "formats": ["png", "jpeg"]"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.gif"⟧}]}"#,
                media: ["media/a.gif": .picture(.gif)],
                pack: examplePack("pictures", #""kind": "screenshot", "formats": ["png", "jpeg"]"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.webm"⟧}]}"#,
                media: ["media/a.webm": .video(.webm)],
                pack: examplePack("videos", #""formats": ["mp4"]"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture()],
                pack: examplePack("pictures", #""kind": "screenshot", "formats": ["png", "jpeg"]"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.svg"}]}"#,
                media: ["media/a.svg": .picture(.svg)],
                pack: examplePack("pictures", #""kind": "screenshot", "formats": ["png"]"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures {
            check(listing.pictures(of: limit.kind), limit.formats, limit.provenance, pack, &findings)
        }
        for limit in pack.videos { check(listing.videoFiles, limit.formats, limit.provenance, pack, &findings) }
    }

    private func check(
        _ media: [MediumFile],
        _ formats: [String],
        _ provenance: Provenance,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        guard !formats.isEmpty else { return }
        for medium in media {
            guard let format = medium.facts.format, !formats.contains(format.rawValue) else { continue }
            let allowed = formats.compactMap { MediaFormat(rawValue: $0)?.title }.joined(separator: " or ")
            findings.report(
                "'\(medium.asset.name)' is \(format.title), and it has to be \(allowed)",
                at: medium.range,
                under: provenance,
                of: pack
            )
        }
    }
}
