import Diagnostics
import Listing
import LocatedJSON

/// Reports an address that is longer than a marketplace takes.
struct ManifestLinkTooLong: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-link-too-long",
        summary: "The addresses of the manifest are no longer than the marketplace takes.",
        rationale: "An address that was cut off leads nowhere.",
        flagged: [
            RuleExample(manifest: #"{"links": {"website": ⟦"https://acme.example/integrations"⟧}}"#, pack: pack),
            RuleExample(manifest: #"{"support": {"url": ⟦"https://acme.example/help/contact"⟧}}"#, pack: pack),
        ],
        allowed: [
            RuleExample(manifest: #"{"links": {"website": "https://acme.example/"}}"#, pack: pack),
            RuleExample(manifest: #"{"support": {"url": "https://acme.example/help"}}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""listings": [{"mostLinkCharacters": 25, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let addresses = manifest.links.map(\.url) + [manifest.support?.url].compactMap(\.self)
        for limit in pack.listings {
            guard let most = limit.mostLinkCharacters else { continue }
            for address in addresses where address.value.count > most {
                findings.report(
                    "the address has \(address.value.count) characters, and \(most) are the most",
                    at: address.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }
}
