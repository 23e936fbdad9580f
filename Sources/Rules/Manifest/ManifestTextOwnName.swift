import Diagnostics
import Listing
import LocatedJSON

/// Reports a text that repeats the integration's name where the marketplace shows it anyway.
struct ManifestTextOwnName: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-own-name",
        summary: "A text does not repeat the integration's name where the marketplace does not want it.",
        rationale: "The name stands right above the line, which has few words to spare.",
        flagged: [
            RuleExample(manifest: #"{"name": "Acme Points", "tagline": ⟦"Acme Points keeps balances"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"name": "Larkspur", "tagline": ⟦"Balances by larkspur"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Acme Points", "tagline": "Keeps points of members"}"#, pack: pack),
            RuleExample(manifest: #"{"name": "Lark", "tagline": "For larks and owls"}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "tagline", "forbidsOwnName": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, let name = manifest.name?.value else { return }
        for limit in pack.texts where limit.forbidsOwnName {
            for text in manifest.texts(of: limit.field) where FoldedText(text.value).contains(FoldedText(name)) {
                findings.report(
                    "\"\(limit.field.rawValue)\" repeats the name '\(name)'",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
