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
            are compared, in any case, in the plural as well; a name counts also where it begins a word of several, as in \
            "HubSeal".
            """,
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Points for moengage"⟧}"#, pack: namePack),
            RuleExample(manifest: #"{"name": ⟦"Points (Add-on)"⟧}"#, pack: namePack),
            RuleExample(manifest: #"{"name": ⟦"MoEngageSeal"⟧, "builtBy": "MoEngageSeal"}"#, pack: namePack),
            RuleExample(manifest: #"{"name": ⟦"Points Add-ons"⟧}"#, pack: namePack),
            RuleExample(manifest: #"{"name": ⟦"SealMoEngage"⟧}"#, pack: namePack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Points", "tagline": "Points in MoEngage"}"#, pack: namePack),
            RuleExample(manifest: #"{"name": "MoEngagement Addons"}"#, pack: namePack),
        ]
    )

    private static let namePack = examplePack(
        #""texts": [{"field": "name", "forbiddenWords": ["MoEngage", "add-on"], SOURCE}]"#
    )

    var readsEnglish: Bool { true }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where !limit.forbiddenWords.isEmpty {
            for text in manifest.texts(of: limit.field) {
                let folded = FoldedText(text.value)
                let singular = folded.singular
                for word in limit.forbiddenWords
                where folded.contains(FoldedText(word)) || singular.contains(FoldedText(word).singular)
                    || text.value.hasPart(word)
                {
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

extension String {
    /// Whether a name is a part of one of the words: at its beginning or, if it is no short one, anywhere.
    fileprivate func hasPart(_ name: String) -> Bool {
        guard name.utf8.first?.isUpper == true else { return false }
        let bytes = Array(utf8)
        let part = Array(name.utf8)
        return bytes.indices.contains { start in
            bytes[start...].starts(with: part)
                && (start == 0 || part.count >= 6 || !bytes[start - 1].isInWord)
                && bytes[(start + part.count)...].first.map { !$0.isLetter || $0.isUpper } ?? true
        }
    }
}
