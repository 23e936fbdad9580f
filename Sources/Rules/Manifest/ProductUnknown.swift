import Diagnostics
import Listing
import LocatedJSON

/// Reports a product that the platform's catalogue does not know.
struct ProductUnknown: Rule {
    static let description = RuleDescription(
        id: "product-unknown",
        summary: "An integration complements products of the catalogue.",
        rationale: "Readers look for what works with the product that they have.",
        flagged: [
            RuleExample(manifest: #"{"complements": ["segments", ⟦"segmnets"⟧]}"#),
            RuleExample(manifest: #"{"complements": [⟦"Segments of users"⟧]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"complements": ["segments"]}"#),
            RuleExample(manifest: #"{"complements": []}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for name in listing.manifest?.complements ?? [] where listing.catalogue.product(name.value) == nil {
            let guess = closestMatch(to: name.value, among: listing.catalogue.products.map(\.id.value))
            findings.report(
                "the catalogue has no product '\(name.value)'" + didYouMean(guess),
                at: name.range,
                fixes: renameFix(guess, at: name.range)
            )
        }
    }
}
