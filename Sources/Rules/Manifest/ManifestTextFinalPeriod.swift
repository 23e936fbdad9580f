import Diagnostics
import Listing
import LocatedJSON

/// Reports a full stop at the end of a text that must have none.
struct ManifestTextFinalPeriod: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-final-period",
        summary: "A text ends without a full stop where the marketplace wants none.",
        rationale: "The line stands alone on a card, beside those of others that have none. Three dots are one sign.",
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"Points in profiles."⟧}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": ⟦"Points in profiles. "⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"tagline": "Points in profiles"}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": "Points, tiers, rewards..."}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": "Points", "description": "Points in profiles."}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "tagline", "forbidsFinalPeriod": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where limit.forbidsFinalPeriod {
            for text in manifest.texts(of: limit.field) where endsInPeriod(text.value) {
                findings.report(
                    "\"\(limit.field.rawValue)\" ends in a full stop",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func endsInPeriod(_ text: String) -> Bool {
        let end = text.reversed().drop(while: \.isWhitespace).prefix(2)
        return end.first == "." && end.dropFirst().first != "."
    }
}
