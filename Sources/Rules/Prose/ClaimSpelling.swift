/// The ways in which a phrase of a pack may be written in a text.
enum ClaimSpelling {
    /// With hyphens and with blanks, with the sign of per cent and with the word.
    static func all(of text: String) -> [[ClaimWord]] {
        let written = text.split(separator: " ")
        let apart = written.flatMap { isCompound($0) ? $0.split(separator: "-") : [$0] }
        var spellings: [[ClaimWord]] = []
        for words in [written.flatMap(parts), apart.flatMap(parts), joined(apart)].flatMap(percentages)
        where !words.isEmpty && !spellings.contains(words) {
            spellings.append(words)
        }
        return spellings
    }

    /// Marks are words of their own: `100%`, `$5`, `#1`.
    private static func parts(of word: Substring) -> [ClaimWord] {
        guard word.count > 1, word != "#x" else { return [ClaimWord(word)] }
        if let mark = word.first, "#$€£".contains(mark) {
            return [.mark(WordKey(word.prefix(1))), ClaimWord(word.dropFirst())]
        }
        return word.last == "%" ? [ClaimWord(word.dropLast()), ClaimWord("%")] : [ClaimWord(word)]
    }

    private static func isCompound(_ word: Substring) -> Bool { word.contains("-") && !word.contains("/") }

    /// `best in class` as `best-in-class`, an article left as it is.
    private static func joined(_ words: [Substring]) -> [ClaimWord] {
        let article = words.first == "the" ? ["the"] : []
        let rest = words.dropFirst(article.count)
        guard (2...4).contains(rest.count), rest.allSatisfy({ $0.utf8.allSatisfy(\.isLetter) }) else { return [] }
        return (article + [rest.joined(separator: "-")]).map { ClaimWord($0) }
    }

    private static func percentages(_ words: [ClaimWord]) -> [[ClaimWord]] {
        let sign = ClaimWord("%")
        guard words.contains(sign) else { return [words] }
        return [[sign], [ClaimWord("percent")], [ClaimWord("per"), ClaimWord("cent")]].map { percent in
            words.flatMap { $0 == sign ? percent : [$0] }
        }
    }
}
