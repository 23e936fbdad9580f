import Diagnostics
import Listing
import LocatedJSON

/// Reports a claimed feature without a section, or with one that says next to nothing.
struct FeatureUndocumented: Rule {
    static let description = RuleDescription(
        id: "feature-undocumented",
        summary: "Every feature has a section with at least 20 words of prose.",
        rationale: """
            A claim that no page explains cannot be checked by anybody. A heading opens the section of a feature when \
            its whole text is a link to 'feature:' and the feature's id. Emphasis, numbers, pictographs and punctuation make no \
            difference, and neither does a badge such as "(beta)", "(preview)", "(planned)" or "(optional)" after the link; \
            with more words a heading opens no section. Code blocks and picture texts are no prose.
            """,
        isCore: true,
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": ⟦"sync"⟧}]}"#, page: "## Sync\n\nEvery night.\n"),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "### ⟦How to [sync](feature:sync)⟧\n\n\(twentyWords)\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page:
                    "## ⟦[Sync](feature:sync)⟧\n\nEvery night.\n\n```\n\(twentyWords)\n```\n\n## More\n\n\(twentyWords)\n"
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "## [Sync](feature:sync)\n\n\(twentyWords)\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "## [Sync](feature:sync)\n\n### How\n\n\(twentyWords)\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: "### 🛠 3. **[Sync](feature:sync)** (beta)\n\n\(twentyWords)\n"
            ),
        ]
    )

    private static let leastWords = 20
    private static let twentyWords = """
        Every night the members of the programme are read and each of them is matched to the profile with the same address.
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let features = listing.manifest?.features ?? []
        let silent = features.filter { listing.sections(of: $0).isEmpty }
        if !silent.isEmpty { report(silent, in: listing, to: &findings) }
        for feature in features {
            let sections = listing.sections(of: feature)
            if sections.allSatisfy({ $0.wordCount < Self.leastWords }), let longest = longest(of: sections) {
                findings.report(
                    "the section of feature '\(feature.id.value)' has \(longest.wordCount) word\(longest.wordCount == 1 ? "" : "s") of prose, and "
                        + "\(Self.leastWords) are the least",
                    at: longest.range,
                    notes: [Note("claimed here", at: feature.id.range)]
                )
            }
        }
    }

    /// Where a heading only has words too many, it is what has to be mended.
    private func report(_ silent: [Feature], in listing: ParsedListing, to findings: inout RuleFindings) {
        let headings = WordyHeadings(of: listing)
        for feature in silent {
            let advice = "begin its section with a heading '## [\(feature.name)](feature:\(feature.id.value))'"
            guard let heading = headings.place(of: feature) else {
                findings.report(
                    "feature '\(feature.id.value)' is claimed, but no section documents it",
                    at: feature.id.range,
                    notes: [Note(advice)]
                )
                continue
            }
            findings.report(
                WordyHeadings.message(on: feature),
                at: heading,
                notes: [Note("claimed here", at: feature.id.range), Note(advice)]
            )
        }
    }

    private func longest(of sections: [FeatureSection]) -> FeatureSection? {
        sections.max { $0.wordCount < $1.wordCount }
    }
}
