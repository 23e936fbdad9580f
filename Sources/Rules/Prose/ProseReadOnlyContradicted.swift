import Diagnostics
import Listing
import LocatedJSON

/// Reports "read-only" or "never writes" beside a scope that writes or deletes and that is used.
struct ProseReadOnlyContradicted: ProseRule {
    static let description = RuleDescription(
        id: "prose-read-only-contradicted",
        severity: .warning,
        summary: "What a page says that the integration never does is not what it uses a scope for.",
        rationale: """
            A customer who was told that nothing is written will not expect a permission to write. A bundle that cannot be \
            narrowed is judged by those of its members that features use.
            """,
        flagged: [
            RuleExample(
                manifest: ProseExamples.writer,
                page: "⟦Acorn is read-only.⟧ ⟦It never writes to Harbour.⟧ ⟦Acorn only reads profiles.⟧\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: """
                    {"name": "Acorn", "scopes": [{"id": "tile:data"}],
                     "features": [{"id": "send", "scopes": ["tile:data", "events:send"]}]}
                    """,
                page: "⟦Nothing is written.⟧ Profiles are never changed. ⟦Acorn does not create events.⟧\n",
                catalogue: ProseExamples.catalogue
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"name": "Acorn", "scopes": [{"id": "users:all"}]}"#,
                page: "Nothing is deleted in Harbour. Acorn never deletes users.\n",
                catalogue: """
                    {"complete": true, "checked": "2026-01-01", "products": [{"id": "harbour", "name": "Harbour"}],
                     "scopes": [{"id": "users:all", "title": "Users", "description": "Users.", "kind": "scope",
                                 "resource": "users", "actions": ["manage"], "terms": ["user"]}]}
                    """
            ),
            RuleExample(
                manifest: ProseExamples.writer,
                page: "In reviews Acorn only reads profiles. With `users:read` alone nothing is changed.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.reader,
                page: "Acorn is read-only. It never writes to Harbour.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: """
                    {"name": "Acorn", "scopes": [{"id": "tile:data"}],
                     "features": [{"id": "match", "scopes": ["tile:data", "users:read"]}]}
                    """,
                page: "Acorn only reads profiles and writes nothing.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.writer,
                page: "Acorn never deletes a profile, and does not change profiles that others made.\n",
                catalogue: ProseExamples.catalogue
            ),
        ]
    )

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest,
            prose.pages.contains(where: { $0.sentences.contains { $0.marks.contains(.denial) } })
        else { return }
        let use = ScopeUse(of: listing, prose.vocabulary.resources)
        guard !use.changing.isEmpty else { return }
        let names = [manifest.name?.value, manifest.builtBy?.value].compactMap(\.self)
        let reader = DenialReader(prose.vocabulary, names: names)
        for page in prose.pages {
            for sentence in page.sentences where sentence.marks.contains(.denial) {
                let denials = reader.denials(of: sentence, in: page)
                guard let scope = denials.lazy.compactMap(use.scope(contradicting:)).first else { continue }
                findings.report(
                    "the page denies what scope '\(scope)' is used for: "
                        + "\"\(page.words(of: sentence).withoutFullStop)\"",
                    at: page.range(of: sentence),
                    notes: [Note("scopes are requested here", at: manifest.scopes.first?.range)]
                )
            }
        }
    }
}

/// The scopes of a listing that change something and are used.
private struct ScopeUse {
    let changing: [(scope: String, opening: ResourceCatalogue.Opening)]

    init(of listing: ParsedListing, _ resources: ResourceCatalogue) {
        let requested = (listing.manifest?.scopes ?? []).map(\.id.value)
        let used = listing.usedScopes.intersection(listing.grantedScopes).sorted()
        var seen: Set<String> = []
        changing = (requested + used).filter { seen.insert($0).inserted }.compactMap { scope in
            guard let opening = resources.openings[scope],
                !opening.actions.isDisjoint(with: [.write, .delete])
            else { return nil }
            return (scope, opening)
        }
    }

    /// A scope that writes as well may be used without ever deleting.
    private func isForDeletionAlone(_ opening: ResourceCatalogue.Opening) -> Bool {
        !opening.actions.contains(.write)
    }

    func scope(contradicting denial: Denial) -> String? {
        changing.first { use in
            !use.opening.actions.isDisjoint(with: denial.actions)
                && (denial.actions != .delete || isForDeletionAlone(use.opening))
                && (denial.resources?.contains(use.opening.resource) ?? true)
        }?.scope
    }
}
