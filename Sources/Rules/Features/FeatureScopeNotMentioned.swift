import Diagnostics
import Listing
import LocatedJSON

/// Reports a feature's section that is silent on one of the scopes that the feature needs.
struct FeatureScopeNotMentioned: Rule {
    static let description = RuleDescription(
        id: "feature-scope-not-mentioned",
        summary: "The section of a feature mentions every scope that the feature needs.",
        rationale: """
            The customer reads of a feature in its section, and there has to see what it asks for. Of a bundle, the \
            section also names the members that the feature's operations need: the bundle alone tells little.
            """,
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
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "sync", "scopes": ["tile:data"], "operations": ["put-user"]}]}
                    """,
                page:
                    "## ⟦[Sync](feature:sync)⟧\n\nNeeds the key `tile:data`, and says not which of its doors is used.\n"
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
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "sync", "scopes": ["tile:data"], "operations": ["put-user", "get-user"]}]}
                    """,
                page: "## [Sync](feature:sync)\n\nNeeds the key `tile:data` for `users:write`.\n"
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
            checkMembers(of: feature, in: sections, at: first.range, listing, &findings)
        }
    }

    /// What an operation needs of a bundle has to be named; any one of several sets of scopes will do.
    private func checkMembers(
        of feature: Feature,
        in sections: [FeatureSection],
        at range: SourceRange,
        _ listing: ParsedListing,
        _ findings: inout RuleFindings
    ) {
        let members = listing.bundledScopes
        let named = sections.reduce(into: Set<String>()) { named, section in
            for mention in section.mentions where !listing.catalogue.isBundle(mention) {
                named.formUnion(listing.catalogue.scopesGranted(by: mention))
            }
        }
        for name in feature.operations {
            let sets = listing.catalogue.operation(name.value)?.scopes ?? []
            let missing = sets.map { set in set.map(\.value).filter { members.contains($0) && !named.contains($0) } }
            guard !missing.isEmpty, missing.allSatisfy({ !$0.isEmpty }),
                let shortest = missing.min(by: { $0.count < $1.count })
            else { continue }
            for scope in shortest {
                findings.report(
                    "the section of feature '\(feature.id.value)' does not mention '\(scope)', which it uses of a bundle",
                    at: range,
                    notes: [Note("operation '\(name.value)' needs it", at: name.range)]
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
