/// Words that mean something in a language.
struct WordSet: Sendable {
    private let words: Set<ArraySlice<UInt8>>
    private let longest: Int

    /// - Parameter text: the words, with spaces between them.
    init(_ text: String) {
        words = Set(text.utf8.split(separator: 0x20).map { ArraySlice($0) })
        longest = words.map(\.count).max() ?? 0
    }

    func contains(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= longest && words.contains(word)
    }
}
