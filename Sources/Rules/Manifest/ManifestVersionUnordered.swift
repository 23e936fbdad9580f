import Diagnostics
import Listing
import LocatedJSON

/// Reports a version that cannot be told to be older or newer than another.
struct ManifestVersionUnordered: Rule {
    static let description = RuleDescription(
        id: "manifest-version-unordered",
        severity: .warning,
        summary: "A version begins with a number.",
        rationale: """
            Whether a picture is older than a feature, and whether a release that asks for more has a new version, is \
            told by comparing versions; with "latest" or "soon" nothing can be compared, and nothing is found.
            """,
        flagged: [
            RuleExample(manifest: #"{"version": ⟦"latest"⟧}"#),
            RuleExample(
                manifest: """
                    {"version": "1.2", "features": [{"id": "sync", "since": ⟦"soon"⟧}],
                     "scopes": [{"id": "users:read", "since": ⟦"the beginning"⟧}],
                     "media": [{"id": "a", "kind": "screenshot", "version": ⟦"x.1"⟧}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"version": "1.2.0-beta"}"#),
            RuleExample(manifest: #"{"version": "v2", "features": [{"id": "sync", "since": "2025.11"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        check(manifest.version, "version", &findings)
        for scope in manifest.scopes { check(scope.since, "since", &findings) }
        for feature in manifest.features { check(feature.since, "since", &findings) }
        for item in manifest.media { check(item.version, "version", &findings) }
    }

    private func check(_ version: Located<String>?, _ key: String, _ findings: inout RuleFindings) {
        guard let version, VersionNumber(version.value) == nil else { return }
        findings.report(
            "\"\(key)\" is '\(version.value)', which is neither before nor after any other version",
            at: version.range
        )
    }
}
