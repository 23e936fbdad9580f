/// Finds phrases of a sentence around their anchors.
struct ClaimPlaceFinder {
    let tokens: ArraySlice<ProseToken>
    let vocabulary: Vocabulary

    /// The tokens that are the phrase, when the one at `index` is its anchor.
    func range(of phrase: ClaimPhrase, at index: Int) -> Range<Int>? {
        guard phrase.words[phrase.anchor].stands(at: tokens[index]), let end = end(of: phrase, at: index, towards: 1),
            let start = end < tokens.endIndex ? self.end(of: phrase, at: index, towards: -1) : nil
        else { return nil }
        return start..<(end + 1)
    }

    /// Where the phrase ends when it is read in one direction.
    private func end(of phrase: ClaimPhrase, at index: Int, towards step: Int) -> Int? {
        let words = phrase.words
        var word = phrase.anchor + step
        var token = index
        while words.indices.contains(word) {
            let isLoose = words[word] == .gap
            let before = words[word - step]
            if isLoose { word += step }
            guard words.indices.contains(word) else { return nil }
            let isAtNumber = words[word].isNumber || before.isNumber
            var rest = isLoose ? Self.longestGap : isAtNumber ? Self.longestFiller : 0
            token += step
            while tokens.indices.contains(token), !words[word].stands(at: tokens[token]) {
                guard rest > 0, isLoose ? mayStandInGap(tokens[token]) : isFiller(tokens[token]) else { return nil }
                rest -= 1
                token += step
            }
            guard tokens.indices.contains(token) else { return nil }
            word += step
        }
        return token
    }

    private func mayStandInGap(_ token: ProseToken) -> Bool {
        switch token.kind {
        case .number, .code: return true
        case .mark: return Self.gapMarks.contains(token.key)
        case .word: break
        }
        switch vocabulary.role(of: token) {
        case .negation, .no, .without, .premise, .relative, .subordinator: return false
        default: return true
        }
    }

    /// `over 10 million`, `500+`.
    private func isFiller(_ token: ProseToken) -> Bool {
        token.kind != .number && Self.fillers.contains(token.key)
    }

    private static let longestGap = 3
    private static let longestFiller = 3
    private static let gapMarks = Set(["'", "’", "+", "\""].map { WordKey($0) })
    private static let fillers = Set(
        "over more than up to about around nearly almost well + million thousand billion an a average of"
            .split(separator: " ").map { WordKey($0) }
    )
}
