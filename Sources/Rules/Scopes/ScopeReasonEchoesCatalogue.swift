import Diagnostics
import Listing
import LocatedJSON

/// Reports a reason that says what the scope does, which the catalogue says already.
struct ScopeReasonEchoesCatalogue: ProseRule {
    static let description = RuleDescription(
        id: "scope-reason-echoes-catalogue",
        severity: .warning,
        summary: "A reason says what the integration uses the scope for, not what the scope allows.",
        rationale: """
            Reviewers and customers know what a permission allows, since the platform tells them; they ask what it is \
            used for.
            """,
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"Read users."⟧}]}"#),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"Allows Acorn to view user profiles."⟧}]}"#,
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "events:send", "reason": ⟦"Required."⟧}]}"#),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read", "reason": "Reads users to match members."}]}"#
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read", "reason": "Shows the tier beside the profile."}]}"#,
                catalogue: ProseExamples.catalogue
            ),
        ]
    )

    /// Of the words that carry meaning, how many the catalogue has to have for a reason to be an echo.
    private static let threshold = 0.75

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        for request in listing.manifest?.scopes ?? [] {
            guard let reason = request.reason, let scope = listing.catalogue.scope(request.id.value) else { continue }
            let words = contentWords(of: prose.sentences(of: reason), prose.vocabulary, listing)
            let known = prose.vocabulary.scopeWords[scope.id.value] ?? []
            let echoed = words.filter { known.contains($0) }
            guard Double(echoed.count) >= Self.threshold * Double(words.count) else { continue }
            findings.report(
                "the reason of scope '\(request.name)' says what the scope allows, not what it is used for",
                at: reason.range,
                notes: [Note("the catalogue says: \(scope.title). \(scope.description)", at: scope.id.range)]
            )
        }
    }

    /// The stems of words that carry meaning, without the integration's name.
    private func contentWords(of prose: Prose, _ vocabulary: Vocabulary, _ listing: ParsedListing) -> [String] {
        let names = [listing.manifest?.name?.value, listing.manifest?.builtBy?.value].compactMap(\.self)
        let nameWords = Set(names.flatMap { $0.split(separator: " ").map { WordKey($0) } })
        return prose.tokens.filter { token in
            token.kind == .code
                || (token.kind == .word && vocabulary.role(of: token).carriesMeaning
                    && !nameWords.contains(token.key) && !Self.emptyWords.contains(token.key))
        }
        .map { Inflection.stem(prose.word($0)) }
    }

    private static let emptyWords = Set(
        """
        needed need needs required require requires necessary used use uses using allow allows allowing let lets enable enables \
        grant grants give gives ability able access permission permissions scope scopes integration app application data \
        information customer customers account please function work works
        """
        .split(separator: " ").map { WordKey($0) }
    )
}
