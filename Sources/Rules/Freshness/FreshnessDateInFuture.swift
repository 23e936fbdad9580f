import Diagnostics
import Listing
import LocatedJSON

/// Reports a day on which something is said to have happened and which is still to come.
struct FreshnessDateInFuture: DatedRule {
    static let description = RuleDescription(
        id: "freshness-date-in-future",
        severity: .warning,
        summary: "What is dated has happened.",
        rationale: """
            A listing that was "updated" next year looks fresh for as long, and no check of its age finds anything. The \
            day after today is allowed: it has begun in another part of the world.
            """,
        flagged: [
            RuleExample(manifest: #"{"updated": ⟦"2131-01-01"⟧}"#),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "taken": ⟦"2131-01-01"⟧}]}"#,
                page: "---\ntitle: Set-up\nupdated: ⟦2131-02-01⟧\n---\n\nText.\n"
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"updated": "2026-01-01"}"#),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "taken": "2025-12-31"}]}"#,
                page: "---\ntitle: Set-up\nupdated: 2026-01-01\n---\n\nText.\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, on today: CalendarDate, reporting findings: inout RuleFindings) {
        check(listing.manifest?.updated, "\"updated\" is", today, &findings)
        for page in listing.pages { check(page.frontMatter.updated, "the page was updated on", today, &findings) }
        for item in listing.manifest?.media ?? [] {
            check(item.taken, "'\(item.id.value)' was taken on", today, &findings)
        }
    }

    private func check(
        _ date: Located<CalendarDate>?,
        _ start: @autoclosure () -> String,
        _ today: CalendarDate,
        _ findings: inout RuleFindings
    ) {
        guard let date, date.value.dayNumber > today.dayNumber + 1 else { return }
        findings.report("\(start()) \(date.value), which is still to come", at: date.range)
    }
}
