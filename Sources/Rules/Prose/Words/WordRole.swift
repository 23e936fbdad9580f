/// What a word does in a sentence, apart from action verbs and the names of resources.
enum WordRole: UInt8, Sendable {
    case none
    /// The integration, spoken of by itself or by its makers: `it`, `we`.
    case speaker
    /// Things that act for the integration: `bot`, `connector`.
    case mechanism
    /// The reader, and people whose work the page describes.
    case person
    /// The platform, by a common word or by its name.
    case platform
    case be, have, can, will
    /// What might be, and is not said to be: `could`, `may`.
    case modal
    case negation
    /// `no`, `nothing`, `none`.
    case no
    case without
    case determiner
    /// `its`, `our`, `own`: the thing is not the platform's.
    case own
    case adverb
    case to, from, inside, of, alike, by, preposition
    case conjunction
    /// Opens a clause that says when, not what: `when`, `after`.
    case premise
    /// Opens a clause whose doer has to be found again: `because`, `so`.
    case subordinator
    case relative
    /// `them`, `it` as an object.
    case pronoun
    /// What is not there yet: `planned`, `soon`.
    case planned
    /// Verbs after which `to` and a verb say what is done: `uses the key to read`.
    case purpose
    /// Verbs after which something does not happen: `stopped`, `refuses`.
    case stopping
    /// Verbs that are no action on a resource, and end a list of objects.
    case otherVerb
    /// Makes another thing of what it follows: `order number`, `contact form`.
    case attribute

    private static let words: [(WordRole, String)] = [
        (.speaker, "it we"),
        (
            .mechanism,
            """
            integration app application plugin plug-in add-on extension connector connection sync synchronisation bot \
            assistant server job worker webhook automation command backfill script feature software submission reaction \
            robot run task routine importer exporter change
            """
        ),
        (
            .person,
            """
            you they he she i user users visitor visitors guest guests team teams administrator administrators admin \
            admins manager managers owner owners member members staff developer developers shopper shoppers buyer buyers \
            agent agents employee employees colleague colleagues person people somebody someone everybody nobody others \
            marketer marketers bookkeeper author authors editor editors reviewer reviewers caller callers signer \
            whoever anyone seller sellers merchant merchants patient patients student students
            """
        ),
        (.platform, "platform workspace marketplace dashboard"),
        (.be, "is are was were be been being gets get's isn't aren't wasn't weren't"),
        (.have, "has have had do does did"),
        (.can, "can"),
        (.will, "will"),
        (.modal, "could would may might should"),
        (
            .negation,
            """
            not never don't doesn't didn't can't cannot won't wouldn't couldn't isn't aren't wasn't weren't neither nor \
            hardly rarely n't
            """
        ),
        (.no, "no nothing none"),
        (.without, "without"),
        (
            .determiner,
            """
            a an the this these those each every all any your their its his her some both many most several few such new old \
            other another open one two three four five six seven eight nine ten twelve fifteen twenty thirty sixty half \
            hundred thousand first last next same whole single matching existing whichever
            """
        ),
        (.own, "our own my"),
        (
            .adverb,
            """
            also then automatically only ever permanently again back still always often already immediately directly just once \
            even simply minute minutes hour hours day days week weeks night nights month months year years morning \
            evening second seconds midnight simply therefore regularly thereby too first daily hourly nightly afterwards meanwhile here there up \
            down off out yet now today both either
            """
        ),
        (.to, "to into onto"),
        (.from, "from"),
        (.inside, "in on inside within at"),
        (.of, "of"),
        (.alike, "as"),
        (.by, "by"),
        (
            .preposition,
            "for with via through over under between about beside besides next near during per against by towards"
        ),
        (.conjunction, "and or but nor then plus"),
        (.premise, "when whenever if after before until unless while once should whether where wherever"),
        (.subordinator, "because since although though so whereas how why what than"),
        (.relative, "which that who whom whose"),
        (.pronoun, "them us me him"),
        (.planned, "planned plans roadmap soon upcoming future someday"),
        (.purpose, "uses use used needs need requires require tries starts begins continues helps serves"),
        (.stopping, "stopped stops refuses declines avoids refrains ceases ignores forgets"),
        (
            .otherVerb,
            """
            lets allows enables asks tells shows lists counts hides ignores leaves stays remains gives gets wants works \
            runs waits explains suggests proposes flags decides chooses picks sees matches belongs happens goes comes
            """
        ),
        (
            .attribute,
            """
            number numbers form forms list lists page pages format name names id ids type types limit limits button \
            center centre support manager editor history statistics figures report reports link links screen
            """
        ),
    ]

    /// The role of each word; a word that stands in two lists has the role of the first.
    static let roles: [WordKey: WordRole] = words.reduce(into: [:]) { roles, entry in
        for word in entry.1.split(separator: " ") where roles[WordKey(word)] == nil {
            roles[WordKey(word)] = entry.0
        }
    }
}

extension WordRole {
    /// Whether a word is about something, rather than holding others together.
    var carriesMeaning: Bool {
        switch self {
        case .none, .mechanism, .person, .attribute, .otherVerb: true
        default: false
        }
    }
}
