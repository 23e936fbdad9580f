/// Walks over a sentence once, from left to right, and notes at each action verb who does what to which resource.
struct ClauseWalk {
    private let phrases: [Phrase]
    private var clause = Clause()
    /// A noun that may turn out to be the doer of the next verb, and where it stands.
    private var candidate: (doer: Clause.Doer, resources: Set<Int>, index: Int)?
    /// Whether the next noun begins a noun phrase that can be a subject.
    private var isAtBoundary = true
    private var isInPreposition = false
    /// After `no` where a subject can begin: `and no order is changed`.
    private var isSubjectDenied = false
    /// The last resources named, for `them`.
    private var lastResources: Set<Int> = []
    private var found: [ActionClaim] = []
    /// Where a verb without a subject stands that says what the integration does.
    private let opener: Int?

    init(_ phrases: [Phrase], opening: VerbForms = []) {
        self.phrases = phrases
        let first = phrases.firstIndex { $0.role != .adverb }
        opener = opening.isEmpty ? nil : first.flatMap { VerbTest(phrases).isOpening($0, opening) ? $0 : nil }
        if opener != nil { clause.doer = .integration }
    }

    mutating func claims() -> [ActionClaim] {
        for index in phrases.indices { read(index) }
        return found
    }

    private mutating func read(_ index: Int) {
        let phrase = phrases[index]
        switch phrase.kind {
        case .comma: boundary()
        case .stop: begin(Clause())
        case .code: isAtBoundary = false
        case .integration: readDoer(.integration, index)
        case .resource(let resources): readResource(resources, index)
        case .word(let role): readWord(role, phrase, index)
        }
    }

    private mutating func boundary() {
        if clause.isPremise { clause = Clause() }
        isAtBoundary = true
        isSubjectDenied = false
        isInPreposition = false
        candidate = nil
        clause.hasPurpose = false
    }

    private mutating func begin(_ next: Clause) {
        clause = next
        isAtBoundary = true
        isInPreposition = false
        candidate = nil
    }

    // A name, a pronoun or a noun of its own is a subject where a noun phrase can begin one.
    private mutating func readDoer(_ doer: Clause.Doer, _ index: Int) {
        let isPronounAfterVerb = phrases[index].role == .person && !isAfterPreposition(index) && clause.hasVerb
        let isAfterPhrase = !clause.hasVerb && clause.doer == .none && index > 0 && isNoun(index - 1)
        guard isAtBoundary || isPronounAfterVerb || isAfterPhrase else { return }
        takeSubject(doer, [])
        isAtBoundary = false
    }

    private mutating func takeSubject(_ doer: Clause.Doer, _ resources: Set<Int>) {
        // After a comma or conjunction the new subject begins a clause of its own.
        if clause.doer != .none || !clause.subject.isEmpty || clause.hasVerb {
            let isRelative = clause.isRelative
            let antecedent = clause.antecedent
            let main = clause.main
            clause = Clause()
            clause.isRelative = isRelative
            clause.antecedent = antecedent
            clause.main = main
            clause.isNegated = isSubjectDenied
        }
        isSubjectDenied = false
        clause.doer = doer
        clause.subject = resources
    }

    private mutating func readResource(_ resources: Set<Int>, _ index: Int) {
        if phrases[index].verb != nil, isVerb(index) { return readVerb(index) }
        if isAtBoundary {
            candidate = (.other, resources, index)
        } else if index > 0, isOfCandidate(index) {
            candidate?.resources = resources
        }
        lastResources = resources
        isAtBoundary = false
    }

    /// `the stock of a product`: what is done to the stock is done to the product.
    private func isOfCandidate(_ index: Int) -> Bool {
        guard let candidate, candidate.resources.isEmpty else { return false }
        let between = phrases[(candidate.index + 1)..<index]
        return between.first?.role == .of && between.dropFirst().allSatisfy { $0.role == .determiner }
    }

    private mutating func readWord(_ role: WordRole, _ phrase: Phrase, _ index: Int) {
        if phrase.verb != nil, isVerb(index) { return readVerb(index) }
        switch role {
        case .speaker: readDoer(isOfAnother(phrase, index) ? .other : .integration, index)
        case .mechanism: readNoun(index, isOfReader(index) ? .other : .integration)
        case .person, .platform: readDoer(.other, index)
        case .be: readBe(index)
        case .have: promote(index)
        case .can:
            promote(index)
            clause.hasCan = true
        case .will: promote(index)
        case .modal:
            promote(index)
            clause.isPossible = true
        case .negation:
            promote(index)
            clause.isNegated = true
        case .no:
            clause.isNegated = true
            isSubjectDenied = isAtBoundary
        case .without: if index == 0 || clause.hasVerb { clause.isNegated = true }
        case .determiner, .own: beginNoun(index)
        case .adverb, .alike: break
        case .to, .from, .inside, .of, .by, .preposition:
            isAtBoundary = false
            isInPreposition = true
        case .conjunction: readConjunction(index)
        case .premise:
            var next = Clause()
            next.isPremise = true
            begin(next)
        case .subordinator: begin(Clause())
        case .relative: readRelative(index)
        case .purpose:
            promote(index)
            clause.hasPurpose = true
            clause.hasVerb = true
        case .stopping:
            promote(index)
            clause.isNegated = true
            clause.hasPurpose = true
        case .otherVerb: readOtherVerb(index)
        case .pronoun, .planned, .attribute, .none: readNoun(index, .other)
        }
    }

    /// `at 100 points the shop …`: a second noun phrase without a preposition is the subject.
    private mutating func beginNoun(_ index: Int) {
        guard index > 0, !clause.hasVerb, clause.doer == .none, isNoun(index - 1) else { return }
        isAtBoundary = true
        candidate = nil
    }

    private func isNoun(_ index: Int) -> Bool {
        let phrase = phrases[index]
        return phrase.isUnknown || phrase.resources != nil || phrase.role == .mechanism || phrase.role == .adverb
    }

    private mutating func readNoun(_ index: Int, _ doer: Clause.Doer) {
        if !isInPreposition, index == 0 || phrases[index - 1].resources == nil { lastResources = [] }
        guard isAtBoundary else {
            // The head of the phrase says what it is: `a change`, `the contact form`.
            if let candidate, candidate.index == index - 1 { self.candidate = (doer, [], index) }
            return
        }
        candidate = (doer, [], index)
    }

    /// `another app, it can delete users`.
    private func isOfAnother(_ phrase: Phrase, _ index: Int) -> Bool {
        guard phrase.isWord(ClauseWords.it), index > 1 else { return false }
        return (1..<index).contains { phrases[$0].role == .mechanism && phrases[$0 - 1].isWord(ClauseWords.another) }
    }

    private func isOfReader(_ index: Int) -> Bool {
        index > 0 && phrases[index - 1].isWord(ClauseWords.ofReader)
    }

    private mutating func readBe(_ index: Int) {
        promote(index)
        if clause.isRelative, clause.hasVerb, !clause.main.isEmpty {
            // The verb of the relative clause is past, so this one is that of the main clause.
            let subject = clause.main
            clause = Clause()
            clause.subject = subject
        }
        if index > 0, phrases[index - 1].role == .relative {
            // `files that are attached` tells which files, not what is done.
            clause.isPassive = isAside(index)
            if clause.isPassive { clause.subject = clause.antecedent }
            return
        }
        clause.isPassive = true
        clause.hasVerb = true
        if phrases[index].key.isNegatedVerb { clause.isNegated = true }
    }

    /// `, which are read at night` says what is done to all of them.
    private func isAside(_ index: Int) -> Bool {
        index > 1 && phrases[index - 1].isWord(ClauseWords.which) && phrases[index - 2].kind == .comma
    }

    private mutating func readConjunction(_ index: Int) {
        isInPreposition = false
        isAtBoundary = true
        candidate = nil
        clause.hasPurpose = clause.hasPurpose && index + 1 < phrases.count && phrases[index + 1].verb != nil
        if phrases[index].isWord(ClauseWords.but) { clause.isNegated = false }
    }

    private mutating func readRelative(_ index: Int) {
        let resources = lastResources
        let outer = clause
        clause.isRelative = true
        clause.antecedent = resources
        clause.doer = .none
        clause.isNegated = false
        clause.isPassive = false
        clause.main = outer.subject.isEmpty ? (candidate?.resources ?? []) : outer.subject
        clause.subject = clause.main
        isAtBoundary = true
        candidate = nil
    }

    private mutating func readOtherVerb(_ index: Int) {
        promote(index)
        clause.hasVerb = true
        isAtBoundary = false
    }

    /// The noun phrase right before a finite verb is its subject.
    private mutating func promote(_ index: Int) {
        if let candidate, !clause.hasVerb || isRight(before: index, candidate.index) {
            takeSubject(candidate.doer, candidate.resources)
        }
        candidate = nil
        isAtBoundary = false
    }

    private func isRight(before index: Int, _ noun: Int) -> Bool {
        phrases[(noun + 1)..<index].allSatisfy { phrase in
            switch phrase.role {
            case .adverb, .be, .have, .can, .will, .negation: true
            default: false
            }
        }
    }

    private func isAfterPreposition(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return [.to, .from, .inside, .of, .by, .preposition].contains(phrases[index - 1].role)
    }

    /// Whether a word that may be a noun as well, such as `updates` or `set`, is a verb here.
    private func isVerb(_ index: Int) -> Bool {
        index == opener || VerbTest(phrases).isVerb(index)
    }

    private mutating func readVerb(_ index: Int) {
        let phrase = phrases[index]
        guard let number = phrase.verb else { return }
        isInPreposition = false
        let verb = ActionVerb.all[number]
        if phrase.forms.contains(.participle), clause.isPassive || isAdjective(index) {
            if clause.isPassive { readPassive(verb, index) }
            return
        }
        if phrase.forms == .gerund { return readGerund(verb, index) }
        if index > 0, phrases[index - 1].role == .to {
            if clause.hasPurpose { addActive(verb, index) }
            return
        }
        let isFinite = phrase.forms.contains(.third) || phrase.forms.contains(.base) || phrase.forms.contains(.past)
        guard isFinite else { return }
        promote(index)
        if clause.doer == .none, phrase.forms.contains(.base), !clause.hasVerb, !clause.isRelative {
            // An imperative is for the reader, unless it tells where the integration's data comes from or goes.
            if verb.pattern == .transfer, Objects(phrases, after: index).hasPlatformDirection {
                clause.doer = .integration
            } else {
                clause.doer = .other
            }
        }
        clause.hasVerb = true
        addActive(verb, index)
        clause.isPassive = false
    }

    /// `deleted contacts` are contacts that somebody has deleted.
    private func isAdjective(_ index: Int) -> Bool {
        guard phrases[index].forms.isDisjoint(with: [.third, .base]) else { return false }
        guard clause.doer == .integration, index > 0 else { return true }
        let before = phrases[index - 1]
        return
            !(before.isIntegration || before.role == .speaker || before.role == .mechanism || before.role == .adverb
            || before.role == .conjunction)
    }

    private mutating func readGerund(_ verb: ActionVerb, _ index: Int) {
        guard index > 0, clause.doer == .integration, !clause.isNegated else { return }
        let before = phrases[index - 1]
        guard before.kind == .comma || before.role == .by || before.role == .conjunction else { return }
        addActive(verb, index)
    }

    private mutating func addActive(_ verb: ActionVerb, _ index: Int) {
        guard clause.doer == .integration, !clause.isNegated, !clause.isPossible else { return }
        let objects = Objects(phrases, after: index)
        guard !objects.isDenied, !objects.isElsewhere else { return }
        found += objects.claims(of: verb, antecedent: clause.isRelative ? clause.antecedent : [], them: lastResources)
    }

    private mutating func readPassive(_ verb: ActionVerb, _ index: Int) {
        guard !clause.isNegated, !clause.isPossible, !clause.hasCan, !clause.isPremise else { return }
        let objects = Objects(phrases, after: index)
        guard objects.agent == nil || objects.agent == .integration, !objects.isElsewhere else { return }
        found += objects.claims(ofPassive: verb, subject: clause.subject)
    }
}

/// Words that the walk asks for by themselves.
enum ClauseWords {
    static let but: Set = [WordKey("but"), WordKey("then")]
    static let it: Set = [WordKey("it")]
    static let another = Set(["another", "other", "second", "different"].map { WordKey($0) })
    static let which: Set = [WordKey("which")]
    static let ofReader = Set(["your", "their", "his", "her"].map { WordKey($0) })
    static let negatedVerbs = Set(["isn't", "aren't", "wasn't", "weren't"].map { WordKey($0) })
}

extension WordKey {
    var isNegatedVerb: Bool { ClauseWords.negatedVerbs.contains(self) }
}
