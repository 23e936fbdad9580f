import Diagnostics
import Listing
import LocatedJSON

/// Reports a resource that the scopes in use open and no data statement speaks of.
struct PolicyDataStatementMissing: MarketplaceRule {
    static let description = RuleDescription(
        id: "policy-data-statement-missing",
        summary: "Every kind of data that the scopes in use open has a statement in \"data\".",
        rationale: """
            A customer has to know what becomes of the data: what it is for, how long it is kept, and what remains after \
            disconnecting. A statement speaks of a scope when its object holds the scope's resource or one of its terms, \
            in singular or plural, with hyphens or without. What else it is called belongs in "terms" in platform.json.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}], "features": [{"id": "a", "scopes": ["users:read"]}],
                     "data": [{"object": "Events", "direction": "write"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"key"⟧}], "features": [{"id": "a", "scopes": ["events:send"]}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"flows:view"⟧}], "features": [{"id": "a", "scopes": ["flows:view"]}],
                     "data": [{"object": "Flows", "direction": "read"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "flows:view"}], "features": [{"id": "a", "scopes": ["flows:view"]}],
                     "data": [{"object": "Flows", "direction": "read"}, {"object": "Campaigns", "direction": "read"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}], "features": [{"id": "a", "scopes": ["users:read"]}],
                     "data": [{"object": "Profile of the user", "direction": "read"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "people:read"}, {"id": "emails:read"}],
                     "features": [{"id": "a", "scopes": ["people:read", "emails:read"]}],
                     "data": [{"object": "Person", "direction": "read"}, {"object": "E-mails", "direction": "read"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "key"}], "features": [{"id": "a", "scopes": ["events:send"]}],
                     "data": [{"object": "Activities", "direction": "write"}]}
                    """,
                catalogue: dataCatalogue,
                pack: pack
            ),
        ]
    )

    private static let pack = examplePack(#""listings": [{"needsDataStatements": true, SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard pack.listings.contains(where: \.needsDataStatements), listing.manifest != nil else { return }
        var reported: Set<String> = []
        for opened in DataCover(of: listing).scopes {
            for resource in opened.silentResources where reported.insert(resource).inserted {
                report(resource, opened, pack, &findings)
            }
        }
    }

    private func report(
        _ resource: String,
        _ opened: DataCover.OpenedScope,
        _ pack: RulePack,
        _ findings: inout RuleFindings
    ) {
        for limit in pack.listings where limit.needsDataStatements {
            findings.report(
                "\"data\" does not speak of \(resource), which '\(opened.scope.id.value)' opens",
                at: opened.request.id.range,
                under: limit.provenance,
                of: pack,
                notes: [Note(DataCover.termsAdvice)]
            )
        }
    }
}

/// A platform whose scopes have resources, for the examples of rules on data.
let dataCatalogue = """
    {"complete": true, "checked": "2026-01-01", "scopes": [
      {"id": "users:read", "title": "Read users", "description": "Reads users.", "kind": "scope",
       "resource": "users", "actions": ["read"], "terms": ["profile"]},
      {"id": "users:write", "title": "Change users", "description": "Changes users.", "kind": "scope",
       "resource": "users", "actions": ["write"], "terms": ["profile"]},
      {"id": "events:send", "title": "Send events", "description": "Sends events.", "kind": "scope",
       "resource": "events", "actions": ["write"], "terms": ["activity"]},
      {"id": "segments:manage", "title": "Manage segments", "description": "Reads and changes segments.",
       "kind": "scope", "resource": "segments", "actions": ["read", "write"]},
      {"id": "products:manage", "title": "Manage products", "description": "Manages products.", "kind": "scope",
       "resource": "products", "actions": ["manage"]},
      {"id": "orders:read", "title": "Read orders", "description": "Reads orders.", "kind": "scope",
       "resource": "orders", "actions": ["read"]},
      {"id": "orders:write", "title": "Change orders", "description": "Changes orders.", "kind": "scope",
       "resource": "orders", "actions": ["write"], "implies": ["orders:read"]},
      {"id": "people:read", "title": "Read people", "description": "Reads people.", "kind": "scope",
       "resource": "people", "actions": ["read"]},
      {"id": "emails:read", "title": "Read emails", "description": "Reads emails.", "kind": "scope",
       "resource": "emails", "actions": ["read"]},
      {"id": "flows:view", "title": "View", "description": "Reads both.", "kind": "scope",
       "resource": "campaigns and flows", "actions": ["read"], "terms": ["campaign", "flow"]},
      {"id": "key", "title": "Key", "description": "All.", "kind": "bundle",
       "members": ["users:read", "users:write", "events:send"]}
    ]}
    """
