/// A part of the words in which a claim is made.
enum ClaimWord: Sendable, Hashable {
    /// Any of some words.
    case word([WordKey])
    /// `#`: any number.
    case number
    /// `#x`: a number of times.
    case multiple
    case mark(WordKey)
    /// `@`: a name, or a word for the integration.
    case name
    /// `…`: a few words more.
    case gap

    init(_ word: some StringProtocol) {
        switch word {
        case "#": self = .number
        case "#x": self = .multiple
        case "@": self = .name
        case "…", "...": self = .gap
        default:
            let parts = word.split(separator: "/")
            let isChoice = parts.allSatisfy { $0.utf8.first?.isLetter == true }
            self =
                Self.beginsWord(word)
                ? .word(isChoice ? parts.map { WordKey($0) } : [WordKey(word)]) : .mark(WordKey(word))
        }
    }

    private static func beginsWord(_ word: some StringProtocol) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.first?.isInWord == true
            && bytes.withUnsafeBufferPointer { SentenceReader.foreignMarkLength(in: $0, at: 0, $0.count) } == 0
    }

    var isNumber: Bool { self == .number || self == .multiple }

    var keys: [WordKey] {
        if case .word(let keys) = self { return keys }
        return []
    }

    func stands(at token: ProseToken) -> Bool {
        switch self {
        case .number: token.kind == .number || (token.kind == .word && token.key.isLargeNumber)
        case .multiple: token.kind == .word && token.key.isMultiple
        case .word(let keys): (token.kind == .word || token.kind == .number) && keys.contains(token.key)
        case .mark(let key): token.kind == .mark && token.key == key
        case .name: token.kind == .word && (token.isCapitalised || Self.selves.contains(token.key))
        case .gap: false
        }
    }

    /// How well it tells a phrase from other text.
    var weight: Int {
        switch self {
        case .number, .multiple, .name, .gap: 0
        case .mark: 1000
        case .word(let keys): keys.map(Self.weight).min() ?? 0
        }
    }

    private static func weight(of key: WordKey) -> Int {
        // A number has no meaning by which phrases are looked up.
        if UInt8(truncatingIfNeeded: key.first).isDigit { return 0 }
        if commonWords.contains(key) { return 1 }
        return switch WordRole.roles[key] ?? .none {
        case .none: 100 + key.length
        case .adverb: 50
        default: 10
        }
    }

    /// Words that stand in so many sentences that they tell nothing.
    private static let commonWords = Set(
        """
        the a an is are of in for to your our app apps application integration integrations extension plugin connector \
        data customer customers user users with by
        """
        .split(separator: " ").map { WordKey($0) }
    )
    private static let selves = Set(["us", "our", "we", "it", "this"].map { WordKey($0) })
}
