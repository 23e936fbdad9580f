import Diagnostics
import Listing
import LocatedJSON

/// Reports a text of the manifest that is shorter than a marketplace asks for.
struct ManifestTextTooShort: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-too-short",
        summary: "The texts of the manifest are as long as the marketplace asks for.",
        rationale:
            "A line of two words tells nobody why the integration is worth a look. A bullet counts as a paragraph.",
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"Points"⟧}"#, pack: taglinePack),
            RuleExample(manifest: #"{"description": ⟦"Brings points into profiles."⟧}"#, pack: paragraphPack),
        ],
        allowed: [
            RuleExample(manifest: #"{"tagline": "Points in user profiles"}"#, pack: taglinePack),
            RuleExample(manifest: #"{"description": "Brings points.\n\nAnd tiers."}"#, pack: paragraphPack),
            RuleExample(manifest: #"{"description": "- Brings points\n- Brings tiers"}"#, pack: paragraphPack),
        ]
    )

    private static let taglinePack = examplePack(#""texts": [{"field": "tagline", "leastCharacters": 10, SOURCE}]"#)
    private static let paragraphPack = examplePack(
        #""texts": [{"field": "description", "leastParagraphs": 2, SOURCE}]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts {
            for text in manifest.texts(of: limit.field) {
                check(text, \.count, "characters", limit.leastCharacters, limit, pack, &findings)
                check(text, paragraphCount(of:), "paragraphs", limit.leastParagraphs, limit, pack, &findings)
            }
        }
    }

    private func check(
        _ text: Located<String>,
        _ count: (String) -> Int,
        _ unit: String,
        _ least: Int?,
        _ limit: TextLimit,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        guard let least else { return }
        let count = count(text.value)
        guard count < least else { return }
        findings.report(
            "\"\(limit.field.rawValue)\" has \(count) \(unit), and \(least) are the least",
            at: text.range,
            under: limit.provenance,
            of: pack
        )
    }
}

/// The paragraphs of a text; each bullet is one.
func paragraphCount(of text: String) -> Int {
    var count = 0
    var isInParagraph = false
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        let words = line.drop { $0 <= UInt8(ascii: " ") }
        let isBullet = bullets.contains { words.starts(with: $0.utf8) }
        if !words.isEmpty, isBullet || !isInParagraph { count += 1 }
        isInParagraph = !words.isEmpty
    }
    return count
}

private let bullets = ["- ", "* ", "• "]
