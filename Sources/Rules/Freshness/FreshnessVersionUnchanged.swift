import Diagnostics
import Listing
import LocatedJSON

/// Reports scopes that differ from those of the recorded release of the same version.
struct FreshnessVersionUnchanged: Rule {
    static let description = RuleDescription(
        id: "freshness-version-unchanged",
        summary: "When scopes or their requirement differ from the recorded release, the version is another one.",
        rationale: """
            Customers consented to what a version asked for. If the same version asks for something else, nobody can say \
            who has agreed to what; 'candor release' records what each version asks for.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"version": ⟦"1.0"⟧, "scopes": [{"id": "users:read"}, {"id": "events:send"}]}"#,
                record: record
            ),
            RuleExample(
                manifest: #"{"version": ⟦"1.0"⟧, "scopes": [{"id": "users:read", "requirement": "optional"}]}"#,
                record: record
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"version": "1.0", "scopes": [{"id": "users:read"}]}"#, record: record),
            RuleExample(manifest: #"{"version": "1.1", "scopes": [{"id": "events:send"}]}"#, record: record),
            RuleExample(manifest: #"{"version": "1.0", "scopes": [{"id": "events:send"}]}"#),
            RuleExample(
                manifest: #"{"version": "1.0", "scopes": [{"id": "users:read", "actor": "key"}]}"#,
                record: record,
                catalogue: """
                    {"complete": true, "checked": "2026-01-01",
                     "scopes": [{"id": "users:read", "title": "Read users", "description": "Read users.",
                                 "kind": "scope", "actors": ["key"]}]}
                    """
            ),
        ]
    )

    private static let record = """
        {"releases": [{"version": "1.0", "date": "2026-01-01",
         "scopes": [{"id": "users:read", "requirement": "required", "features": []}]}]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let newest = listing.record?.newest, let current = Release(of: listing),
            current.version.value == newest.version.value
        else { return }
        let change = PermissionChange(from: newest.scopes, to: current.scopes, in: listing.catalogue)
        guard !change.isEmpty else { return }
        findings.report(
            "the version is still '\(current.version.value)', but its recorded release asks for something else: "
                + Self.account(of: change),
            at: current.version.range,
            notes: [Note("recorded here", at: newest.version.range)]
        )
    }

    private static func account(of change: PermissionChange) -> String {
        let added = change.added.map { "'\($0.reference)' was added" }
        let removed = change.removed.map { "'\($0.reference)' was removed" }
        let altered = change.altered.map { "'\($0.reference)' became \($0.requirement.rawValue)" }
        return (added + removed + altered).joined(separator: ", ")
    }
}
