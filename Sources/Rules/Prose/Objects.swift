/// What follows a verb: the things that it acts on, where they go and where they come from.
struct Objects {
    enum Party {
        case integration, platform, other
    }

    private(set) var direct: [Set<Int>] = []
    /// After `to` and `into`.
    private(set) var destinations: [Set<Int>] = []
    /// After `in` and `on`.
    private(set) var places: [Set<Int>] = []
    /// After `of`.
    private(set) var owners: [Set<Int>] = []
    /// After `from`.
    private(set) var origins: [Set<Int>] = []
    /// After `for`.
    private(set) var searched: [Set<Int>] = []
    /// After `as`.
    private(set) var alike: [Set<Int>] = []
    private(set) var goesTo: Party?
    private(set) var comesFrom: Party?
    /// After `by`.
    private(set) var agent: Party?
    /// Whether it is said that nothing of the kind is acted on: `deletes no files`.
    private(set) var isDenied = false
    /// Whether it happens in the integration, not on the platform.
    private(set) var isElsewhere = false
    private(set) var hasPronoun = false
    /// Whether something else than a resource is acted on.
    private(set) var hasOtherObject = false
    private(set) var isKeptUpToDate = false
    private(set) var isIndefinite = false
    private(set) var isBack = false
    /// `to its own log`: what is written there is the integration's.
    private(set) var goesToOwn = false
    /// `by e-mail`, `to your Slack channel`: a message, whatever it is called.
    private(set) var isMessage = false
    let particle: WordKey?

    private var preposition: WordRole?
    private var isSearching = false
    private var isOwn = false
    private var isInRelative = false
    private var hasNoun = false
    /// `duplicates`: of what, the noun after `of` tells.
    private var isCopy = false

    init(_ phrases: [Phrase], after verb: Int) {
        particle = verb + 1 < phrases.count ? phrases[verb + 1].key : nil
        isIndefinite = particle.map { Self.indefinite.contains($0) } ?? false
        var index = verb + 1
        while index < phrases.count, read(index, phrases, verb) { index += 1 }
    }

    var hasPlatformDirection: Bool { comesFrom == .integration || goesTo == .platform }

    /// Whether the reading goes on.
    private mutating func read(_ index: Int, _ phrases: [Phrase], _ verb: Int) -> Bool {
        let phrase = phrases[index]
        switch phrase.kind {
        case .stop: return false
        case .comma: return continues(after: index, phrases)
        case .code:
            if preposition != .to { note(nil) }
            return true
        case .integration:
            note(.integration)
            return true
        case .resource(let resources):
            if phrase.verb != nil, VerbTest(phrases).isVerb(index) { return isShared(index, phrases) }
            if preposition == nil { isCopy = phrase.isWord(Self.copies) }
            note(resources, isCompound: isCompound(index, phrases))
            return true
        case .word(let role): return readWord(role, phrase, index, phrases)
        }
    }

    private mutating func readWord(_ role: WordRole, _ phrase: Phrase, _ index: Int, _ phrases: [Phrase]) -> Bool {
        if phrase.verb != nil, VerbTest(phrases).isVerb(index) { return isShared(index, phrases) }
        if phrase.isWord(Self.nor) { return continues(after: index, phrases) }
        switch role {
        case .be, .have, .can, .will, .modal, .negation, .without, .subordinator, .otherVerb, .purpose, .stopping:
            return false
        case .premise: return false
        case .relative:
            isInRelative = true
            preposition = nil
        case .conjunction: return continues(after: index, phrases)
        case .no: if !hasNoun, preposition == nil { isDenied = true }
        case .to, .from, .inside, .of, .alike, .by, .preposition:
            preposition = role
            isSearching = phrase.isWord(Self.searching)
        case .own:
            isOwn = true
            if preposition == .to, phrase.isWord(Self.own) { goesToOwn = true }
            // `to your own server`: what arrives there is the reader's affair.
            if isLocated || (preposition == .to && isOfReader(index - 1, phrases)) { isElsewhere = true }
        case .determiner: if isLocated, phrase.isWord(Self.its) { isElsewhere = true }
        case .adverb: if phrase.isWord(Self.back) { isBack = true }
        case .speaker, .pronoun: return readPronoun(phrase)
        case .mechanism: note(preposition == nil || isOfReader(index - 1, phrases) ? nil : .integration)
        case .platform: note(.platform)
        case .person:
            readOwner(phrase)
            return readPerson()
        case .none where preposition == .of && goesTo != nil && phrase.isWord(Self.yours): isElsewhere = true
        case .planned, .attribute, .none:
            if phrase.isWord(Self.upToDate) { isKeptUpToDate = true }
            if preposition != nil, phrase.isWord(Self.channels) { isMessage = true }
            // What is put into a field is put into the resource that has the field.
            if preposition != .to || !phrase.isWord(Self.parts) { note(nil) }
        }
        return true
    }

    private func isOfReader(_ index: Int, _ phrases: [Phrase]) -> Bool {
        phrases[index].isWord(ClauseWords.ofReader)
    }

    /// After `from` or `in`.
    private var isLocated: Bool { preposition == .from || preposition == .inside }

    private mutating func readPronoun(_ phrase: Phrase) -> Bool {
        if preposition == nil {
            guard !hasNoun, !isInRelative else { return false }
            hasPronoun = true
            hasNoun = true
        } else {
            note(phrase.isWord(Self.us) ? .integration : nil)
        }
        return true
    }

    private mutating func readPerson() -> Bool {
        guard preposition != nil, !isInRelative else {
            if !hasNoun { hasOtherObject = true }
            return false
        }
        if preposition == .by { agent = .other }
        return true
    }

    /// `the dashboard of the reviewer` is a thing of the reviewer's.
    private mutating func readOwner(_ phrase: Phrase) {
        if preposition == .of, phrase.isWord(Self.ownersOfTheirOwn) { isElsewhere = true }
    }

    /// A noun that is no resource.
    private mutating func note(_ party: Party?) {
        guard !isInRelative else { return }
        let party = party ?? .other
        switch preposition {
        case nil:
            hasNoun = true
            hasOtherObject = true
            if party == .integration { isElsewhere = true }
        case .to: if goesTo == nil || party != .other { goesTo = party }
        case .from: if comesFrom == nil || party != .other { comesFrom = party }
        case .inside: if party == .integration { isElsewhere = true }
        case .of: if isCopy { isElsewhere = true }
        case .by: agent = agent == .integration ? .integration : party
        default: break
        }
        isOwn = false
    }

    private mutating func note(_ resources: Set<Int>, isCompound: Bool) {
        defer { isOwn = false }
        guard !isOwn, !isCompound else { return note(nil) }
        guard !isInRelative || preposition == .to else { return }
        switch preposition {
        case nil:
            hasNoun = true
            direct.append(resources)
        case .to: destinations.append(resources)
        case .inside: places.append(resources)
        case .of: owners.append(resources)
        case .from: origins.append(resources)
        case .alike: alike.append(resources)
        case .by: agent = .other
        case .preposition: if isSearching { searched.append(resources) }
        default: break
        }
    }

    /// `order number` is no order.
    private func isCompound(_ index: Int, _ phrases: [Phrase]) -> Bool {
        guard index + 1 < phrases.count else { return false }
        let next = phrases[index + 1]
        return next.role == .attribute || next.role == .person
    }

    /// After a comma or a conjunction: another object, the object of two verbs, or something new.
    private mutating func continues(after index: Int, _ phrases: [Phrase]) -> Bool {
        var next = index + 1
        while next < phrases.count,
            phrases[next].role == .determiner || phrases[next].role == .conjunction
                || phrases[next].role == .adverb || phrases[next].role == .own
        { next += 1 }
        guard next < phrases.count, !isInRelative else { return false }
        if VerbTest(phrases).isVerb(next) { return !hasNoun }
        guard phrases[next].resources != nil || (phrases[next].isUnknown && phrases[index].kind != .comma)
        else { return phrases[next].isUnknown && !hasNoun }
        return !isSubject(next, phrases)
    }

    private func isSubject(_ index: Int, _ phrases: [Phrase]) -> Bool {
        for phrase in phrases[(index + 1)...].prefix(4) {
            switch phrase.role {
            case .be, .have, .can, .will, .modal, .negation, .otherVerb, .purpose: return true
            case .conjunction, .to, .from, .inside, .preposition, .premise, .relative: return false
            default: if phrase.kind == .comma || phrase.kind == .stop { return false }
            }
        }
        return false
    }

    /// `creates, assigns and withdraws coupons`: the object of the last verb is that of all.
    private func isShared(_ index: Int, _ phrases: [Phrase]) -> Bool {
        !hasNoun && !isInRelative && preposition == nil && phrases[index].forms != .gerund
    }

    private static let indefinite = Set(["a", "an", "new", "another", "one"].map { WordKey($0) })
    private static let upToDate = Set(["up", "up-to-date", "in", "current"].map { WordKey($0) })
    private static let copies = Set("duplicate duplicates".split(separator: " ").map { WordKey($0) })
    private static let own: Set = [WordKey("own")]
    private static let channels = Set(
        "slack discord telegram e-mail email mail inbox".split(separator: " ").map { WordKey($0) }
    )
    private static let ownersOfTheirOwn = Set(
        "reviewer reviewers author authors editor editors".split(separator: " ").map { WordKey($0) }
    )
    private static let its: Set = [WordKey("its")]
    private static let back: Set = [WordKey("back")]
    private static let parts = Set(
        "attribute attributes field fields property properties column columns".split(separator: " ").map { WordKey($0) }
    )
    private static let searching: Set = [WordKey("for")]
    private static let nor: Set = [WordKey("nor")]
    private static let yours: Set = [WordKey("yours")]
    private static let us = Set(["us", "me"].map { WordKey($0) })
}
