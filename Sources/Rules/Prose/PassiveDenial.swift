/// `nothing is written`, `no profile is changed`, `contacts are never changed`.
struct PassiveDenial {
    private let phrases: [Phrase]
    private let participle: Int
    private let auxiliary: Int

    /// Nil where the verb at an index is no passive.
    init?(_ phrases: [Phrase], _ index: Int) {
        guard let auxiliary = Self.auxiliary(before: index, phrases) else { return nil }
        self.phrases = phrases
        participle = index
        self.auxiliary = auxiliary
    }

    private static func auxiliary(before index: Int, _ phrases: [Phrase]) -> Int? {
        for before in phrases[..<index].indices.reversed() {
            let phrase = phrases[before]
            switch phrase.role {
            case .be: return before
            case .adverb, .conjunction, .negation: break
            default: guard phrase.verb != nil || phrase.kind == .comma else { return nil }
            }
        }
        return nil
    }

    func denial(of verb: ActionVerb) -> Denial? {
        let actions = verb.pattern.usualActions
        let objects = Objects(phrases, after: participle)
        guard !actions.contains(.read), !objects.isElsewhere, objects.agent == nil || objects.agent == .integration,
            DenialWords.isAboutPlatform(phrases[(participle + 1)...])
        else { return nil }
        if let start = phrases[..<auxiliary].lastIndex(where: { $0.role == .no }) {
            let subject = phrases[(start + 1)..<auxiliary]
            guard phrases[start].isWord(DenialWords.nothing) else { return denial(of: actions, verb, subject) }
            return isGeneral(verb) && DenialWords.isAboutPlatform(subject)
                ? Denial(actions: actions, resources: nil) : nil
        }
        let between = phrases[auxiliary..<participle]
        guard between.contains(where: { $0.role == .negation || $0.key.isNegatedVerb }) else { return nil }
        return denial(of: actions, verb, subject)
    }

    /// What stands before the verb, from where its clause begins.
    private var subject: ArraySlice<Phrase> {
        let start = phrases[..<auxiliary].lastIndex { $0.kind == .comma || $0.kind == .stop || $0.role == .conjunction }
        return phrases[(start.map { $0 + 1 } ?? 0)..<auxiliary]
    }

    /// `the number of a contact` is no contact.
    private func denial(of actions: ActionSet, _ verb: ActionVerb, _ subject: ArraySlice<Phrase>) -> Denial? {
        let nouns = subject.filter { $0.role != .determiner && $0.role != .adverb && $0.role != .no }
        if nouns.count == 1, nouns.first?.isWord(DenialWords.everything) == true, isGeneral(verb) {
            return Denial(actions: actions, resources: nil)
        }
        let resources = nouns.compactMap(\.resources)
        guard !nouns.isEmpty, resources.count == nouns.count else { return nil }
        return Denial(actions: actions, resources: resources.reduce(into: []) { $0.formUnion($1) })
    }

    private func isGeneral(_ verb: ActionVerb) -> Bool { DenialWords.general.contains(verb.base) }
}
