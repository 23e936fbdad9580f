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
                    of: pack,
                    fixes: fix(text.range, in: listing)
                )
            }
        }
    }

    /// Without the full stop the text says the same, unless it belongs to an abbreviation such as "U.S.".
    private func fix(_ place: SourceRange, in listing: ParsedListing) -> [Fix] {
        guard let bytes = listing.bytes(at: place.path), place.bytes.count > 3, place.bytes.end <= bytes.count else {
            return []
        }
        let text = bytes[(place.bytes.start + 1)..<(place.bytes.end - 1)]
        guard let period = text.lastIndex(of: UInt8(ascii: ".")), period > text.startIndex,
            text[(period + 1)...].allSatisfy({ $0 == UInt8(ascii: " ") })
        else { return [] }
        let word = Array(text[..<period].reversed().prefix { $0 != UInt8(ascii: " ") }.reversed())
        let range = SourceRange(path: place.path, bytes: ByteRange(period, place.bytes.end - 1))
        let edit = TextEdit(range, replacement: "")
        return [Fix("remove the full stop", safety: mayBeShort(word) ? .needsReview : .safe, edits: [edit])]
    }

    /// Whether a word may be an abbreviation, to which its full stop belongs: "U.S", "Inc", "etc".
    private func mayBeShort(_ word: [UInt8]) -> Bool {
        guard let first = word.first, !word.contains(UInt8(ascii: ".")) else { return true }
        let isShortName = first.isUpper && word.count <= 5
        return isShortName || Self.abbreviations.contains(word.map(\.foldedCase))
    }

    private static let abbreviations = Set(
        "approx co corp dept est etc excl gmbh inc incl intl jr ltd max min mr mrs no nr pty sr st vs"
            .split(separator: " ").map { Array($0.utf8) }
    )

    private func endsInPeriod(_ text: String) -> Bool {
        let end = text.reversed().drop(while: \.isWhitespace).prefix(2)
        return end.first == "." && end.dropFirst().first != "."
    }
}
