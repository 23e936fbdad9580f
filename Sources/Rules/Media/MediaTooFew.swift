import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing with fewer pictures than the marketplace asks for.
struct MediaTooFew: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-too-few",
        summary: "A listing has at least the screenshots and logos that the marketplace asks for.",
        rationale: "A marketplace sends a listing back that has too little to show.",
        flagged: [
            RuleExample(
                manifest: #"⟦⟧{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "leastCount": 1"#)
            ),
            RuleExample(
                manifest: #"⟦⟧{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "leastCount": 3"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                page: "![Points](media/a.png)\n",
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "leastCount": 1"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "leastCount": 1"#)
            ),
            RuleExample(
                manifest: #"{"media": []}"#,
                pack: examplePack("pictures", #""kind": "screenshot", "mostCount": 4"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.pictures {
            guard let least = limit.leastCount else { continue }
            let shown = limit.kind == .logo ? 0 : listing.undescribedPictures.count
            let count = listing.media(of: limit.kind.mediaKind).count + shown
            guard count < least else { continue }
            let kind = limit.kind.rawValue
            findings.report(
                count == 0
                    ? "there is no \(kind), and \(least) \(least == 1 ? "is" : "are") the least"
                    : "there \(count == 1 ? "is 1 \(kind)" : "are \(count) \(kind)s"), and \(least) are the least",
                at: manifest.start,
                under: limit.provenance,
                of: pack
            )
        }
    }
}
