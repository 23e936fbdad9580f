import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing that does not show where the customer consents, although the marketplace asks for it.
struct MediaConsentScreenMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-consent-screen-missing",
        summary: "A picture with \"showsConsent\" is shown on a page where the marketplace asks for one.",
        rationale: "A reader who has seen the screen on which to consent knows a false one.",
        flagged: [
            RuleExample(
                manifest: #"⟦⟧{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "![A](screenshot:a)\n",
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsConsentScreen": true"#)
            ),
            RuleExample(
                manifest: """
                    ⟦⟧{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "showsConsent": true}]}
                    """,
                page: "Some words.\n",
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsConsentScreen": true"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png", "showsConsent": true}]}
                    """,
                page: "![A](screenshot:a)\n",
                files: ["media/a.png"],
                pack: examplePack("pictures", #""kind": "screenshot", "needsConsentScreen": true"#)
            ),
            RuleExample(
                manifest: #"{"media": []}"#,
                pack: examplePack("pictures", #""kind": "screenshot", "leastWidth": 1"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.pictures where limit.needsConsentScreen {
            let isShown = listing.media(of: limit.kind.mediaKind).contains {
                $0.showsConsent && listing.shownMedia.contains($0.id.value)
            }
            if isShown { continue }
            findings.report(
                "no page shows a \(limit.kind.rawValue) of the screen on which the customer consents",
                at: manifest.start,
                under: limit.provenance,
                of: pack
            )
        }
    }
}
