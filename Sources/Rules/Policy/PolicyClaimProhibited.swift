import Diagnostics
import Listing
import LocatedJSON

/// Reports a claim that a marketplace does not allow: superlatives, guarantees, statistics, endorsement, prices, resale.
struct PolicyClaimProhibited: ProseRule {
    static let description = RuleDescription(
        id: "policy-claim-prohibited",
        summary: "Pages and texts make no claim that the marketplace does not allow.",
        rationale: """
            A marketplace sends back what nobody can verify or what it does not want to be held to. Words are compared \
            whole, and what is denied in the same sentence is no claim.
            """,
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"The best scores for your members"⟧}"#, pack: pack),
            RuleExample(page: "Acorn is quick, and ⟦guaranteed⟧ to last.\n\nGrow ⟦50 % faster⟧.\n", pack: pack),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "caption": ⟦"Only $5 a month"⟧}]}"#,
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"tagline": "Bestows points on members"}"#, pack: pack),
            RuleExample(page: "Nothing is guaranteed, and `the best` is code.\n\n## The best\n", pack: pack),
        ]
    )

    private static let pack = """
        {"id": "example", "title": "Example", "claims": [
          {"kind": "superlative", "phrases": ["the best"],
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"},
          {"kind": "guarantee", "phrases": ["guaranteed"],
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"},
          {"kind": "statistic", "phrases": ["# % faster"],
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"},
          {"kind": "price", "phrases": ["$ #"],
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"}]}
        """

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard !prose.vocabulary.phrases.isEmpty else { return }
        for text in prose.pages + [prose.texts] { check(text, prose.vocabulary, &findings) }
    }

    private func check(_ prose: Prose, _ vocabulary: Vocabulary, _ findings: inout RuleFindings) {
        for sentence in prose.sentences where sentence.marks.contains(.claim) {
            let claims = claims(in: prose.tokens[sentence.tokens], vocabulary)
            guard !claims.isEmpty else { continue }
            for (index, place) in claims {
                // Of phrases within one another, the longest is meant.
                let isPart = claims.contains { $0.place.count > place.count && $0.place.overlaps(place) }
                guard !isPart else { continue }
                report(
                    vocabulary.phrases[index],
                    at: prose.range(ofTokens: place),
                    prose.words(of: sentence),
                    &findings
                )
            }
        }
    }

    private func claims(
        in tokens: ArraySlice<ProseToken>,
        _ vocabulary: Vocabulary
    ) -> [(index: Int, place: Range<Int>)] {
        var claims: [(index: Int, place: Range<Int>)] = []
        for token in tokens.indices where vocabulary.mayClaim(tokens[token]) {
            for index in vocabulary.claims(at: tokens[token]) {
                guard let place = vocabulary.phrases[index].place(around: token, in: tokens),
                    !isDenied(vocabulary.phrases[index].lexicon.kind, at: place.lowerBound, in: tokens, vocabulary)
                else { continue }
                claims.append((index, place))
            }
        }
        return claims
    }

    /// `no guarantee`, `is not endorsed by`: a price is one all the same.
    private func isDenied(
        _ kind: ClaimLexicon.Kind,
        at index: Int,
        in tokens: ArraySlice<ProseToken>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        guard kind != .price else { return false }
        return tokens[tokens.startIndex..<index].contains { token in
            switch vocabulary.role(of: token) {
            case .negation, .no, .without: true
            default: false
            }
        }
    }

    private func report(
        _ phrase: ClaimPhrase,
        at range: SourceRange,
        _ sentence: String,
        _ findings: inout RuleFindings
    ) {
        findings.report(
            "'\(phrase.text)' is a \(phrase.lexicon.kind.noun) that the marketplace does not allow: "
                + "\"\(sentence.withoutFullStop)\"",
            at: range,
            under: phrase.lexicon.provenance,
            of: phrase.pack
        )
    }
}

extension ClaimLexicon.Kind {
    fileprivate var noun: String {
        switch self {
        case .superlative: "superlative"
        case .guarantee: "guarantee"
        case .statistic: "statistic"
        case .endorsement: "claim of endorsement"
        case .price: "price"
        case .resale: "use of data"
        }
    }
}
