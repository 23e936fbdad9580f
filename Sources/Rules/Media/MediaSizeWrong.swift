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
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.png, 960, 600)],
                pack: sizesPack
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                media: ["media/a.png": .picture(.png, 640, 400)],
                pack: sizesPack
            ),
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

    private static let sizesPack = examplePack(
        "pictures",
        #""kind": "screenshot", "exactSizes": ["1280x800", "640x400"]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures where limit.hasExactSize {
            for medium in listing.pictures(of: limit.kind) {
                guard let size = medium.facts.pixelSize, !limit.allows(size) else { continue }
                findings.report(
                    "'\(medium.asset.name)' has \(size) pixels, and it has to \(limit.wantedSize)",
                    at: medium.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}

extension PictureLimit {
    fileprivate var hasExactSize: Bool { exactWidth != nil || exactHeight != nil || !exactSizes.isEmpty }

    fileprivate func allows(_ size: PixelSize) -> Bool {
        (exactWidth ?? size.width, exactHeight ?? size.height) == (size.width, size.height)
            && (exactSizes.isEmpty || exactSizes.contains { $0.width == size.width && $0.height == size.height })
    }

    /// To follow "it has to".
    fileprivate var wantedSize: String {
        switch (exactWidth, exactHeight) {
        case (let width?, let height?): "have \(width)x\(height)"
        case (let width?, nil): "be \(width) across"
        case (nil, let height?): "be \(height) down"
        case (nil, nil): "have " + exactSizes.map { "\($0.width)x\($0.height)" }.joined(separator: " or ")
        }
    }
}
