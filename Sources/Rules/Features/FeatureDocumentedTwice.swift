import Diagnostics
import Listing
import LocatedJSON

/// Reports a second section for one feature.
struct FeatureDocumentedTwice: Rule {
    static let description = RuleDescription(
        id: "feature-documented-twice",
        summary: "A feature has one section.",
        rationale: "Two descriptions of one thing drift apart, and the reader cannot know which of them holds.",
        flagged: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "## [Sync](feature:sync)\n\n## ⟦[Sync again](feature:sync)⟧\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                pages: ["index.md": "## [Sync](feature:sync)\n", "setup.md": "### ⟦[Sync](feature:sync)⟧\n"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "## [Sync](feature:sync)\n\nMore on [the sync](feature:sync).\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}, {"id": "match"}]}"#,
                page: "## [Sync](feature:sync)\n\n### [Match](feature:match)\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for feature in listing.manifest?.features ?? [] {
            let sections = listing.sections(of: feature)
            guard let first = sections.first else { continue }
            for second in sections.dropFirst() {
                findings.report(
                    "feature '\(feature.id.value)' is documented a second time",
                    at: second.range,
                    notes: [Note("its section is here", at: first.range)]
                )
            }
        }
    }
}
