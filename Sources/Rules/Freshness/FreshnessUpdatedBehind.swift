import Diagnostics
import Listing
import LocatedJSON

/// Reports a listing that says it was last changed before its newest page or picture.
struct FreshnessUpdatedBehind: Rule {
    static let description = RuleDescription(
        id: "freshness-updated-behind",
        severity: .warning,
        summary: "\"updated\" of the manifest is no earlier than that of any page, and no medium was taken after it.",
        rationale: """
            The date is what readers and reviewers see of a listing's age, and what later checks count from; one that is \
            left behind makes a changed listing look unchanged.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"updated": ⟦"2026-03-01"⟧}"#,
                page: "---\ntitle: Overview\nupdated: 2026-03-02\n---\n\nText.\n"
            ),
            RuleExample(
                manifest:
                    #"{"updated": ⟦"2026-03-01"⟧, "media": [{"id": "a", "kind": "screenshot", "taken": "2026-05-01"}]}"#
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"updated": "2026-03-01", "media": [{"id": "a", "kind": "screenshot", "taken": "2025-12-31"}]}
                    """,
                page: "---\ntitle: Overview\nupdated: 2026-03-01\n---\n\nText.\n"
            ),
            RuleExample(manifest: "{}", page: "---\ntitle: Overview\nupdated: 2026-03-01\n---\n\nText.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, let updated = manifest.updated else { return }
        let dates = listing.pages.compactMap(\.frontMatter.updated) + manifest.media.compactMap(\.taken)
        guard let newest = dates.max(by: { $0.value < $1.value }), updated.value < newest.value else { return }
        findings.report(
            "the listing says that it was last changed on \(updated.value), but something in it is of \(newest.value)",
            at: updated.range,
            notes: [Note("the newest date stands here", at: newest.range)],
            fixes: [
                Fix(
                    "write \"\(newest.value)\"",
                    safety: .needsReview,
                    edits: [TextEdit(updated.range, replacement: "\"\(newest.value)\"")]
                )
            ]
        )
    }
}
