import Diagnostics
import Listing
import LocatedJSON

/// Reports a feature's section that is silent on one of the scopes that the feature needs.
struct FeatureScopeNotMentioned: Rule {
    static let description = RuleDescription(
        id: "feature-scope-not-mentioned",
        summary: "The section of a feature mentions every scope that the feature needs.",
        rationale: "The customer reads of a feature in its section, and there has to see what it asks for.",
        isCore: true,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}, {"id": "events:send"}],
                     "features": [{"id": "sync", "scopes": ["users:read"]},
                                  {"id": "track", "scopes": ["users:read", "events:send"]}]}
                    """,
                page: """
                    ## [Sync](feature:sync)

                    Needs [users](scope:users:read).

                    ## ⟦[Track](feature:track)⟧

                    Needs [events](scope:events:send).
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "sync", "scopes": ["tile:data", "users:write"]}]}
                    """,
                page: "## ⟦[Sync](feature:sync)⟧\n\nNeeds the key `tile:data`.\n"
            ),
        ],
        allowed: [
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\nNeeds users:read.\n"
            ),
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\nSays nothing, which 'scope-undocumented' reports.\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "track", "scopes": []}]}"#,
                page: "## [Track](feature:track)\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for feature in listing.manifest?.features ?? [] {
            let sections = listing.sections(of: feature)
            guard let first = sections.first else { continue }
            for scope in feature.scopes where !sections.contains(where: { listing.mentions(scope.value, in: $0) }) {
                guard !isUndocumentedEverywhere(scope.value, in: listing) else { continue }
                findings.report(
                    "the section of feature '\(feature.id.value)' does not mention scope '\(scope.value)'",
                    at: first.range,
                    notes: [Note("the feature needs it", at: scope.range)]
                )
            }
        }
    }

    /// Then `scope-undocumented` says so once for all features.
    private func isUndocumentedEverywhere(_ scope: String, in listing: ParsedListing) -> Bool {
        guard let request = listing.manifest?.scopes.first(where: { $0.isMeant(by: scope) }) else { return false }
        return listing.features(using: request).allSatisfy { feature in
            listing.sections(of: feature).allSatisfy { !listing.mentions(request, in: $0) }
        }
    }
}
