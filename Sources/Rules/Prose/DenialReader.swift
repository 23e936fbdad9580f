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
        guard tokens.last?.key != Self.questionMark else { return [] }
        let phrases = reader.phrases(of: tokens)
        // Whoever says when, or which, denies only a part.
        guard !phrases.contains(where: Self.limits) else { return [] }
        return phrases.indices.compactMap { denial(at: $0, phrases) }
    }

    private func denial(at index: Int, _ phrases: [Phrase]) -> Denial? {
        let phrase = phrases[index]
        if phrase.isWord(Self.readOnly) {
            return isSaidOfIntegration(index, phrases) ? Denial(actions: [.write, .delete], resources: nil) : nil
        }
        guard let number = phrase.verb, VerbTest(phrases).isVerb(index) else { return nil }
        let actions = ActionVerb.all[number].pattern.usualActions
        if phrase.forms.contains(.participle), hasBe(before: index, phrases) {
            return passive(actions, index, phrases)
        }
        guard let doer = doer(of: index, phrases) else { return nil }
        let between = phrases[(doer + 1)..<index]
        if actions == .read, between.contains(where: { $0.isWord(Self.only) }) {
            return Denial(actions: [.write, .delete], resources: resources(Objects(phrases, after: index)))
        }
        let objects = Objects(phrases, after: index)
        guard objects.isDenied || between.contains(where: { $0.role == .negation }) else { return nil }
        return denial(of: actions, objects, isGeneral: Self.general.contains(ActionVerb.all[number].base))
    }

    private func denial(of actions: ActionSet, _ objects: Objects, isGeneral: Bool) -> Denial? {
        guard !actions.contains(.read), !objects.isElsewhere else { return nil }
        if let resources = resources(objects) { return Denial(actions: actions, resources: resources) }
        guard !objects.hasOtherObject, !objects.hasPronoun, isGeneral else { return nil }
        return Denial(actions: actions, resources: nil)
    }

    private func resources(_ objects: Objects) -> Set<Int>? {
        let all = objects.direct + objects.destinations
        return all.isEmpty ? nil : all.reduce(into: []) { $0.formUnion($1) }
    }

    /// `nothing is written`, `no profile is changed`.
    private func passive(_ actions: ActionSet, _ index: Int, _ phrases: [Phrase]) -> Denial? {
        guard !actions.contains(.read), !Objects(phrases, after: index).isElsewhere,
            let start = phrases[..<index].lastIndex(where: { $0.role == .no })
        else { return nil }
        let subject = phrases[(start + 1)..<index]
        if phrases[start].isWord(Self.nothing) {
            let base = phrases[index].verb.map { ActionVerb.all[$0].base } ?? ""
            let isQualified = phrases[(index + 1)...].contains { Self.qualifies($0) }
            return Self.general.contains(base) && !isQualified ? Denial(actions: actions, resources: nil) : nil
        }
        let resources = subject.compactMap(\.resources).reduce(into: Set<Int>()) { $0.formUnion($1) }
        return resources.isEmpty ? nil : Denial(actions: actions, resources: resources)
    }

    private func hasBe(before index: Int, _ phrases: [Phrase]) -> Bool {
        for phrase in phrases[..<index].reversed() {
            if phrase.role == .be { return true }
            guard phrase.role == .adverb || phrase.role == .conjunction || phrase.verb != nil || phrase.kind == .comma
            else { return false }
        }
        return false
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

    private func isSaidOfIntegration(_ index: Int, _ phrases: [Phrase]) -> Bool {
        guard index >= 2 else { return false }
        let before = phrases[..<index].reversed().drop { $0.role == .adverb || $0.role == .determiner }
        guard before.first?.role == .be, let subject = before.dropFirst().first else { return false }
        return subject.isIntegration || subject.role == .speaker || subject.role == .mechanism
    }

    private static func limits(_ phrase: Phrase) -> Bool {
        switch phrase.role {
        case .premise, .relative, .subordinator, .modal, .planned, .without: true
        default: phrase.isWord(partly)
        }
    }

    private static func qualifies(_ phrase: Phrase) -> Bool {
        switch phrase.role {
        case .preposition, .of, .from, .inside: true
        default: false
        }
    }

    /// `does not write` means everything; `does not publish` means what the sentences around speak of.
    private static let general: Set = [
        "write", "change", "modify", "alter", "edit", "update", "create", "delete", "remove", "erase",
    ]
    private static let questionMark = WordKey("?")
    private static let readOnly: Set = [WordKey("read-only")]
    private static let only: Set = [WordKey("only")]
    private static let nothing: Set = [WordKey("nothing"), WordKey("none")]
    private static let partly = Set(
        "other others existing else yet itself directly".split(separator: " ").map { WordKey($0) }
    )
}
