import Diagnostics
import Listing
import LocatedJSON

/// Reports the first picture or video beyond the number that the marketplace takes.
struct MediaTooMany: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-too-many",
        summary: "A listing has no more screenshots, logos and videos than the marketplace takes.",
        rationale: "A marketplace has places for so many, and leaves the others out.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "![A](media/a.png) ![B](⟦media/b.png⟧) ![C](media/c.png) ![B](media/b.png)\n",
                files: ["media/a.png", "media/b.png", "media/c.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "mostCount": 1"#)
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": ⟦"b"⟧, "kind": "screenshot", "file": "media/b.png"},
                      {"id": "c", "kind": "screenshot", "file": "media/c.png"}]}
                    """,
                files: ["media/a.png", "media/b.png", "media/c.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "mostCount": 1"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""mostCount": 0"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "logo", "file": "media/b.png"}]}
                    """,
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "mostCount": 1"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""mostCount": 1"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.pictures {
            var places = listing.media(of: limit.kind.mediaKind).map(\.id.range)
            if limit.kind != .logo { places += listing.undescribedPictures.map(\.range) }
            check(limit.kind.mediaKind, places, most(limit, listing), limit.provenance, pack, &findings)
        }
        for limit in pack.videos {
            check(.video, listing.videos.map(\.id.range), limit.mostCount, limit.provenance, pack, &findings)
        }
    }

    private func most(_ limit: PictureLimit, _ listing: ParsedListing) -> Int? {
        listing.videos.isEmpty ? limit.mostCount : limit.mostCountBesideVideo ?? limit.mostCount
    }

    private func check(
        _ kind: MediaItem.Kind,
        _ places: [SourceRange],
        _ most: Int?,
        _ provenance: Provenance,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        guard let most, places.count > most else { return }
        findings.report(
            "there are \(places.count) \(kind.rawValue)s, and \(most) are the most",
            at: places[most],
            under: provenance,
            of: pack
        )
    }
}
