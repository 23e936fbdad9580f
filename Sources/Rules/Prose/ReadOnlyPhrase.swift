/// `read-only`, said of the integration: `the connection is read-only`, `needs read-only access`.
struct ReadOnlyPhrase {
    private let phrases: [Phrase]
    private let index: Int

    init(_ phrases: [Phrase], _ index: Int) {
        self.phrases = phrases
        self.index = index
    }

    var denial: Denial? {
        if isAttribute { return isHeld ? everything : nil }
        let before = phrases[..<index].reversed().drop { $0.role == .adverb || $0.role == .determiner }
        guard before.first?.role == .be, let subject = before.dropFirst().first else { return nil }
        if let resources = subject.resources {
            return isForIntegration ? Denial(actions: [.write, .delete], resources: resources) : nil
        }
        let isOfAnother = before.dropFirst(2).contains { $0.role != .determiner && $0.role != .own }
        return !isOfAnother && isIntegration(subject) ? everything : nil
    }

    private var everything: Denial { Denial(actions: [.write, .delete], resources: nil) }

    /// `read-only access`.
    private var isAttribute: Bool {
        guard index + 1 < phrases.count else { return false }
        return phrases[index + 1].role == .mechanism || phrases[index + 1].isWord(DenialWords.access)
    }

    /// Whether it is the integration that has it: `it only asks for read-only access`.
    private var isHeld: Bool {
        guard let first = phrases.first(where: { $0.role != .determiner }), index > 0 else { return false }
        let isThis = phrases[0].isWord(Self.this) && phrases[..<index].contains { $0.role == .be }
        guard isThis || first.isIntegration || first.role == .speaker || first.role == .mechanism else { return false }
        return phrases[1..<index].allSatisfy { phrase in
            switch phrase.role {
            case .be, .have, .purpose, .adverb, .determiner, .preposition, .platform: true
            case .none: phrase.verb != nil || phrase.isIntegration || phrase.isWord(Self.holding)
            default: phrase.isWord(Self.holding)
            }
        }
    }

    private var isForIntegration: Bool {
        index + 2 < phrases.count && phrases[index + 1].role == .preposition && isIntegration(phrases[index + 2])
    }

    private func isIntegration(_ phrase: Phrase) -> Bool {
        phrase.isIntegration || phrase.role == .speaker || phrase.role == .mechanism
            || phrase.isWord(DenialWords.access)
    }

    private static let this = DenialWords.words("this")
    private static let holding = DenialWords.words("asks ask requests request connects connect works work gets wants")
}
