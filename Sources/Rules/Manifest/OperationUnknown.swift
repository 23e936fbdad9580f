import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that the platform's catalogue does not know.
struct OperationUnknown: Rule {
    static let description = RuleDescription(
        id: "operation-unknown",
        summary: "An operation that a feature or a peak names is one of the catalogue.",
        rationale: "What a call needs and how often it may be made can be told only of calls that exist.",
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": "sync", "operations": ["get-user", ⟦"get-usr"⟧]}]}"#),
            RuleExample(manifest: #"{"usage": [{"operation": ⟦"fly"⟧, "peak": {"count": 1, "per": "minute"}}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "sync", "operations": ["get-user"]}]}"#),
            RuleExample(manifest: #"{"usage": [{"operation": "put-user", "peak": {"count": 1, "per": "minute"}}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for name in manifest.features.flatMap(\.operations) + manifest.usage.map(\.operation)
        where listing.catalogue.operation(name.value) == nil {
            let guess = closestMatch(to: name.value, among: listing.catalogue.operations.map(\.id.value))
            findings.report(
                "the catalogue has no operation '\(name.value)'" + didYouMean(guess),
                at: name.range,
                fixes: renameFix(guess, at: name.range)
            )
        }
    }
}
