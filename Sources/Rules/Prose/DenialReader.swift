/// What a sentence says that the integration never does.
struct Denial {
    let actions: ActionSet
    /// Absent where it is said of everything.
    let resources: Set<Int>?
}

/// Finds sentences that deny without a condition: `is read-only`, `never writes`, `nothing is deleted`.
struct DenialReader {
    private let reader: PhraseReader

    init(_ vocabulary: Vocabulary, names: [String]) {
        reader = PhraseReader(vocabulary, names: names)
    }

    func denials(of sentence: Sentence, in prose: Prose) -> [Denial] {
        guard sentence.marks.contains(.denial) else { return [] }
        let tokens = prose.tokens[sentence.tokens]
        guard tokens.last?.key != DenialWords.questionMark else { return [] }
        let phrases = reader.phrases(of: tokens)
        // Whoever says when, or which, denies only a part.
        guard !phrases.contains(where: Self.limits), !beginsWithLimit(phrases) else { return [] }
        return phrases.indices.compactMap { denial(at: $0, phrases) }
    }

    private func denial(at index: Int, _ phrases: [Phrase]) -> Denial? {
        let phrase = phrases[index]
        if phrase.isWord(DenialWords.readOnly) { return ReadOnlyPhrase(phrases, index).denial }
        if phrase.isWord(DenialWords.change), let denial = madeChange(index, phrases) { return denial }
        guard let number = phrase.verb, VerbTest(phrases).isVerb(index) else { return nil }
        let verb = ActionVerb.all[number]
        if phrase.forms.contains(.participle), let passive = PassiveDenial(phrases, index) {
            return passive.denial(of: verb)
        }
        let actions = verb.pattern.usualActions
        guard let doer = doer(of: index, phrases) else { return nil }
        let between = phrases[(doer + 1)..<index]
        let objects = Objects(phrases, after: index)
        if actions == .read, between.contains(where: { $0.isWord(DenialWords.only) }) {
            return Denial(actions: [.write, .delete], resources: resources(objects))
        }
        guard objects.isDenied || between.contains(where: { $0.role == .negation }), !actions.contains(.read),
            !objects.isElsewhere
        else { return nil }
        if let resources = resources(objects) { return Denial(actions: actions, resources: resources) }
        return isOfEverything(index, objects, phrases, verb) ? Denial(actions: actions, resources: nil) : nil
    }

    /// `does not write`, `never writes anything to the platform`.
    private func isOfEverything(_ index: Int, _ objects: Objects, _ phrases: [Phrase], _ verb: ActionVerb) -> Bool {
        guard DenialWords.general.contains(verb.base), !objects.hasPronoun else { return false }
        let object = phrases[(index + 1)...].drop(while: DenialWords.opensNoun)
        let isEverything = object.first?.isWord(DenialWords.everything) == true
        return (isEverything || !objects.hasOtherObject) && DenialWords.isAboutPlatform(object)
    }

    /// `makes no changes`, `no changes are made`.
    private func madeChange(_ index: Int, _ phrases: [Phrase]) -> Denial? {
        guard index > 0, phrases[index - 1].role == .no else { return nil }
        let isMade = phrases[(index + 1)...].contains { $0.verb == DenialWords.make && $0.forms.contains(.participle) }
        let isMaking = index > 1 && phrases[index - 2].verb == DenialWords.make && doer(of: index - 2, phrases) != nil
        guard isMade || isMaking, DenialWords.isAboutPlatform(phrases[(index + 1)...]) else { return nil }
        return Denial(actions: [.write, .delete], resources: nil)
    }

    private func resources(_ objects: Objects) -> Set<Int>? {
        let all = objects.direct + objects.destinations
        return all.isEmpty ? nil : all.reduce(into: []) { $0.formUnion($1) }
    }

    /// The integration, when it is the subject of the verb at an index.
    private func doer(of index: Int, _ phrases: [Phrase]) -> Int? {
        var before = index - 1
        while before >= 0 {
            let phrase = phrases[before]
            if phrase.isIntegration || phrase.role == .speaker || phrase.role == .mechanism { return before }
            switch phrase.role {
            case .adverb, .negation, .have, .can, .will, .conjunction: break
            default: guard phrase.verb != nil || phrase.kind == .comma else { return nil }
            }
            before -= 1
        }
        return nil
    }

    /// `In reviews it only reads`, and not `In Harbour it only reads`.
    private func beginsWithLimit(_ phrases: [Phrase]) -> Bool {
        switch phrases.first?.role {
        case .inside, .preposition, .from, .by: break
        default: return false
        }
        let noun = phrases.dropFirst().first { $0.role != .determiner }
        return noun.map { $0.role != .platform && !$0.isWord(DenialWords.sides) } ?? false
    }

    private static func limits(_ phrase: Phrase) -> Bool {
        switch phrase.role {
        case .premise, .relative, .subordinator, .modal, .planned, .without: true
        default: phrase.isWord(DenialWords.partly)
        }
    }
}

/// Words that a denial is known by.
enum DenialWords {
    /// `does not write` means everything; `does not publish` means what the sentences around speak of.
    static let general: Set = [
        "write", "change", "modify", "alter", "edit", "update", "create", "delete", "remove", "erase",
    ]
    static let questionMark = WordKey("?")
    static let readOnly: Set = [WordKey("read-only")]
    static let only: Set = [WordKey("only")]
    static let change = words("change changes")
    static let everything = words("anything data")
    static let access = words("access permission permissions scope scopes connection")
    static let nothing = words("nothing none")
    static let partly = words("other others existing else yet itself directly twice again more")
    static let make = ActionVerb.all.firstIndex { $0.base == "make" }
    static let sides = words("account side data records tenant instance")

    static func words(_ words: String) -> Set<WordKey> {
        Set(words.split(separator: " ").map { WordKey($0) })
    }

    static func opensNoun(_ phrase: Phrase) -> Bool {
        switch phrase.role {
        case .determiner, .no, .negation, .adverb, .conjunction: true
        default: phrase.verb != nil && phrase.resources == nil
        }
    }

    /// Whether everything after `in`, `to` and the like is the platform: `to its own log` is another matter.
    static func isAboutPlatform(_ phrases: ArraySlice<Phrase>) -> Bool {
        for index in phrases.indices {
            switch phrases[index].role {
            case .to, .from, .inside, .of, .preposition:
                let noun = phrases[(index + 1)...].first { $0.role != .determiner }
                guard let noun, noun.role == .platform || noun.isWord(sides) else { return false }
            default: break
            }
        }
        return true
    }
}
