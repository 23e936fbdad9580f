/// What a verb does to the thing that it acts on.
struct ActionVerb: Sendable, Hashable {
    /// How to find what is acted on, and in which direction data flows.
    enum Pattern: Sendable, Hashable {
        case read
        /// Acts on its object only: `creates an invoice`.
        case create
        /// Acts on its object, or on what the object is put on: `writes the number to the order`.
        case change
        /// Brings something to somebody: whether that reads or writes depends on where it comes from and goes.
        case send
        /// Moves data between systems, in the direction that `from` and `to` tell.
        case transfer
        case delete
        /// `opens a ticket` creates it, `opens the file` reads it.
        case open
        /// Writes with the right company only: `keeps contacts up to date`.
        case keep
        /// Reads with the right company only: `looks up the profile`.
        case look
        /// Writes only what it arrives or counts as: `arrives as an event`.
        case become
    }

    let base: String
    let pattern: Pattern
    let past: String
    let participle: String

    private init(_ words: Substring, _ pattern: Pattern) {
        let forms = words.split(separator: "/").map(String.init)
        base = forms[0]
        self.pattern = pattern
        past = forms.count > 1 ? forms[1] : Inflection.past(of: base)
        participle = forms.last == base && forms.count == 1 ? past : forms[forms.count - 1]
    }

    private static func list(_ pattern: Pattern, _ words: String) -> [ActionVerb] {
        words.split(separator: " ").map { ActionVerb($0, pattern) }
    }

    /// `base`, `base/past` or `base/past/participle` where spelling alone does not give them.
    static let all: [ActionVerb] =
        list(
            .read,
            """
            read/read view fetch load retrieve download search check list show/showed/shown display query scan inspect \
            get/got collect pull monitor watch analyse analyze access browse gather poll compare extract ingest
            """
        )
        + list(
            .create,
            """
            create generate make/made book issue draft duplicate clone compose register launch trigger schedule build/built
            """
        )
        + list(
            .change,
            """
            write/wrote/written add update change edit modify set/set store save put/put assign tag label mark merge \
            rename move attach insert append log record track enrich correct adjust reset/reset overwrite/overwrote/overwritten \
            replace fill populate close reopen archive block pause resume unsubscribe subscribe enrol enroll post \
            publish reply submit/submitted alter patch amend cancel/cancelled refresh upsert reschedule
            """
        )
        + list(.send, "send/sent push deliver upload")
        + list(.transfer, "sync synchronise synchronize import export copy transfer forward mirror stream")
        + list(.delete, "delete remove erase purge wipe destroy clear withdraw/withdrew/withdrawn revoke drop")
        + list(.open, "open")
        + list(.keep, "keep/kept")
        + list(.look, "look")
        + list(.become, "become/became/become arrive turn convert")

    /// Doubles its last letter where the participle does: `submitted`, `cancelled`.
    private var gerund: String {
        let stem = participle.dropLast(2)
        let isDoubled = participle.hasSuffix("ed") && stem.dropLast() == base && stem.last == base.last
        return isDoubled ? stem + "ing" : Inflection.gerund(of: base)
    }

    /// Every spelling of the verb, with what it can be in a sentence.
    var spellings: [(word: String, forms: VerbForms)] {
        var forms: [String: VerbForms] = [:]
        forms[base, default: []].insert(.base)
        forms[Inflection.withS(base), default: []].insert(.third)
        forms[past, default: []].insert(.past)
        forms[participle, default: []].insert(.participle)
        forms[gerund, default: []].insert(.gerund)
        return forms.map { ($0.key, $0.value) }
    }
}

extension ActionVerb.Pattern {
    /// What such a verb does where nothing else is known.
    var usualActions: ActionSet {
        switch self {
        case .read, .look, .open: .read
        case .create, .change, .send, .keep, .become: .write
        case .transfer: [.read, .write]
        case .delete: .delete
        }
    }
}

struct VerbForms: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let base = VerbForms(rawValue: 1)
    /// `reads`.
    static let third = VerbForms(rawValue: 2)
    static let past = VerbForms(rawValue: 4)
    static let participle = VerbForms(rawValue: 8)
    static let gerund = VerbForms(rawValue: 16)
}
