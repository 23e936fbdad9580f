import Diagnostics
import Listing
import LocatedJSON

/// Reports a text of the manifest that is longer than a marketplace allows.
struct ManifestTextTooLong: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-too-long",
        summary: "The texts of the manifest are no longer than the marketplace allows.",
        rationale: "A marketplace cuts a longer text off, or sends the listing back.",
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Larkspur Loyalty for Shops"⟧}"#, pack: namePack),
            RuleExample(manifest: #"{"tagline": ⟦"One two three four"⟧}"#, pack: taglinePack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Larkspur Loyalty"}"#, pack: namePack),
            RuleExample(
                manifest: #"{"name": "Larkspur Loyalty for Shops", "tagline": "One two three"}"#,
                pack: taglinePack
            ),
        ]
    )

    private static let namePack = """
        {"id": "example", "title": "Example", "texts": [{"field": "name", "mostCharacters": 20,
         "source": "example.com/limits", "read": "2026-01-01", "confidence": "primary"}]}
        """
    private static let taglinePack = """
        {"id": "example", "title": "Example", "texts": [{"field": "tagline", "mostWords": 3,
         "source": "example.com/limits", "read": "2026-01-01", "confidence": "primary"}]}
        """

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts {
            for text in manifest.texts(of: limit.field) {
                check(text, \.count, "characters", limit.mostCharacters, limit, pack, &findings)
                check(text, \.wordCount, "words", limit.mostWords, limit, pack, &findings)
                check(text, paragraphCount(of:), "paragraphs", limit.mostParagraphs, limit, pack, &findings)
            }
        }
    }

    private func check(
        _ text: Located<String>,
        _ count: (String) -> Int,
        _ unit: String,
        _ most: Int?,
        _ limit: TextLimit,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        // Nothing is counted of a text that is short in bytes: each character, word and paragraph has one at least.
        guard let most, text.value.utf8.count > most else { return }
        let count = count(text.value)
        guard count > most else { return }
        findings.report(
            "\"\(limit.field.rawValue)\" has \(count) \(unit), and \(most) are the most",
            at: text.range,
            under: limit.provenance,
            of: pack
        )
    }
}

extension String {
    fileprivate var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
