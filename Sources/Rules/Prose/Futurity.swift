/// Tells whether a text says that something is not there yet: `planned`, `not yet`, `coming`, `will`, `is not available`.
struct Futurity {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    func isToldBy(_ prose: Prose) -> Bool {
        prose.sentences.contains { tells(prose.tokens[$0.tokens]) }
    }

    private func tells(_ tokens: ArraySlice<ProseToken>) -> Bool {
        var isDenied = false
        for index in tokens.indices where tokens[index].kind == .word {
            let key = tokens[index].key
            let next = index + 1 < tokens.endIndex ? tokens[index + 1].key : WordKey()
            // `on all plans`, `the value coming from the shop`.
            if let company = Self.company[key], company.contains(next) != (key == Self.plans) { continue }
            switch vocabulary.role(of: tokens[index]) {
            case .planned, .will: return true
            case .negation, .no: isDenied = true
            case .be, .have: isDenied = isDenied || key.isNegatedVerb
            default: break
            }
            if Self.absence.contains(key) || (isDenied && Self.presence.contains(key)) { return true }
            if Self.later.contains(key), !isAfterSpan(index, tokens) { return true }
            if Self.followed[key]?.contains(next) == true || isArrival(index, tokens) { return true }
            if key.isShortWill { return true }
            guard let before = Self.development[key], index > tokens.startIndex else { continue }
            if before.contains(tokens[index - 1].key) { return true }
        }
        return false
    }

    /// `24 hours later` is about a delay, and not about a version.
    private func isAfterSpan(_ index: Int, _ tokens: ArraySlice<ProseToken>) -> Bool {
        index > tokens.startIndex && Self.spans.contains(tokens[index - 1].key)
    }

    /// `arrives with 2.1.0`, `ships in version 3`.
    private func isArrival(_ index: Int, _ tokens: ArraySlice<ProseToken>) -> Bool {
        guard Self.arrivals.contains(tokens[index].key), index + 2 < tokens.endIndex,
            Self.companions.contains(tokens[index + 1].key)
        else { return false }
        let when = tokens[index + 2]
        return Self.versions.contains(when.key)
            || (when.kind == .number && (index + 3 == tokens.endIndex || tokens[index + 3].kind != .word))
    }

    private static let versions = keys("version release spring summer autumn winter")

    private static func keys(_ words: String) -> Set<WordKey> { Set(words.split(separator: " ").map { WordKey($0) }) }

    private static let absence = keys(
        "coming forthcoming unavailable unreleased won't unfinished intend mock-up mockup slated hope"
    )
    /// After a negation.
    private static let presence = keys(
        "yet available there exist exists built released ready live included implemented finished possible supported"
    )
    private static let plans = WordKey("plans")
    /// `plans` counts with one of its words after it, `coming` without.
    private static let company: [WordKey: Set<WordKey>] = [plans: keys("to for"), WordKey("coming"): keys("from")]
    /// Words that count with one of some words after them: `expect to ship`, `arrives with 2.1`.
    private static let followed: [WordKey: Set<WordKey>] = [
        WordKey("expect"): keys("to"), WordKey("expected"): keys("in by for with"),
    ]
    private static let arrivals = keys("arrives ships lands launches follows arriving shipping")
    private static let companions = keys("with in by")
    private static let later = keys("later")
    private static let spans = keys(
        "second seconds minute minutes hour hours day days night nights week weeks month months year years sooner moment"
    )
    private static let development: [WordKey: Set<WordKey>] = [
        WordKey("development"): keys("in under active"), WordKey("construction"): keys("under"),
        WordKey("on"): keys("working"),
        WordKey("release"): keys("next future later coming"), WordKey("version"): keys("next future later coming"),
        WordKey("design"): keys("in"), WordKey("progress"): keys("in"), WordKey("released"): keys("be"),
        WordKey("building"): keys("are is am still currently"), WordKey("built"): keys("being"),
    ]
}

extension WordKey {
    /// `it'll`, `we'll`.
    fileprivate var isShortWill: Bool { Self.shortWills.contains(self) }

    private static let shortWills = Set(["it'll", "we'll", "you'll", "they'll", "that'll"].map { WordKey($0) })
}
