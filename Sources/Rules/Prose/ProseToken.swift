/// A word, number, piece of code or mark of a sentence.
struct ProseToken: Sendable {
    enum Kind: UInt8, Sendable {
        case word, number, code, mark
    }

    // In an order that leaves no gaps: there is one for every word of every page.

    /// Of a word or mark, in lower case.
    var key = WordKey()
    var kind: Kind
    /// Whether the word begins with a capital letter.
    var isCapitalised = false
    /// The number of the word's meaning in the vocabulary.
    var meaning: Int32 = 0
    /// Where it stands in the text of its ``Prose``.
    var start: Int32
    var end: Int32
}

/// What a sentence may hold, known from its words alone.
struct SentenceMarks: OptionSet, Sendable {
    let rawValue: UInt8

    static let resource = SentenceMarks(rawValue: 1)
    static let action = SentenceMarks(rawValue: 2)
    static let claim = SentenceMarks(rawValue: 4)
    /// `never`, `only`, `read-only`.
    static let denial = SentenceMarks(rawValue: 8)
    static let all: SentenceMarks = [.resource, .action, .claim, .denial]
}

/// A sentence, a list item or a table cell, as a run of tokens.
struct Sentence: Sendable {
    /// In the tokens of its ``Prose``.
    var tokens: Range<Int>
    var marks: SentenceMarks = []
}
