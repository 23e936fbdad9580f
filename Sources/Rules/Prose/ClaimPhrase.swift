/// The words in which a claim is made that a marketplace does not allow.
///
/// A class, since what it carries along is large and the phrase is asked often.
final class ClaimPhrase: Sendable {
    enum Word: Sendable, Hashable {
        case word(WordKey)
        /// `#`: any number.
        case number
        case mark(WordKey)

        func stands(at token: ProseToken) -> Bool {
            switch self {
            case .number: token.kind == .number
            case .word(let key): token.kind == .word && token.key == key
            case .mark(let key): token.kind == .mark && token.key == key
            }
        }
    }

    let words: [Word]
    /// The word that tells the phrase best from other text: sentences without it are not looked at.
    let anchor: Int
    let text: String
    let lexicon: ClaimLexicon
    let pack: RulePack

    static func phrases(of pack: RulePack) -> [ClaimPhrase] {
        pack.claims.flatMap { lexicon in
            lexicon.phrases.filter { !$0.allSatisfy { $0 == " " } }.map { ClaimPhrase($0, lexicon, pack) }
        }
    }

    private init(_ text: String, _ lexicon: ClaimLexicon, _ pack: RulePack) {
        self.text = text
        self.lexicon = lexicon
        self.pack = pack
        let words: [Word] = text.split(separator: " ").map { word in
            if word == "#" { return .number }
            return word.utf8.first?.isInWord == true ? .word(WordKey(word)) : .mark(WordKey(word))
        }
        self.words = words
        // Of words that weigh the same, the first: "sell" is rarer than "data".
        anchor = words.indices.min { Self.weight(of: words[$0]) > Self.weight(of: words[$1]) } ?? 0
    }

    var anchorWord: WordKey? {
        if case .word(let key) = words[anchor] { return key }
        return nil
    }

    var anchorMark: WordKey? {
        if case .mark(let key) = words[anchor] { return key }
        return nil
    }

    private static func weight(of word: Word) -> Int {
        switch word {
        case .number: return 0
        case .mark: return 1000
        case .word(let key):
            let role = WordRole.roles[key] ?? .none
            return role == .none ? 100 + key.length : role == .adverb ? 50 : 10
        }
    }

    /// The tokens that are the phrase, when the one at `index` is its anchor.
    func place(around index: Int, in tokens: ArraySlice<ProseToken>) -> Range<Int>? {
        let start = index - anchor
        guard start >= tokens.startIndex, start + words.count <= tokens.endIndex else { return nil }
        for offset in words.indices where !words[offset].stands(at: tokens[start + offset]) { return nil }
        return start..<(start + words.count)
    }
}
