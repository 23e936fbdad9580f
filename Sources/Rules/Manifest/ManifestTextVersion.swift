import Diagnostics
import Listing
import LocatedJSON

/// Reports the number of a version in a text that must have none.
struct ManifestTextVersion: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-version",
        summary: "A text has no number of a version where the marketplace wants none.",
        rationale: "A name with a version in it is another name after the next release, and nobody finds the old one.",
        flagged: [
            RuleExample(manifest: #"{"name": ⟦"Waxseal 2.0"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"name": ⟦"Waxseal V3 beta"⟧}"#, pack: pack),
            RuleExample(manifest: #"{"name": ⟦"Waxseal, version 4"⟧}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Studio 54", "tagline": "As of 2.0"}"#, pack: pack),
            RuleExample(manifest: #"{"name": "Vitamin V8s"}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""texts": [{"field": "name", "forbidsVersion": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where limit.forbidsVersion {
            for text in manifest.texts(of: limit.field) {
                guard let version = version(in: text.value) else { continue }
                findings.report(
                    "\"\(limit.field.rawValue)\" has the version '\(version)'",
                    at: text.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    /// `2.0`, `v3`, or a number behind the word.
    private func version(in text: String) -> Substring? {
        let words = text.split { " ,()[]:".contains($0) }
        for (index, word) in words.enumerated() {
            let digits = word.drop { $0 == "v" || $0 == "V" }
            guard digits.first?.isNumber == true, digits.allSatisfy({ $0.isNumber || $0 == "." }) else { continue }
            let isNamed = index > 0 && ["version", "release"].contains(words[index - 1].lowercased())
            if word != digits || isNamed || digits.dropLast().contains(".") { return word }
        }
        return nil
    }
}
