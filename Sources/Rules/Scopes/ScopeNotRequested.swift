import Diagnostics
import Listing
import LocatedJSON

/// Reports a scope that a feature or a page speaks of and the integration does not request.
struct ScopeNotRequested: Rule {
    static let description = RuleDescription(
        id: "scope-not-requested",
        summary: "A feature needs, and a page speaks of, only scopes that are requested or granted by one that is.",
        rationale: "A page that speaks of another permission than the consent screen misleads, in either direction.",
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read", ⟦"events:send"⟧]}]}
                    """
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}]}"#,
                page: "It needs [users](scope:users:read), [events](scope:⟦events:send⟧).\n"
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}]}"#,
                page: "The scope ⟦events:send⟧ is needed, and so is ⟦`users:write`⟧.\n"
            ),
        ],
        allowed: [
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:write"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "It reads [users](scope:users:read).\n"
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "tile:data"}]}"#,
                page: "The key also allows [deletion](scope:users:delete), which is not used.\n"
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}]}"#,
                page: "**Can it send events?** No. It does not ask for `events:send`.\n"
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}]}"#,
                page: "```\nevents:send\n```\n\nSee events:sender.\n"
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}]}"#,
                record: #"{"releases": [{"version": "1.0", "scopes": [{"id": "events:send"}]}]}"#,
                page: "---\ntitle: Changes\nkind: changelog\n---\n\nThe scope events:send is asked for no more.\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else {
            if listing.isDirectory { checkDirectory(listing, &findings) }
            return
        }
        let granted = listing.grantedScopes
        for feature in manifest.features {
            for scope in feature.scopes where !isGranted(scope.value, granted, manifest) {
                let guess = closestMatch(to: scope.value, among: manifest.scopes.map(\.name))
                findings.report(
                    "feature '\(feature.id.value)' needs scope '\(scope.value)', which is not requested"
                        + didYouMean(guess),
                    at: scope.range,
                    fixes: renameFix(guess, at: scope.range)
                )
            }
        }
        let recorded = recordedScopes(of: listing)
        for page in listing.pages {
            let past = page.frontMatter.kind?.value == .changelog ? recorded : []
            for mention in page.scopeMentions
            where !mention.isDenied && !isGranted(mention.scope, granted, manifest) && !past.contains(mention.scope) {
                findings.report(
                    "the page speaks of scope '\(mention.scope)', which is not requested",
                    at: mention.range,
                    notes: [Note("scopes are requested here", at: manifest.scopes.first?.range ?? manifest.start)]
                )
            }
        }
    }

    /// What earlier releases asked for: a changelog has to name what was removed.
    private func recordedScopes(of listing: ParsedListing) -> Set<String> {
        (listing.record?.releases ?? []).reduce(into: []) { names, release in
            for scope in release.scopes { names.formUnion([scope.id, scope.reference]) }
        }
    }

    /// The pages of the directory itself may speak of every scope that there is.
    private func checkDirectory(_ listing: ParsedListing, _ findings: inout RuleFindings) {
        for page in listing.pages {
            for mention in page.scopeMentions where !listing.catalogue.hasScope(mention.scope) {
                let guess = closestMatch(to: mention.scope, among: listing.catalogue.scopes.map(\.id.value))
                findings.report(
                    "the catalogue has no scope '\(mention.scope)'" + didYouMean(guess),
                    at: mention.range
                )
            }
        }
    }

    private func isGranted(_ reference: String, _ granted: Set<String>, _ manifest: IntegrationManifest) -> Bool {
        granted.contains(reference) || manifest.scopes.contains { $0.isMeant(by: reference) }
    }
}
