/// The words around a scope's name in another language than English, and whether they say for certain that it is not needed.
///
/// ``DenialLexicon`` has the words. What has a condition or a limit is no denial, as in ``DenialWords``, and whatever the
/// patterns do not cover is none: a scope that is taken for denied is one that the page does not document.
struct TranslatedDenial {
    private let lexicon: DenialLexicon
    /// From the start of the sentence to the name, without what the list of names begins with.
    private let before: [String]
    /// From the end of that list to the end of the sentence.
    private let after: [String]
    private let isOptional: Bool
    private let hasCondition: Bool

    /// - Parameter isOptional: whether customers may decline the scope.
    init(_ lexicon: DenialLexicon, before: [UInt8], after: [UInt8], isOptional: Bool) {
        self.lexicon = lexicon
        self.isOptional = isOptional
        let start = Self.words(of: before).split(separator: Self.stop, omittingEmptySubsequences: false).last ?? []
        let end = Self.words(of: after).prefix { $0 != Self.stop }
        hasCondition =
            start.contains(where: lexicon.conditions.contains) || end.contains(where: lexicon.conditions.contains)
        let rest = Self.dropLast(of: Array(start), while: lexicon.isListed)
        let begin = start.dropFirst(rest.count)
        // A comma parts the name from what stands before it; "neither" belongs to it.
        self.before =
            begin.first == Self.comma ? rest + [Self.comma] : rest + begin.filter(lexicon.neither.contains).prefix(1)
        self.after = Array(end.drop(while: lexicon.isListed))
    }

    var isDenial: Bool {
        guard !hasCondition else { return false }
        return isNegatedBefore || isNegatedAfter || isNegatedAround
    }

    /// As in "Acme n'a pas besoin de `a`".
    private var isNegatedBefore: Bool {
        let patterns = lexicon.before + (isOptional ? [] : lexicon.beforeNeeded)
        return isEnd(after[...]) && patterns.contains { match($0.slots.reversed(), before.reversed()) != nil }
    }

    /// As in "`a` n'est pas utilisé".
    private var isNegatedAfter: Bool {
        guard before.last.map({ lexicon.connectors.contains($0) || $0 == Self.colon }) ?? true else { return false }
        return lexicon.after.contains { match($0.slots, after).map(isEnd) ?? false }
    }

    /// As in "Acme benötigt `a` nicht".
    private var isNegatedAround: Bool {
        guard let verb = before.last, isVerb(verb) else { return false }
        return lexicon.afterVerb.contains { match($0.slots, after).map(isEnd) ?? false }
    }

    /// Whether the denial is whole here: nothing follows that could limit it.
    private func isEnd(_ rest: ArraySlice<String>) -> Bool {
        rest.first.map { $0 == Self.comma || $0 == Self.colon } ?? true
    }

    private func isVerb(_ word: String) -> Bool {
        lexicon.asks.contains(word) || (!isOptional && lexicon.needs.contains(word))
    }

    private func isParticiple(_ word: String) -> Bool {
        lexicon.used.contains(word) || (!isOptional && lexicon.needed.contains(word))
    }

    /// What is left of the words behind a pattern; nil where they do not begin with it.
    private func match(_ slots: [DenialLexicon.Pattern.Slot], _ words: [String]) -> ArraySlice<String>? {
        var rest = words[...]
        for slot in slots {
            if let word = rest.first, fits(word, slot) {
                rest.removeFirst()
            } else if !slot.isOptional {
                return nil
            }
        }
        return rest
    }

    private func fits(_ word: String, _ slot: DenialLexicon.Pattern.Slot) -> Bool {
        slot.words.contains(word) || (slot.words.contains(DenialLexicon.Pattern.verb) && isVerb(word))
            || (slot.words.contains(DenialLexicon.Pattern.participle) && isParticiple(word))
    }
}

extension TranslatedDenial {
    private static let stop = "."
    private static let comma = ","
    private static let colon = ":"

    private static func dropLast(of words: [String], while isDropped: (String) -> Bool) -> [String] {
        Array(words.reversed().drop(while: isDropped).reversed())
    }

    /// Marks are words of their own, and elided words are written out.
    private static func words(of text: [UInt8]) -> [String] {
        let letters = String(decoding: text, as: UTF8.self).lowercased().unicodeScalars.filter { !isSilent($0) }
        return String(String.UnicodeScalarView(letters)).replacing("’", with: "'")
            .split { $0.isWhitespace || "()\"“”«»".contains($0) }.flatMap(pieces)
    }

    private static func pieces(of word: Substring) -> [String] {
        var (word, marks) = (word, [String]())
        while let last = word.last, let mark = mark(last) {
            marks.insert(mark, at: 0)
            word.removeLast()
        }
        guard !word.isEmpty else { return marks }
        let parts = word.split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 6, !parts[1].isEmpty else { return [String(word)] + marks }
        return [parts[0] == "n" ? "ne" : "\(parts[0])'", String(parts[1])] + marks
    }

    private static func mark(_ character: Character) -> String? {
        switch character {
        case ".", ";", "?", "!", "؛", "؟", "…": stop
        case ",", "،": comma
        case ":": colon
        default: nil
        }
    }

    /// Short vowels, which Arabic is written with or without.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x652).contains(scalar.value) }
}

extension DenialLexicon {
    /// What may stand between the names of a list, a name included.
    fileprivate func isListed(_ word: String) -> Bool {
        determiners.contains(word) || connectors.contains(word) || word.hasPrefix("`")
            || word.utf8.dropFirst().dropLast().contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
}
