package import Listing
import LocatedJSON

/// The words that the rules on prose know: built once for a catalogue, and looked up for every word of every page.
///
/// A class, since readers of text carry it along and it is large.
package final class Vocabulary: Sendable {
    /// What a word can be.
    struct Meaning: Sendable {
        var role = WordRole.none
        /// An index in ``ActionVerb/all``.
        var verb: Int?
        var forms: VerbForms = []
        /// The names of resources that begin with the word, the longest first.
        var terms: [Term] = []
        /// The phrases that begin with the word and mean something else than its words.
        var confounders: [(rest: [WordKey], role: WordRole)] = []
        /// The prohibited claims that the word is the anchor of, as indices in ``Vocabulary/phrases``.
        var claims: [Int] = []
        /// Whether a sentence that holds it may deny something.
        var denies = false
    }

    /// A name of one or more resources, after its first word.
    struct Term: Sendable {
        let rest: [WordKey]
        let resources: Set<Int>
    }

    let resources: ResourceCatalogue
    private let table: WordTable
    private let meanings: [Meaning]
    private let wordMarks: [SentenceMarks]
    /// The prohibited claims of all packs.
    let phrases: [ClaimPhrase]
    /// Those whose anchor is a number or a mark: `$ 5`.
    private let unwordedClaims: [Int]
    let claimMarks: [WordKey]
    let hasNumberClaims: Bool
    /// What the catalogue says of each scope, as stems.
    let scopeWords: [String: Set<String>]
    /// What headings are called that claim nothing.
    let sectionNames: SectionNames

    package init(of catalogue: Catalogue, packs: [RulePack] = []) {
        resources = ResourceCatalogue(catalogue)
        var builder = VocabularyBuilder()
        builder.addGrammar()
        builder.addTerms(of: resources)
        builder.addPlatforms(catalogue.products.map(\.name) + packs.flatMap { [$0.id, $0.title] })
        phrases = packs.flatMap { ClaimPhrase.phrases(of: $0) }
        for (index, phrase) in phrases.enumerated() { builder.add(phrase, index) }
        unwordedClaims = phrases.indices.filter { [phrases] in phrases[$0].anchorWords.isEmpty }
        claimMarks = Array(Set(phrases.compactMap(\.anchorMark)))
        hasNumberClaims = phrases.contains { $0.words[$0.anchor].isNumber }
        scopeWords = Dictionary(
            catalogue.scopes.map { ($0.id.value, ScopeWords.stems(of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        sectionNames = SectionNames(of: packs)
        meanings = builder.meanings
        wordMarks = builder.meanings.map(Self.marks)
        table = WordTable(builder.indices)
    }

    /// The number of a word's meaning, 0 for a word that is not known.
    func meaning(of word: WordKey) -> Int { table.value(of: word) }

    subscript(_ token: ProseToken) -> Meaning { meanings[Int(token.meaning)] }

    func role(of token: ProseToken) -> WordRole { meanings[Int(token.meaning)].role }

    /// Whether a token may be the anchor of a prohibited claim.
    func mayClaim(_ token: ProseToken) -> Bool {
        switch token.kind {
        case .word: wordMarks[Int(token.meaning)].contains(.claim)
        case .mark: !claimMarks.isEmpty
        case .number: hasNumberClaims
        case .code: false
        }
    }

    /// The prohibited claims that a token is the anchor of.
    func claims(at token: ProseToken) -> [Int] {
        switch token.kind {
        case .word: meanings[Int(token.meaning)].claims
        case .mark: claimMarks.contains(token.key) ? unwordedClaims : []
        case .number: hasNumberClaims ? unwordedClaims : []
        case .code: []
        }
    }

    func marks(_ meaning: Int) -> SentenceMarks { wordMarks[meaning] }

    /// Whether a word may name a resource or an action, which is all that most sentences are asked.
    private static func marks(_ meaning: Meaning) -> SentenceMarks {
        var marks: SentenceMarks = []
        if !meaning.terms.isEmpty || meaning.role == .pronoun { marks.insert(.resource) }
        if meaning.verb != nil { marks.insert(.action) }
        if meaning.denies { marks.insert(.denial) }
        if !meaning.claims.isEmpty { marks.insert(.claim) }
        return marks
    }
}

/// Collects the meanings of words.
struct VocabularyBuilder {
    /// The first is the meaning of words that are not known.
    private(set) var meanings = [Vocabulary.Meaning()]
    private(set) var indices: [WordKey: Int] = [:]

    private mutating func change(_ word: WordKey, _ change: (inout Vocabulary.Meaning) -> Void) {
        let index = indices[word] ?? meanings.count
        if index == meanings.count {
            meanings.append(Vocabulary.Meaning())
            indices[word] = index
        }
        change(&meanings[index])
    }

    mutating func addGrammar() {
        for (word, role) in WordRole.roles { change(word) { $0.role = role } }
        for (index, verb) in ActionVerb.all.enumerated() {
            for (word, forms) in verb.spellings {
                change(WordKey(word)) {
                    $0.verb = index
                    $0.forms.formUnion(forms)
                }
            }
        }
        for (word, role) in WordRole.roles where role == .negation || role == .no { change(word) { $0.denies = true } }
        for word in ["only", "read-only"] { change(WordKey(word)) { $0.denies = true } }
        for phrase in Confounders.phrases {
            guard let first = phrase.words.first else { continue }
            change(first) { $0.confounders.append((Array(phrase.words.dropFirst()), phrase.role)) }
        }
    }

    mutating func addTerms(of resources: ResourceCatalogue) {
        for (words, owners) in resources.terms {
            guard let first = words.first else { continue }
            change(first) { $0.terms.append(Vocabulary.Term(rest: Array(words.dropFirst()), resources: owners)) }
        }
        for index in meanings.indices {
            meanings[index].terms.sort { $0.rest.count > $1.rest.count }
            meanings[index].confounders.sort { $0.rest.count > $1.rest.count }
        }
    }

    /// The first word of a product's or marketplace's name stands for the platform, unless it is a word of its own.
    mutating func addPlatforms(_ names: [String]) {
        for name in names {
            guard let first = name.split(separator: " ").first else { continue }
            change(WordKey(first)) { meaning in
                guard meaning.role == .none, meaning.verb == nil, meaning.terms.isEmpty else { return }
                meaning.role = .platform
            }
        }
    }

    mutating func add(_ phrase: ClaimPhrase, _ index: Int) {
        for word in phrase.anchorWords { change(word) { $0.claims.append(index) } }
    }
}
