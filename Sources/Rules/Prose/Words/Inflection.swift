/// The forms of English words, by the rules of spelling alone.
enum Inflection {
    static func plural(of noun: String) -> String { withS(noun) }

    /// `looks`, `pushes`, `copies`.
    static func withS(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        return word + (hisses ? "es" : "s")
    }

    /// `looked`, `erased`, `copied`, `tagged`.
    static func past(of verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
        return doubled(verb) + "ed"
    }

    /// `looking`, `erasing`, `tagging`.
    static func gerund(of verb: String) -> String {
        if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
        return doubled(verb) + "ing"
    }

    /// What different forms of a word have in common, good for comparing texts and for nothing else.
    static func stem(_ word: some StringProtocol) -> String {
        var stem = String(word)
        if stem.hasSuffix("ies"), stem.utf8.count > 4 {
            stem = stem.dropLast(3) + "y"
        } else if stem.hasSuffix("ied"), stem.utf8.count > 4 {
            stem = stem.dropLast(3) + "y"
        } else if let length = endingLength(stem) {
            stem.removeLast(length)
            stem = singled(stem)
        }
        return stem.hasSuffix("e") && stem.utf8.count > 3 ? String(stem.dropLast()) : stem
    }

    private static func endingLength(_ word: String) -> Int? {
        let count = word.utf8.count
        if word.hasSuffix("ing"), count > 5 { return 3 }
        if word.hasSuffix("ed"), count > 4 { return 2 }
        if ["ses", "xes", "zes", "ches", "shes"].contains(where: word.hasSuffix), count > 4 { return 2 }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && count > 3 ? 1 : nil
    }

    /// `tagg` is `tag`, but `add` and `pass` are themselves.
    private static func singled(_ word: String) -> String {
        let bytes = Array(word.utf8.suffix(3))
        guard bytes.count == 3, bytes[1] == bytes[2], !isVowel(bytes[2]), !"lsdz".utf8.contains(bytes[2])
        else { return word }
        return String(word.dropLast())
    }

    /// `tag` becomes `tagg`: one vowel between two consonants, in a word of one syllable.
    private static func doubled(_ verb: String) -> String {
        let bytes = Array(verb.utf8)
        guard bytes.count >= 3, let last = bytes.last, !isVowel(last), !"wxy".utf8.contains(last),
            isVowel(bytes[bytes.count - 2]), !isVowel(bytes[bytes.count - 3]), bytes.filter(isVowel).count == 1
        else { return verb }
        return verb + String(UnicodeScalar(last))
    }

    private static func endsInConsonantY(_ word: String) -> Bool {
        let bytes = Array(word.utf8.suffix(2))
        return bytes.count == 2 && bytes[1] == UInt8(ascii: "y") && !isVowel(bytes[0])
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }
}
