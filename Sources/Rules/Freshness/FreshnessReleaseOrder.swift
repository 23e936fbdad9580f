import Diagnostics
import Listing
import LocatedJSON

/// Reports a release that is not newer than the one recorded before it.
struct FreshnessReleaseOrder: Rule {
    static let description = RuleDescription(
        id: "freshness-release-order",
        severity: .warning,
        summary: "The recorded releases ascend, and the manifest's version is none before the newest of them.",
        rationale: """
            What changed is told from the last recorded release. In another order the comparison is with the wrong one. \
            Versions are compared by their numbers, so that 1.10 comes after 1.9.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"version": "1.10"}"#,
                record: #"{"releases": [{"version": "1.10"}, {"version": ⟦"1.9"⟧}]}"#
            ),
            RuleExample(manifest: #"{"version": ⟦"1.9"⟧}"#, record: #"{"releases": [{"version": "1.10"}]}"#),
            RuleExample(
                manifest: #"{"version": "2.0"}"#,
                record: #"{"releases": [{"version": "2.0"}, {"version": ⟦"2.0"⟧}]}"#
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"version": "1.10"}"#,
                record: #"{"releases": [{"version": "1.9"}, {"version": "1.10"}]}"#
            ),
            RuleExample(
                manifest: #"{"version": "2026-autumn"}"#,
                record: #"{"releases": [{"version": "2.0-beta"}, {"version": "2.0"}]}"#
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let recorded = (listing.record?.releases ?? []).map(\.version)
        for (earlier, later) in zip(recorded, recorded.dropFirst())
        where earlier.value == later.value || Self.isBefore(later, earlier) {
            findings.report(
                "release '\(later.value)' is recorded after '\(earlier.value)', which is not older",
                at: later.range,
                notes: [Note("the release before it", at: earlier.range)]
            )
        }
        guard let version = listing.manifest?.version, let newest = recorded.last, Self.isBefore(version, newest)
        else { return }
        findings.report(
            "version '\(version.value)' is before '\(newest.value)', which is recorded already",
            at: version.range,
            notes: [Note("recorded here", at: newest.range)]
        )
    }

    /// What has no number is neither before nor after anything.
    private static func isBefore(_ left: Located<String>, _ right: Located<String>) -> Bool {
        guard let left = VersionNumber(left.value), let right = VersionNumber(right.value) else { return false }
        return left < right
    }
}
