/// Tells sentence case from title case.
///
/// A capital in the middle of a sentence is right for a name, and names are known to nobody, so a text is doubted only
/// where small words such as "for" and "your" have capitals, or most words of some length do. Only the letters of ASCII
/// are known as small or capital; others count as small.
struct SentenceCase {
    private let names: [String]

    init(names: [String]) {
        self.names = names
    }

    /// Words of names that may have capitals anywhere.
    ///
    /// Few texts are in such doubt that they are asked for.
    private var nameWords: Set<ArraySlice<UInt8>> {
        Set(names.flatMap { name in Self.sentences(of: Array(name.utf8)).flatMap(\.self) })
    }

    /// The word that shows that a text is not in sentence case.
    func fault(in text: String) -> String? {
        let bytes = Array(text.utf8)
        let opening = bytes.firstIndex(where: Self.isWordByte)
        for words in Self.sentences(of: bytes) {
            guard let first = words.first else { continue }
            let rest = words.dropFirst()
            let fault = rest.contains(where: isCapitalized) ? smallCapital(among: rest) ?? titleCase(of: rest) : nil
            if let fault { return String(decoding: fault, as: UTF8.self) }
            if first.startIndex == opening, isSmall(first), !nameWords.contains(first) {
                return String(decoding: first, as: UTF8.self)
            }
        }
        return nil
    }

    private func smallCapital(among words: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<UInt8>? {
        words.first { word in
            word.count <= 4 && word.first?.isUpper == true && Self.smallWords.contains(word.map(\.foldedCase))
        }
    }

    private func titleCase(of words: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<UInt8>? {
        guard words.count(where: isCapitalized) >= 3 else { return nil }
        let names = nameWords
        let long = words.filter { $0.count >= 4 && !names.contains($0) }
        let capitals = long.filter(isCapitalized)
        return capitals.count >= 3 && capitals.count * 4 >= long.count * 3 ? capitals.first : nil
    }

    private func isCapitalized(_ word: ArraySlice<UInt8>) -> Bool {
        word.first?.isUpper == true && word.dropFirst().allSatisfy { !$0.isUpper }
    }

    private func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { $0.isLetter && !$0.isUpper }
    }

    /// The words of each sentence.
    private static func sentences(of text: [UInt8]) -> [[ArraySlice<UInt8>]] {
        text.split(whereSeparator: endsSentence).map { $0.split { !isWordByte($0) } }
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { byte.isInWord || byte == UInt8(ascii: "'") }

    private static let smallWords: Set<[UInt8]> = Set(
        "a an and as at by for from in into of on or the to with your".split(separator: " ").map { Array($0.utf8) }
    )
}
