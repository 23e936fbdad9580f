import Diagnostics
import Listing
import LocatedJSON

/// Reports a name that speaks of the marketplace in another way than the marketplace asks for.
struct ManifestTextWrongEnding: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-wrong-ending",
        summary: "A text that names the marketplace ends with the words that the marketplace asks for.",
        rationale: "'Acme for Slack' was made by Acme; 'Slack Acme' looks as if Slack had made it.",
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Slack Points"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"name": ⟦"Points by Slack"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Points for Slack"}"#, pack: pack),
            RuleExample(manifest: #"{"name": "Points"}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "name", "requiredEnding": "for Slack", SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts {
            guard let ending = limit.requiredEnding, let last = ending.split(separator: " ").last else { continue }
            for text in manifest.texts(of: limit.field) {
                let folded = FoldedText(text.value)
                guard folded.contains(FoldedText(String(last))),
                    !folded.bytes.suffix(ending.utf8.count + 2).elementsEqual(FoldedText(ending).bytes)
                else { continue }
                findings.report(
                    "\"\(limit.field.rawValue)\" names '\(last)' and does not end in '\(ending)'",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
