import Diagnostics
import Listing
import LocatedJSON

/// Reports a text that only the marketplace asks for and the manifest does not have.
struct ManifestTextMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-text-missing",
        summary: "The manifest has every text that the marketplace asks for.",
        rationale: """
            A form with an empty field is not accepted. What every manifest has to have, whatever the marketplace, is \
            missed when it is read; this rule is about the rest.
            """,
        flagged: [
            RuleExample(manifest: #"⟦⟧{"name": "Acme"}"#, pack: uniquePack),
            RuleExample(
                manifest: #"{"media": [⟦{"id": "a", "kind": "screenshot"}⟧, {"id": "b", "caption": "Set-up"}]}"#,
                pack: captionPack
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"unique": "It keeps a ledger of points."}"#, pack: uniquePack),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo"}, {"id": "b", "caption": "Set-up"}]}"#,
                pack: captionPack
            ),
        ]
    )

    private static let uniquePack = examplePack(#""texts": [{"field": "unique", "isRequired": true, SOURCE}]"#)
    private static let captionPack = examplePack(#""texts": [{"field": "caption", "isRequired": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.texts where limit.isRequired {
            for place in places(without: limit.field, in: manifest) {
                findings.report(
                    "\"\(limit.field.rawValue)\" is missing",
                    at: place,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    /// Where an optional text is missing; the parser has reported those that every manifest must have.
    private func places(without field: TextLimit.Field, in manifest: IntegrationManifest) -> [SourceRange] {
        switch field {
        case .unique: manifest.unique == nil ? [manifest.start] : []
        case .caption: manifest.media.filter { $0.caption == nil && $0.kind != .logo }.map(\.range)
        case .name, .tagline, .builtBy, .description, .featureTitle, .featureSummary, .alt: []
        }
    }
}
