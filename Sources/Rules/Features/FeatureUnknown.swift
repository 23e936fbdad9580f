import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a `feature:` link to a feature that the manifest does not claim.
struct FeatureUnknown: Rule {
    static let description = RuleDescription(
        id: "feature-unknown",
        summary: "A 'feature:' link names a feature of the manifest.",
        rationale: "A page that documents what the manifest does not claim describes something that is not there.",
        flagged: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "## [Sync](feature:⟦snyc⟧)\n"
            ),
            RuleExample(manifest: #"{"features": []}"#, page: "See [exports](feature:⟦export⟧).\n"),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "sync"}]}"#, page: "See [the sync](feature:sync).\n"),
            RuleExample(manifest: #"{"features": []}"#, page: "Write `[Sync](feature:sync)`.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard listing.manifest != nil || listing.isDirectory else { return }
        for page in listing.pages {
            for reference in page.references(of: .feature) where listing.manifest?.feature(reference.id) == nil {
                guard let manifest = listing.manifest else {
                    findings.report(
                        "a page of the directory documents no feature: '\(reference.id)' is one of a listing",
                        at: page.place(reference.range)
                    )
                    continue
                }
                let guess = closestMatch(to: reference.id, among: manifest.features.map(\.id.value))
                findings.report(
                    "the manifest claims no feature '\(reference.id)'" + didYouMean(guess),
                    at: page.place(reference.range)
                )
            }
        }
    }
}
