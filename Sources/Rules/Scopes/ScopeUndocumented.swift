import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that no section documenting one of its features mentions.
struct ScopeUndocumented: Rule {
    static let description = RuleDescription(
        id: "scope-undocumented",
        summary: "Every requested scope is mentioned in the section of a feature that needs it.",
        rationale: """
            The customer sees the scope on the consent screen and must find on the page what it is needed for. A name \
            counts only as a whole token in prose or inline code, or as a 'scope:' link, and not where the sentence says \
            that the scope is not needed.
            """,
        isCore: true,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}], "features": [{"id": "sync", "scopes": ["users:read"]}]}
                    """,
                page: "## [Sync](feature:sync)\n\nMembers are matched every night.\n"
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}], "features": [{"id": "sync", "scopes": ["users:read"]}]}
                    """,
                page: "## [Sync](feature:sync)\n\nIt needs users:read.all and `users:reader`.\n\n```\nusers:read\n```\n"
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}], "features": [{"id": "sync", "scopes": ["users:read"]}]}
                    """,
                page: "## Permissions\n\nWe ask for [`users:read`](scope:users:read).\n"
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}, {"id": ⟦"events:send"⟧}],
                     "features": [{"id": "sync", "scopes": ["users:read", "events:send"]}]}
                    """,
                page: "## [Sync](feature:sync)\n\nIt does not need `users:read`, and no events:send is required.\n"
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:read"⟧}, {"id": ⟦"events:send"⟧}],
                     "features": [{"id": "sync", "scopes": ["users:read", "events:send"]}]}
                    """,
                page: "## [Sync](feature:sync)\n\nUnused: `users:read` is not required.\n\nThis needs no events:send.\n"
            ),
        ],
        allowed: [
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\nIt [reads members](scope:users:read).\n"
            ),
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\n### Permissions\n\nIt needs `users:read`.\n"
            ),
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\nIt does not work without `users:read`, and needs no more than that.\n"
            ),
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read"}], "features": [{"id": "sync", "scopes": ["users:read"]}]}"#,
                page: "## [Sync](feature:sync)\n\nIt does not ask for `users:read` until you turn on holds.\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var headings: WordyHeadings?
        for request in listing.manifest?.scopes ?? [] {
            let features = listing.features(using: request)
            guard !features.isEmpty else { continue }
            let sections = features.flatMap { listing.sections(of: $0) }
            guard !sections.contains(where: { listing.mentions(request, in: $0) }) else { continue }
            if headings == nil { headings = WordyHeadings(of: listing) }
            findings.report(
                "scope '\(request.name)' is requested, but no section of a feature that needs it mentions it",
                at: request.id.range,
                notes: notes(for: features, in: listing, headings)
            )
        }
    }

    private func notes(for features: [Feature], in listing: ParsedListing, _ headings: WordyHeadings?) -> [Note] {
        features.flatMap { feature in
            let sections = listing.sections(of: feature)
            guard !sections.isEmpty else {
                if let heading = headings?.place(of: feature) {
                    return [Note(WordyHeadings.message(on: feature), at: heading)]
                }
                return [Note("feature '\(feature.id.value)' needs it and has no section", at: feature.id.range)]
            }
            return sections.map { Note("feature '\(feature.id.value)' needs it, and is documented here", at: $0.range) }
        }
    }
}
