/// The words in which a claim is made that a marketplace does not allow.
///
/// A class, since what it carries along is large and the phrase is asked often.
final class ClaimPhrase: Sendable {
    let words: [ClaimWord]
    /// The word that tells the phrase best from other text: sentences without it are not looked at.
    let anchor: Int
    let lexicon: ClaimLexicon
    let pack: RulePack

    static func phrases(of pack: RulePack) -> [ClaimPhrase] {
        pack.claims.flatMap { lexicon in
            lexicon.phrases.flatMap { text in
                ClaimSpelling.all(of: text).compactMap { ClaimPhrase($0, lexicon, pack) }
            }
        }
    }

    private init?(_ words: [ClaimWord], _ lexicon: ClaimLexicon, _ pack: RulePack) {
        guard let first = words.first, let last = words.last, first != .gap, last != .gap else { return nil }
        self.words = words
        self.lexicon = lexicon
        self.pack = pack
        // Of words that weigh the same, the first: "sell" is rarer than "data".
        anchor = words.indices.min { words[$0].weight > words[$1].weight } ?? 0
    }

    var anchorWords: [WordKey] { words[anchor].keys }

    var anchorMark: WordKey? {
        if case .mark(let key) = words[anchor] { return key }
        return nil
    }
}
