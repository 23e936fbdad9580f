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
        if kind != .price, clause.isDenied || isDeniedAfter(clause) { return false }
        if kind == .resale { return isResale(phrase, clause) }
        if kind == .guarantee, isOfPlatform(clause) { return false }
        if clause.isPremise { return false }
        if kind == .statistic { return isStatistic(phrase, clause) }
        guard phrase.isSuperlative || phrase.isRank else { return true }
        return SuperlativeSense(phrase, place, clause, names).isClaim
    }

    /// `is guaranteed by no one`.
    private func isDeniedAfter(_ clause: ClauseAround) -> Bool {
        clause.after.prefix(2).contains { vocabulary.role(of: $0) == .no }
    }

    /// What the platform guarantees is for the platform to answer for.
    private func isOfPlatform(_ clause: ClauseAround) -> Bool {
        clause.before.contains { vocabulary.role(of: $0) == .platform && !names.contains($0.key) }
            && !clause.before.contains(where: isMaker)
    }

    private func isMaker(_ token: ProseToken) -> Bool {
        switch vocabulary.role(of: token) {
        case .speaker, .mechanism, .own: true
        default: names.contains(token.key)
        }
    }

    /// Whether data is sold by the integration or its maker, or is the reader's; `a shop sells data plans` is neither.
    private func isResale(_ phrase: ClaimPhrase, _ clause: ClauseAround) -> Bool {
        if clause.after.first.map({ Self.goods.contains($0.key) }) == true { return false }
        let isActive =
            clause.phrase.first.map { vocabulary.role(of: $0) == .none && Self.sales.contains($0.key) } ?? false
        guard isActive, !clause.phrase.contains(where: { $0.key == Self.your }) else { return true }
        return clause.before.allSatisfy(isFiller) || clause.before.contains(where: isMaker)
    }

    private func isFiller(_ token: ProseToken) -> Bool {
        switch vocabulary.role(of: token) {
        case .conjunction, .adverb, .premise, .will, .to: true
        default: false
        }
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
        guard !clause.phrase.contains(where: { Self.settings.contains($0.key) }), !isStep(clause.after),
            !(clause.after.first.map { Self.losses.contains($0.key) } ?? false)
        else { return false }
        return !phrase.isShare || clause.startsWithPlace
    }

    /// `10 % at a time`.
    private func isStep(_ after: ArraySlice<ProseToken>) -> Bool { after.prefix(3).map(\.key) == Self.atATime }

    private static let atATime = ["at", "a", "time"].map { WordKey($0) }
    private static let settings = words("size batch limit interval timeout delay quota")
    private static let losses = words("slow long little few")
    private static let goods = words("plan plans package packages bundle bundles")
    private static let sales = words(
        """
        sell sells selling resell resells re-sell re-sells monetise monetises monetize monetizes license licenses rent \
        rents
        """
    )
    private static let your = WordKey("your")

    private static func words(_ words: String) -> Set<WordKey> {
        Set(words.split(separator: " ").map { WordKey($0) })
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
            || words.starts(with: ["number", "1"].map { ClaimWord($0) })
    }
}
