/// Tells whether a word that may be a noun as well, such as `updates` or `set`, is a verb where it stands.
struct VerbTest {
    private let phrases: [Phrase]

    init(_ phrases: [Phrase]) {
        self.phrases = phrases
    }

    func isVerb(_ index: Int) -> Bool {
        let phrase = phrases[index]
        guard phrase.verb != nil else { return false }
        let isResource = phrase.resources != nil
        if phrase.forms.isDisjoint(with: [.base, .third]) { return !isResource }
        if index + 1 < phrases.count, phrases[index + 1].role == .of || phrases[index + 1].role == .be { return false }
        guard index > 0 else { return phrase.forms.contains(.base) && !isResource && takesObject(index) }
        let before = phrases[index - 1]
        switch before.kind {
        case .integration, .comma, .stop: return !isResource || before.isIntegration
        case .code: return takesObject(index)
        case .resource: return phrase.forms.contains(.participle) || (!isResource && takesObject(index))
        case .word(let role): return isVerb(index, after: role, before, isResource)
        }
    }

    /// Whether a verb in one of some forms begins a sentence without a subject: `Deletes users`, and not
    /// `Updates from users`, `Push campaigns`.
    func isOpening(_ index: Int, _ forms: VerbForms) -> Bool {
        let phrase = phrases[index]
        guard phrase.verb != nil, phrase.resources == nil, !phrase.forms.isDisjoint(with: forms),
            index + 1 < phrases.count
        else { return false }
        let next = phrases[index + 1]
        switch next.role {
        case .conjunction: return index + 2 < phrases.count && phrases[index + 2].verb != nil
        case .to, .from: return !Self.nouns.contains(phrase.key)
        case .determiner, .own: return true
        default: break
        }
        if next.kind == .comma { return index + 2 < phrases.count && phrases[index + 2].verb != nil }
        return takesObject(index) && !Self.modifiers.contains(phrase.key)
    }

    private func isVerb(_ index: Int, after role: WordRole, _ before: Phrase, _ isResource: Bool) -> Bool {
        let phrase = phrases[index]
        switch role {
        case .determiner, .own, .of, .from, .preposition, .inside, .attribute, .no, .alike, .by, .without: return false
        case .to: return phrase.forms.contains(.base) && !isResource
        case .speaker, .person, .can, .will, .modal, .negation, .relative: return true
        case .be: return phrase.forms.contains(.participle)
        case .have: return !phrase.forms.contains(.third)
        case .adverb, .conjunction, .premise, .subordinator: return !isResource
        default: return !isResource && (takesObject(index) || !Self.nouns.contains(phrase.key))
        }
    }

    /// Whether what follows can be the object of a verb.
    private func takesObject(_ index: Int) -> Bool {
        guard index + 1 < phrases.count else { return false }
        let next = phrases[index + 1]
        switch next.kind {
        case .integration, .resource, .code: return true
        case .comma, .stop: return false
        case .word(let role):
            switch role {
            case .determiner, .own, .no, .pronoun, .speaker, .adverb, .attribute, .to, .from: return true
            case .none: return true
            default: return false
            }
        }
    }

    /// Tell at the beginning of a title what kind of thing follows, unless an article does.
    private static let modifiers = Set(
        "push draft view change archive export import record log post label tag track book open test move"
            .split(separator: " ").map { WordKey($0) }
    )

    /// Forms that are nouns at least as often.
    private static let nouns = Set(
        """
        updates changes imports exports copies lists sets displays views logs records labels tags tracks posts marks shows \
        books makes searches downloads uploads queries scans drafts clones triggers drops looks pulls monitors watches \
        issues checks transfers streams mirrors moves builds blocks stores access reads writes update change import export \
        copy list set display view log record label tag track post mark show book search download upload query scan draft \
        clone trigger drop look pull monitor watch issue check transfer stream mirror move build block store publish pause \
        sync syncs
        """
        .split(separator: " ").map { WordKey($0) }
    )
}
