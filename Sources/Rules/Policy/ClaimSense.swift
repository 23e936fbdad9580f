/// Tells whether words that could make a prohibited claim make it where they stand.
struct ClaimSense {
    let tokens: ArraySlice<ProseToken>
    let vocabulary: Vocabulary
    /// The words of the names of the integration and its maker.
    let names: Set<WordKey>

    func isClaim(_ phrase: ClaimPhrase, at place: Range<Int>) -> Bool {
        let kind = phrase.lexicon.kind
        let clause = ClauseAround(place, in: tokens, vocabulary)
        if kind == .price, phrase.isAmount { return isPrice && !clause.isPremise }
        if kind != .price, clause.isDenied { return false }
        if kind != .resale, clause.isPremise { return false }
        if kind == .statistic { return isStatistic(phrase, clause) }
        guard phrase.isSuperlative || phrase.isRank else { return true }
        return SuperlativeSense(phrase, place, clause, names).isClaim
    }

    /// An amount of money is a price when it is said for what, or for how long.
    private var isPrice: Bool {
        tokens.contains { Self.priceWords.contains($0.key) } && !tokens.contains { Self.sampleWords.contains($0.key) }
    }

    /// What the reader is told to set, and a share of something else, are no claims.
    private func isStatistic(_ phrase: ClaimPhrase, _ clause: ClauseAround) -> Bool {
        guard !clause.isInstruction, !clause.before.contains(where: { vocabulary.role(of: $0) == .person }) else {
            return false
        }
        return !phrase.isShare || clause.startsWithPlace
    }

    private static let priceWords = Set(
        """
        month months monthly mo year years yearly yr annually annual seat seats plan plans tier trial subscription billed \
        costs cost fee fees pay pricing start starts starting upgrade
        """
        .split(separator: " ").map { WordKey($0) }
    )
    private static let sampleWords = Set(
        "example examples attribute field value sample placeholder e.g order orders cart"
            .split(separator: " ").map { WordKey($0) }
    )
}

extension ClaimPhrase {
    /// Money and nothing else: `$ 5`.
    fileprivate var isAmount: Bool { words.contains(.number) }
    /// `5 % of`: of what, the sentence has to tell.
    fileprivate var isShare: Bool { words.first?.isNumber == true && words.contains(.word([WordKey("of")])) }
    fileprivate var isSuperlative: Bool { words.first == .word([WordKey("the")]) }
    /// `number one` counts things as well.
    fileprivate var isRank: Bool {
        words == [.mark(WordKey("#")), .word([WordKey("1")])] || words == ["number", "one"].map { ClaimWord($0) }
    }
}
