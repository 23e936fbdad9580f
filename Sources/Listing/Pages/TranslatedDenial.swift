/// A sentence in another language than English that names scopes, and whether it says for certain that they are not needed.
///
/// It does where the whole sentence is a clause of ``DenialLexicon``, whose subject is the integration: whatever else stands
/// in it may be a condition or a limit, and a scope that is taken for denied is one that the page does not document.
struct TranslatedDenial {
    private let lexicon: DenialLexicon
    private let words: [String]
    private let isQuestion: Bool
    private let isOptional: Bool
    private let ownNames: [[String]]

    /// - Parameters:
    ///   - isOptional: whether customers may decline the scopes.
    ///   - ownNames: what the integration and its features are called.
    init(
        _ lexicon: DenialLexicon,
        _ surroundings: SentenceWords.Surroundings,
        isOptional: Bool,
        ownNames: [[String]]
    ) {
        self.lexicon = lexicon
        words = surroundings.before + [Self.name] + surroundings.after
        isQuestion = surroundings.isQuestion
        self.isOptional = isOptional
        self.ownNames = ownNames
    }

    var isDenial: Bool {
        let clauses = isOptional ? lexicon.clauses : lexicon.clauses + lexicon.clausesOfNeed
        return !isQuestion && clauses.contains { fits(words[...], $0.slots[...]) }
    }

    /// Whether the words are those of a pattern, from the first to the last.
    private func fits(_ words: ArraySlice<String>, _ slots: ArraySlice<DenialLexicon.Pattern.Slot>) -> Bool {
        guard let slot = slots.first else { return words.isEmpty }
        let rest = slots.dropFirst()
        if slot.isOptional, fits(words, rest) { return true }
        return lengths(of: slot, in: words).contains { fits(words.dropFirst($0), rest) }
    }

    /// How many of the next words may be what a slot stands for.
    private func lengths(of slot: DenialLexicon.Pattern.Slot, in words: ArraySlice<String>) -> [Int] {
        switch slot.meaning {
        case .subject: lengthsOfSubject(in: words)
        case .names: lengthOfNames(in: words).map { [$0] } ?? []
        case .verb: words.first.map(isVerb) == true ? [1] : []
        case .passive: words.first.map(isPassive) == true ? [1] : []
        case .participle: words.first.map(isParticiple) == true ? [1] : []
        case .words(let allowed): words.first.map(allowed.contains) == true ? [1] : []
        }
    }

    private func lengthsOfSubject(in words: ArraySlice<String>) -> [Int] {
        let article = words.first.map(lexicon.determiners.contains) == true ? 1 : 0
        let named = ownNames.filter { !$0.isEmpty && words.dropFirst(article).starts(with: $0) }.map {
            $0.count + article
        }
        return named + lexicon.subjects.filter { words.starts(with: $0) }.map(\.count)
    }

    /// As in "the permissions `a`, `b` and `c`".
    private func lengthOfNames(in words: ArraySlice<String>) -> Int? {
        let list = words.prefix { lexicon.determiners.contains($0) || lexicon.connectors.contains($0) || isName($0) }
        guard let first = list.first, let last = list.last, !lexicon.connectors.contains(first), isName(last),
            list.contains(where: isName)
        else { return nil }
        return list.count
    }

    private func isName(_ word: String) -> Bool { SentenceWords.isName(word) }

    private func isVerb(_ word: String) -> Bool {
        lexicon.asks.contains(word) || (!isOptional && lexicon.needs.contains(word))
    }

    private func isPassive(_ word: String) -> Bool {
        lexicon.isAsked.contains(word) || (!isOptional && lexicon.isNeeded.contains(word))
    }

    private func isParticiple(_ word: String) -> Bool {
        lexicon.used.contains(word) || (!isOptional && lexicon.needed.contains(word))
    }

    private static let name = "`name`"
}
