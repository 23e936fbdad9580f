import Diagnostics
import Listing
import LocatedJSON

/// Reports a claim that a marketplace does not allow: superlatives, guarantees, statistics, endorsement, prices, resale.
struct PolicyClaimProhibited: ProseRule {
    static let description = RuleDescription(
        id: "policy-claim-prohibited",
        summary: "Pages and texts make no claim that the marketplace does not allow.",
        rationale: """
            A marketplace sends back what nobody can verify or what it does not want to be held to. Whatever a reader \
            is shown is read: pages with their headings, titles and alternative texts, captions of videos, and the \
            texts of the manifest. What is denied, asked, or said under a condition is no claim, nor is an amount \
            that is no price, or a superlative that is said of something else than the integration.
            """,
        flagged: [
            RuleExample(manifest: #"{"tagline": ⟦"The best scores for your members"⟧}"#, pack: pack),
            RuleExample(page: "Acorn is quick, and ⟦guaranteed⟧ to last.\n\nGrow ⟦50 % faster⟧.\n", pack: pack),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "caption": ⟦"Only $5 a month"⟧}]}"#,
                pack: pack
            ),
            RuleExample(page: "## ⟦The best⟧ *review* tool\n\n![⟦Guaranteed⟧ to last](a.png)\n", pack: pack),
            RuleExample(
                page:
                    "---\ntitle: Acorn\ndescription: ⟦The best tool for scores⟧\n---\n\nIt grew ⟦50 percent faster⟧.\n",
                pack: pack
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "a", "reason": ⟦"For the best scores"⟧, "ifDeclined": ⟦"Scores are guaranteed"⟧}],
                     "data": [{"object": "users", "onUninstall": ⟦"We sell your data to brokers"⟧}]}
                    """,
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"tagline": "Bestows points on members"}"#, pack: pack),
            RuleExample(page: "Nothing is guaranteed, and `the best` is code.\n\n## Is it guaranteed?\n", pack: pack),
            RuleExample(page: "Choose the best time to tag. The price is $5 in the example.\n", pack: pack),
            RuleExample(
                page: "Delivery is guaranteed by no one.\n\nA shop sells your old data plans to its customers.\n",
                pack: pack
            ),
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
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"},
          {"kind": "resale", "phrases": ["sell/sells your … data"],
           "source": "example.com/claims", "read": "2026-01-01", "confidence": "primary"}]}
        """

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard !prose.vocabulary.phrases.isEmpty else { return }
        for page in prose.pages { check(page, prose.vocabulary, listing, &findings) }
        check(prose.texts, prose.vocabulary, listing, &findings)
        for captions in listing.captionFiles {
            check(Prose(of: captions, prose.vocabulary), prose.vocabulary, listing, &findings)
        }
        for reason in prose.reasons { check(reason.words, prose.vocabulary, listing, &findings) }
    }

    private func check(
        _ prose: Prose,
        _ vocabulary: Vocabulary,
        _ listing: ParsedListing,
        _ findings: inout RuleFindings
    ) {
        for sentence in prose.sentences where sentence.marks.contains(.claim) {
            let claims = claims(in: prose.tokens[sentence.tokens], vocabulary, listing)
            for (position, claim) in claims.enumerated() where !isPart(claim, position, of: claims) {
                report(claim, of: sentence, in: prose, &findings)
            }
        }
    }

    private typealias Claim = (phrase: ClaimPhrase, place: Range<Int>)

    /// Of phrases of a pack within one another, the longest is meant.
    private func isPart(_ claim: Claim, _ position: Int, of claims: [Claim]) -> Bool {
        claims.enumerated().contains { other in
            let isLonger = other.element.place.count > claim.place.count
            let isEarlier = other.element.place.count == claim.place.count && other.offset < position
            return (isLonger || isEarlier) && other.element.phrase.pack.id == claim.phrase.pack.id
                && other.element.place.overlaps(claim.place)
        }
    }

    private func claims(
        in tokens: ArraySlice<ProseToken>,
        _ vocabulary: Vocabulary,
        _ listing: ParsedListing
    ) -> [Claim] {
        let finder = ClaimPlaceFinder(tokens: tokens, vocabulary: vocabulary)
        var claims: [Claim] = []
        for token in tokens.indices where vocabulary.mayClaim(tokens[token]) {
            for index in vocabulary.claims(at: tokens[token]) {
                let phrase = vocabulary.phrases[index]
                guard let range = finder.range(of: phrase, at: token) else { continue }
                claims.append((phrase, range))
            }
        }
        // A question claims nothing.
        guard !claims.isEmpty, tokens.last?.key != Self.questionMark else { return [] }
        let sense = ClaimSense(tokens: tokens, vocabulary: vocabulary, names: listing.nameWords)
        return claims.filter { sense.isClaim($0.phrase, at: $0.place) }
    }

    private static let questionMark = WordKey("?")

    private func report(
        _ claim: Claim,
        of sentence: Sentence,
        in prose: Prose,
        _ findings: inout RuleFindings
    ) {
        let lexicon = claim.phrase.lexicon
        findings.report(
            "'\(prose.words(ofTokens: claim.place))' is a \(lexicon.kind.noun) that the marketplace does not allow: "
                + "\"\(prose.words(of: sentence).withoutFullStop)\"",
            at: prose.range(ofTokens: claim.place),
            under: lexicon.provenance,
            of: claim.phrase.pack
        )
    }
}

extension ParsedListing {
    fileprivate var nameWords: Set<WordKey> {
        let names = [manifest?.name?.value, manifest?.builtBy?.value].compactMap(\.self)
        return Set(names.flatMap { $0.split(separator: " ").map { WordKey($0) } })
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
