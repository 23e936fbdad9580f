import Diagnostics
import Listing
import LocatedJSON

/// Reports two links of the manifest that lead to the same page where a marketplace wants them apart.
struct ManifestLinksRepeated: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-links-repeated",
        summary: "No two links of the manifest have the same address, where the marketplace wants them apart.",
        rationale: "A documentation that is the home page documents nothing. A final slash makes no difference.",
        flagged: [
            RuleExample(
                manifest: #"{"links": {"website": "https://acme.example/", "terms": ⟦"https://acme.example"⟧}}"#,
                pack: pack
            ),
            RuleExample(
                manifest: #"{"links": {"privacy": "https://acme.example/a", "terms": ⟦"https://acme.example/a"⟧}}"#,
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"links": {"website": "https://acme.example/", "terms": "https://acme.example/terms"}}"#,
                pack: pack
            ),
            RuleExample(
                manifest: #"{"links": {"website": "https://acme.example/", "terms": "https://acme.example/"}}"#,
                pack: examplePack(#""listings": [{"mostCategories": 2, SOURCE}]"#)
            ),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsDistinctLinks": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let links = listing.manifest?.links else { return }
        for limit in pack.listings where limit.needsDistinctLinks {
            var first: [Substring: ListingLink] = [:]
            for link in links {
                let address = link.url.value.hasSuffix("/") ? link.url.value.dropLast() : link.url.value[...]
                guard let other = first[address] else {
                    first[address] = link
                    continue
                }
                findings.report(
                    "\"\(link.kind.rawValue)\" has the same address as \"\(other.kind.rawValue)\"",
                    at: link.url.range,
                    under: limit.provenance,
                    of: pack,
                    notes: [Note("\"\(other.kind.rawValue)\" is here", at: other.url.range)]
                )
            }
        }
    }
}
