import Diagnostics
import Listing
import LocatedJSON

/// Reports a text in title case where the marketplace wants sentence case.
struct ManifestTextNotSentenceCase: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-not-sentence-case",
        severity: .warning,
        summary: "Only the first word of a sentence and names have capitals, where the marketplace wants that.",
        rationale: """
            Cards side by side read as one page. The integration's name, its maker, the marketplace and the products of \
            the platform may have capitals anywhere; so may abbreviations, and a name or two that nobody can know.
            """,
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"Points In Every Profile"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": ⟦"Bring Points, Tiers, Rewards"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"tagline": ⟦"points in every profile"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"tagline": "Points in every profile, sent by SMS from Google Sheets"}"#,
                pack: pack
            ),
            RuleExample(
                manifest: #"{"name": "Acme Points And Tiers", "tagline": "Build Segments with Acme Points"}"#,
                pack: pack
            ),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "tagline", "isSentenceCase": true, SOURCE}]"#)

    var readsEnglish: Bool { true }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, pack.texts.contains(where: \.isSentenceCase) else { return }
        let names = [manifest.name?.value, manifest.builtBy?.value].compactMap(\.self)
        let sentenceCase = SentenceCase(names: names + [pack.title] + listing.catalogue.products.map(\.name))
        for limit in pack.texts where limit.isSentenceCase {
            for text in manifest.texts(of: limit.field) {
                guard let word = sentenceCase.fault(in: text.value) else { continue }
                findings.report(
                    "\"\(limit.field.rawValue)\" is not in sentence case at '\(word)'",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
