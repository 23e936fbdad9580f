/// A part of a sentence as the grammar sees it: a word with its role, a name of several words, or a name of a resource.
struct Phrase: Sendable {
    enum Kind: Sendable, Equatable {
        case word(WordRole)
        case integration
        case resource(Set<Int>)
        /// A comma.
        case comma
        /// A mark that ends a clause: a colon, a dash, a bracket.
        case stop
        case code
    }

    var kind: Kind
    /// An index in ``ActionVerb/all``.
    var verb: Int?
    var forms: VerbForms = []
    var key = WordKey()
    /// Whether the word is known to no list: most nouns and adjectives.
    var isUnknown = false

    var role: WordRole {
        if case .word(let role) = kind { return role }
        return .none
    }

    var resources: Set<Int>? {
        if case .resource(let resources) = kind { return resources }
        return nil
    }

    var isIntegration: Bool { kind == .integration }

    func isWord(_ words: Set<WordKey>) -> Bool { words.contains(key) }
}

/// Turns the tokens of a sentence into phrases.
struct PhraseReader {
    let vocabulary: Vocabulary
    /// The names of the integration and its maker, word by word, the longest first.
    let names: [[WordKey]]

    init(_ vocabulary: Vocabulary, names: [String]) {
        self.vocabulary = vocabulary
        let full = names.map { $0.split(separator: " ").map { WordKey($0) } }.filter { !$0.isEmpty }
        // `Acorn` stands for `Acorn Loyalty` unless it is a word of its own, as in `Contact Sync`.
        let short = full.filter { vocabulary.meaning(of: $0[0]) == 0 && $0.count > 1 }.map { [$0[0]] }
        self.names = (full + short).sorted { $0.count > $1.count }
    }

    func phrases(of tokens: ArraySlice<ProseToken>) -> [Phrase] {
        var phrases: [Phrase] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let (phrase, length) = phrase(at: index, in: tokens)
            if let phrase { phrases.append(phrase) }
            index += length
        }
        return phrases
    }

    private func phrase(at index: Int, in tokens: ArraySlice<ProseToken>) -> (phrase: Phrase?, length: Int) {
        let token = tokens[index]
        switch token.kind {
        case .code: return (Phrase(kind: .code), 1)
        case .number: return (Phrase(kind: .word(.determiner)), 1)
        case .mark: return (Self.mark(token.key), 1)
        case .word: break
        }
        if token.isCapitalised, let name = names.first(where: { stands($0[...], at: index, in: tokens) }) {
            return (Phrase(kind: .integration), name.count)
        }
        let meaning = vocabulary[token]
        for (rest, role) in meaning.confounders where stands(rest[...], at: index + 1, in: tokens) {
            return (Phrase(kind: .word(role), key: token.key, isUnknown: role == .none), rest.count + 1)
        }
        for term in meaning.terms where stands(term.rest[...], at: index + 1, in: tokens) {
            return (
                Phrase(kind: .resource(term.resources), verb: meaning.verb, forms: meaning.forms, key: token.key),
                term.rest.count + 1
            )
        }
        let isUnknown = meaning.role == .none && meaning.verb == nil
        return (
            Phrase(
                kind: .word(meaning.role),
                verb: meaning.verb,
                forms: meaning.forms,
                key: token.key,
                isUnknown: isUnknown
            ),
            1
        )
    }

    private func stands(_ words: ArraySlice<WordKey>, at start: Int, in tokens: ArraySlice<ProseToken>) -> Bool {
        guard start + words.count <= tokens.endIndex else { return false }
        return zip(words, tokens[start..<(start + words.count)]).allSatisfy { $0 == $1.key }
    }

    private static let comma = WordKey(",")
    private static let stops = Set([":", ";", "(", ")", "–", "—", "|", "=", "…"].map { WordKey($0) })

    private static func mark(_ key: WordKey) -> Phrase? {
        if key == comma { return Phrase(kind: .comma) }
        return stops.contains(key) ? Phrase(kind: .stop) : nil
    }
}
