import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture that is older than the marketplace allows.
struct MediaTooOld: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-too-old",
        severity: .warning,
        summary: "Pictures are no older, when the listing is changed, than the marketplace allows.",
        rationale: "Screens change, and readers look for what they saw in the picture.",
        flagged: [
            RuleExample(
                manifest: """
                    {"updated": "2026-11-20",
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "taken": ⟦"2025-11-19"⟧}]}
                    """,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "oldest": 365"#)
            ),
            RuleExample(
                manifest: """
                    {"updated": "2026-03-01",
                     "media": [{"id": "a", "kind": "logo", "file": "media/a.png", "taken": ⟦"2026-02-27"⟧}]}
                    """,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "logo", "oldest": 1"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"updated": "2026-11-20",
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "taken": "2025-11-20"}]}
                    """,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "oldest": 365"#)
            ),
            RuleExample(
                manifest: """
                    {"updated": "2026-11-20",
                     "media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "taken": "2026-11-21"}]}
                    """,
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "oldest": 365"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let updated = listing.manifest?.updated else { return }
        for limit in pack.pictures {
            guard let oldest = limit.oldest else { continue }
            for item in listing.media(of: limit.kind.mediaKind) {
                guard let taken = item.taken else { continue }
                let age = updated.value.dayNumber - taken.value.dayNumber
                guard age > oldest else { continue }
                findings.report(
                    "'\(item.id.value)' was taken \(age) days before the listing was changed, and \(oldest) are the most",
                    at: taken.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
