import Diagnostics
import Listing
import LocatedJSON

/// Reports a scope or operation that a feature names twice.
struct FeatureEntryRepeated: Rule {
    static let description = RuleDescription(
        id: "feature-entry-repeated",
        severity: .warning,
        summary: "A feature names each scope and each operation once.",
        rationale: "An entry that stands twice was most likely meant to be another one, which is missing.",
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": "a", "scopes": ["users:read", ⟦"users:read"⟧]}]}"#),
            RuleExample(
                manifest: #"{"features": [{"id": "a", "operations": ["get-user", "put-user", ⟦"get-user"⟧]}]}"#
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "a", "scopes": ["users:read", "events:send"]}]}"#),
            RuleExample(
                manifest: """
                    {"features": [{"id": "a", "operations": ["get-user"]}, {"id": "b", "operations": ["get-user"]}]}
                    """
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for feature in listing.manifest?.features ?? [] {
            check(feature.scopes, "scope", of: feature, &findings)
            check(feature.operations, "operation", of: feature, &findings)
        }
    }

    private func check(_ names: [Located<String>], _ kind: String, of feature: Feature, _ findings: inout RuleFindings)
    {
        var first: [String: SourceRange] = [:]
        for name in names {
            if let place = first[name.value] {
                findings.report(
                    "feature '\(feature.id.value)' names \(kind) '\(name.value)' twice",
                    at: name.range,
                    notes: [Note("first named here", at: place)]
                )
            } else {
                first[name.value] = name.range
            }
        }
    }
}
