import Diagnostics
import Listing
import LocatedJSON

/// Reports an exclamation mark in a text that must have none.
struct ManifestTextExclamationMark: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-exclamation-mark",
        summary: "A text has no exclamation mark where the marketplace wants none.",
        rationale: "A listing that shouts is sent back for a calmer one.",
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"Points in profiles!"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": ⟦"Hurrah! Points"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"tagline": "Points in profiles"}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": "Points", "description": "Hurrah!"}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(
        #""texts": [{"field": "tagline", "forbidsExclamationMarks": true, SOURCE}]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where limit.forbidsExclamationMarks {
            for text in manifest.texts(of: limit.field) where text.value.utf8.contains(UInt8(ascii: "!")) {
                findings.report(
                    "\"\(limit.field.rawValue)\" has an exclamation mark",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
