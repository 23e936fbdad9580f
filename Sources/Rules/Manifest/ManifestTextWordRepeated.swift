import Diagnostics
import Listing
import LocatedJSON

/// Reports a word that a text repeats more often than a marketplace allows.
struct ManifestTextWordRepeated: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-word-repeated",
        severity: .warning,
        summary: "A text repeats no word more often than the marketplace allows.",
        rationale: """
            A word that is said again and again is there for the search and not for the reader. Words of three letters \
            and fewer and the commonest others are not counted; which words are keywords no program knows, so this warns.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"description": ⟦"Coupon here, coupon there: a Coupon for coupons."⟧}"#,
                pack: pack
            ),
            RuleExample(manifest: #"{"description": ⟦"seal, seal, seal & seals"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"description": "Coupons for every coupon that your shop, your till have."}"#,
                pack: pack
            ),
            RuleExample(
                manifest: #"{"tagline": "seal seal seal seal", "description": "with with with with"}"#,
                pack: pack
            ),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "description", "mostWordRepeats": 3, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts {
            guard let most = limit.mostWordRepeats else { continue }
            for text in manifest.texts(of: limit.field) {
                guard let (word, count) = commonest(in: text.value), count > most else { continue }
                findings.report(
                    "\"\(limit.field.rawValue)\" has the word '\(word)' \(count) times, and \(most) are the most",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func commonest(in text: String) -> (word: String, count: Int)? {
        var counts: [String: Int] = [:]
        for word in FoldedText(text).singular.bytes.split(separator: UInt8(ascii: " ")) where word.count > 3 {
            counts[String(decoding: word, as: UTF8.self), default: 0] += 1
        }
        return counts.filter { !Self.smallWords.contains($0.key) }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }

    private static let smallWords: Set<String> = Set(
        """
        about after also before been between both does each every from have into just like many more most only other \
        over same some such than that their them then there these they this those under until very were what when \
        where which while will with without would your
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
