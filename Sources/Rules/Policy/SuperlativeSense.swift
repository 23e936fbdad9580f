/// Tells whether a superlative praises the integration: `picks the best address` does not.
struct SuperlativeSense {
    private let phrase: ClaimPhrase
    private let clause: ClauseAround
    private let names: Set<WordKey>

    init(_ phrase: ClaimPhrase, _ place: Range<Int>, _ clause: ClauseAround, _ names: Set<WordKey>) {
        self.phrase = phrase
        self.clause = clause
        self.names = names
    }

    var isClaim: Bool {
        guard !hasOtherNoun, !isOfReader, !clause.isInstruction, !isCount else { return false }
        guard let verb = clause.before.lastIndex(where: isVerb) else { return isFragmentClaim }
        let token = clause.before[verb]
        if clause.vocabulary.role(of: token) == .be { return isPraised(clause.before[..<verb]) || hasProduct }
        return Self.offers.contains(token.key) || hasProduct
    }

    /// `the best time`, `the first time the app runs`.
    private var hasOtherNoun: Bool {
        let inside = phrase.words.count > 2 ? clause.phrase.dropFirst(2).dropLast() : []
        let isApart = inside.contains { token in
            switch clause.vocabulary.role(of: token) {
            case .none, .platform, .mechanism, .attribute, .adverb: false
            default: true
            }
        }
        return isApart
            || nounPhrase.contains { Self.otherNouns.contains($0.key) || (isBest && Self.ways.contains($0.key)) }
    }

    /// `the best way to check it` is advice.
    private var isBest: Bool { clause.phrase.last?.key == Self.best }

    /// What follows as a part of the same noun phrase.
    private var nounPhrase: ArraySlice<ProseToken> {
        clause.after.prefix { token in
            guard token.kind == .word else { return false }
            switch clause.vocabulary.role(of: token) {
            case .none, .mechanism, .platform, .attribute: return true
            default: return false
            }
        }
    }

    /// `the first app that you open`, but not `the only app that you need`.
    private var isOfReader: Bool {
        let rest = clause.after.drop { clause.vocabulary.role(of: $0) == .relative }
        guard let first = rest.first, clause.vocabulary.role(of: first) == .person else { return false }
        return !(rest.dropFirst().first.map { Self.needs.contains($0.key) } ?? false)
    }

    /// `issue #1`.
    private var isCount: Bool {
        guard let first = clause.phrase.first, !Self.articles.contains(first.key), let last = clause.before.last
        else { return false }
        switch clause.vocabulary.role(of: last) {
        case .be, .determiner, .own, .adverb, .alike: return false
        default: return true
        }
    }

    private var isFragmentClaim: Bool {
        for token in clause.after {
            if clause.vocabulary.role(of: token) == .relative { return hasProduct }
            if isFinite(token) { return false }
        }
        return true
    }

    private func isFinite(_ token: ProseToken) -> Bool {
        switch clause.vocabulary.role(of: token) {
        case .be, .have, .can, .will, .modal, .otherVerb, .negation: true
        default: false
        }
    }

    private func isVerb(_ token: ProseToken) -> Bool {
        guard token.kind == .word else { return false }
        let meaning = clause.vocabulary[token]
        return isFinite(token) || Self.offers.contains(token.key)
            || (meaning.verb != nil && !meaning.forms.isDisjoint(with: [.base, .third, .past]))
            || Self.otherVerbs.contains(token.key)
    }

    private func isPraised(_ subject: ArraySlice<ProseToken>) -> Bool {
        subject.contains { token in
            switch clause.vocabulary.role(of: token) {
            case .speaker, .mechanism, .own: true
            default: names.contains(token.key) || Self.products.contains(token.key)
            }
        }
    }

    private var hasProduct: Bool {
        (clause.phrase + nounPhrase).contains { Self.products.contains($0.key) }
    }

    private static func words(_ words: String) -> Set<WordKey> {
        Set(words.split(separator: " ").map { WordKey($0) })
    }

    private static let best = WordKey("best")
    private static let ways = words("way ways")
    private static let articles = words("the")
    private static let needs = words("need want")
    private static let products = words(
        """
        app apps application integration integrations solution solutions tool tools plugin plug-in add-on extension \
        connector service services platform software product suite choice provider
        """
    )
    private static let offers = words(
        "offer offers give gives provide provides deliver delivers bring brings enjoy with get gets deserve deserves"
    )
    private static let otherVerbs = words("picks pick chooses choose finds find takes take keeps sorts prefers starts")
    private static let otherNouns = words(
        """
        time times moment moments day days practice practices place match case cases effort hour guess fit \
        results result value values price zero zeros slash of possible known available next two three \
        step steps setting settings page pages field fields
        """
    )
}
