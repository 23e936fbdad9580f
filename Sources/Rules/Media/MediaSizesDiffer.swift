import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture that is larger or smaller than the first, where the marketplace wants one size.
struct MediaSizesDiffer: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-sizes-differ",
        summary: "All pictures have the same size where the marketplace asks for that.",
        rationale: "Pictures are shown one after the other in one place, which jumps when their sizes differ.",
        flagged: [
            RuleExample(manifest: manifest("⟦\"media/b.png\"⟧"), media: media(1200, 800, then: 1200, 900), pack: pack),
            RuleExample(manifest: manifest("⟦\"media/b.png\"⟧"), media: media(1200, 800, then: 600, 400), pack: pack),
        ],
        allowed: [
            RuleExample(manifest: manifest("\"media/b.png\""), media: media(1200, 800, then: 1200, 800), pack: pack),
            RuleExample(
                manifest: manifest("\"media/b.png\""),
                media: media(1200, 800, then: 600, 400),
                pack: examplePack("pictures", #""kind": "logo", "needsSameSize": true"#)
            ),
        ]
    )

    private static let pack = examplePack("pictures", #""kind": "screenshot", "needsSameSize": true"#)

    private static func manifest(_ second: String) -> String {
        """
        {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
          {"id": "b", "kind": "screenshot", "file": \(second)}]}
        """
    }

    private static func media(_ width: Int, _ height: Int, then other: Int, _ high: Int) -> [String: ExampleMedia] {
        ["media/a.png": .picture(.png, width, height), "media/b.png": .picture(.png, other, high)]
    }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures where limit.needsSameSize {
            let sized = listing.pictures(of: limit.kind).filter { $0.facts.pixelSize != nil }
            guard let first = sized.first, let size = first.facts.pixelSize else { continue }
            for medium in sized where medium.facts.pixelSize != size {
                findings.report(
                    "'\(medium.asset.name)' has not the size of '\(first.asset.name)', which is \(size)",
                    at: medium.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
