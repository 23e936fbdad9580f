import Diagnostics
import Listing
import LocatedJSON

/// Reports a word that a marketplace does not allow in a text of the manifest.
struct ManifestTextForbiddenWord: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-forbidden-word",
        summary: "The texts of the manifest have no word that the marketplace does not allow in them.",
        rationale: """
            A name with the marketplace's own in it reads as if the marketplace had made the integration. Whole words \
            are compared, in any case.
            """,
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Points for moengage"⟧}"#, pack: namePack),
            RuleExample(manifest: #"{"name": ⟦"Points (Add-on)"⟧}"#, pack: namePack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Points", "tagline": "Points in MoEngage"}"#, pack: namePack),
            RuleExample(manifest: #"{"name": "MoEngagement Addons"}"#, pack: namePack),
        ]
    )

    private static let namePack = examplePack(
        #""texts": [{"field": "name", "forbiddenWords": ["MoEngage", "add-on"], SOURCE}]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where !limit.forbiddenWords.isEmpty {
            for text in manifest.texts(of: limit.field) {
                let folded = FoldedText(text.value)
                for word in limit.forbiddenWords where folded.contains(FoldedText(word)) {
                    findings.report(
                        "\"\(limit.field.rawValue)\" must not have the word '\(word)'",
                        at: text.range,
                        under: limit.provenance,
                        of: pack
                    )
                }
            }
        }
    }
}
