/// Tells sentence case from title case.
///
/// A capital in the middle of a sentence is right for a name, and names are known to nobody, so a text is doubted only
/// where small words such as "for" and "your" have capitals, or most words of some length do.
struct SentenceCase {
    /// Words of names that may have capitals anywhere.
    let names: Set<Substring>

    init(names: [String]) {
        self.names = Set(names.flatMap { Self.words(of: $0) })
    }

    /// The word that shows that a text is not in sentence case.
    func fault(in text: String) -> Substring? {
        for sentence in text.split(whereSeparator: { ".!?:\n".contains($0) }) {
            let words = Self.words(of: sentence)
            guard let first = words.first else { continue }
            if let fault = smallCapital(among: words.dropFirst()) ?? titleCase(of: words.dropFirst()) { return fault }
            if sentence.startIndex == text.startIndex, isSmall(first), !names.contains(first) { return first }
        }
        return nil
    }

    private func smallCapital(among words: ArraySlice<Substring>) -> Substring? {
        words.first { $0.first?.isUppercase == true && Self.smallWords.contains($0.lowercased()) }
    }

    private func titleCase(of words: ArraySlice<Substring>) -> Substring? {
        let long = words.filter { $0.count >= 4 && !names.contains($0) }
        let capitals = long.filter(isCapitalized)
        return capitals.count >= 3 && capitals.count * 4 >= long.count * 3 ? capitals.first : nil
    }

    private func isCapitalized(_ word: Substring) -> Bool {
        word.first?.isUppercase == true && word.dropFirst().allSatisfy { !$0.isUppercase }
    }

    private func isSmall(_ word: Substring) -> Bool {
        word.allSatisfy { $0.isLetter && $0.isLowercase }
    }

    private static func words(of text: some StringProtocol) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map { Substring($0) }
    }

    private static let smallWords: Set<String> = [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "your",
    ]
}
