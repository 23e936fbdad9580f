/// Finds what sentences say that the integration does with resources of the platform.
///
/// Who does it is found first: what the reader, the platform or others do is no claim of the integration, and nor is
/// what is denied, merely possible, asked or planned.
struct ClaimReader {
    private let phrases: PhraseReader

    init(_ vocabulary: Vocabulary, names: [String]) {
        phrases = PhraseReader(vocabulary, names: names)
    }

    /// - Parameters:
    ///   - sentence: a sentence of `prose`.
    ///   - opening: the forms of a verb without a subject that say at its beginning what the integration does.
    func claims(of sentence: Sentence, in prose: Prose, opening: VerbForms = []) -> [ActionClaim] {
        guard sentence.marks.isSuperset(of: [.action, .resource]) else { return [] }
        let tokens = prose.tokens[sentence.tokens]
        guard tokens.last?.key != Self.questionMark else { return [] }
        let words = phrases.phrases(of: tokens)
        guard !words.contains(where: { $0.role == .planned }), !isOfLaterVersion(words) else { return [] }
        var walk = ClauseWalk(words, opening: opening)
        return walk.claims()
    }

    /// `will create segments in version 3`.
    private func isOfLaterVersion(_ words: [Phrase]) -> Bool {
        words.contains { $0.role == .will } && words.contains { $0.isWord(Self.versions) }
    }

    private static let versions = Set(["version", "release"].map { WordKey($0) })
    private static let questionMark = WordKey("?")
}
