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
        let names = [listing.manifest?.name?.value, listing.manifest?.builtBy?.value].compactMap(\.self)
        let nameWords = names.flatMap { $0.split(separator: " ").map { WordKey($0) } }
        for (request, words) in prose.reasons {
            guard let scope = listing.catalogue.scope(request.id.value),
                let known = prose.vocabulary.scopeWords[scope.id.value],
                echoes(words, known, contentWords(of: words, prose.vocabulary, nameWords))
            else { continue }
            findings.report(
                "the reason of scope '\(request.name)' says what the scope allows, not what it is used for",
                at: request.reason?.range ?? request.id.range,
                notes: [Note("the catalogue says: \(scope.title). \(scope.description)", at: scope.id.range)]
            )
        }
    }

    /// Most reasons say something new with their first words, so the rest of them is not read.
    private func echoes(_ prose: Prose, _ known: Set<String>, _ words: [ProseToken]) -> Bool {
        var missing = Int(Double(words.count) * (1 - Self.threshold))
        for word in words where !known.contains(Inflection.stem(prose.word(word))) {
            missing -= 1
            if missing < 0 { return false }
        }
        return true
    }

    /// The words that carry meaning, without the integration's name.
    private func contentWords(of prose: Prose, _ vocabulary: Vocabulary, _ nameWords: [WordKey]) -> [ProseToken] {
        prose.tokens.filter { token in
            token.kind == .code
                || (token.kind == .word && vocabulary.role(of: token).carriesMeaning
                    && !nameWords.contains(token.key) && !Self.emptyWords.contains(token.key))
        }
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
