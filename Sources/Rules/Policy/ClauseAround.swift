/// The clause that a phrase stands in.
struct ClauseAround {
    let before: ArraySlice<ProseToken>
    let phrase: ArraySlice<ProseToken>
    let after: ArraySlice<ProseToken>
    let vocabulary: Vocabulary
    /// From the last mark that ends a thought: a list with commas is one.
    private let thought: ArraySlice<ProseToken>
    private let sentence: ArraySlice<ProseToken>

    init(_ place: Range<Int>, in tokens: ArraySlice<ProseToken>, _ vocabulary: Vocabulary) {
        let left = tokens[tokens.startIndex..<place.lowerBound]
        let stop = left.lastIndex { Self.stops.contains($0.key) && $0.kind == .mark }
        let start = left.lastIndex { $0.kind == .mark && (Self.stops.contains($0.key) || $0.key == Self.comma) }
        let right = tokens[place.upperBound..<tokens.endIndex]
        thought = left[(stop.map { $0 + 1 } ?? left.startIndex)...]
        before = left[(start.map { $0 + 1 } ?? left.startIndex)...]
        phrase = tokens[place]
        after = right.prefix { $0.kind != .mark || !(Self.stops.contains($0.key) || $0.key == Self.comma) }
        sentence = tokens
        self.vocabulary = vocabulary
    }

    /// `no guarantee`, `is not endorsed by`, but not `not only the best`.
    var isDenied: Bool {
        var isDenied = false
        for index in thought.indices {
            switch vocabulary.role(of: thought[index]) {
            case .negation, .no, .without:
                isDenied = index + 1 == thought.endIndex || thought[index + 1].key != Self.only
            default: if thought[index].key == Self.but { isDenied = false }
            }
        }
        return isDenied
    }

    /// Whether it says under which condition, not what.
    var isPremise: Bool { before.contains { vocabulary.role(of: $0) == .premise } }

    /// Whether the reader is told to do something.
    var isInstruction: Bool { isInstruction(before) || isInstruction(sentence) }

    private func isInstruction(_ words: ArraySlice<ProseToken>) -> Bool {
        guard let first = words.first, first.kind == .word else { return false }
        if Self.instructions.contains(first.key) { return true }
        let meaning = vocabulary[first]
        guard meaning.verb != nil, meaning.forms.contains(.base), !Self.boasts.contains(first.key) else { return false }
        guard let next = words.dropFirst().first else { return false }
        return vocabulary.role(of: next) == .determiner || vocabulary.role(of: next) == .own
    }

    /// Whether nothing stands before the phrase but `more than` or `nearly`.
    var startsWithPlace: Bool {
        before.allSatisfy { token in
            switch vocabulary.role(of: token) {
            case .conjunction: true
            default: Self.measures.contains(token.key)
            }
        }
    }

    static let comma = WordKey(",")
    private static let stops = Set([":", ";", "(", ")", "–", "—", "|"].map { WordKey($0) })
    private static let only = WordKey("only")
    private static let but = WordKey("but")
    private static let measures = Set(
        "over more than up to about around nearly almost already that".split(separator: " ").map { WordKey($0) }
    )
    private static let instructions = Set(
        "choose pick select use find take enter click see split raise lower limit leave give try go start stop"
            .split(separator: " ").map { WordKey($0) }
    )
    private static let boasts = Set("get save make".split(separator: " ").map { WordKey($0) })
}
