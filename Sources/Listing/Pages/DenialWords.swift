/// The words around a scope's name, and whether they say for certain that it is not needed.
///
/// That is said by a need that is negated right before the name ("does not need `a` or `b`", "needs no `a`", "no need for
/// `a`"), and by a name that is itself what is not needed ("`a` is not used", "neither `a` nor `b` is required"). "Without
/// `a`, nothing is shown" speaks of a scope that is needed, and so does whatever has a condition or a limit: "does not ask
/// for `a` until you turn it on", "`a` is not used for advertising".
struct DenialWords {
    /// From the name to the start of its sentence.
    private let before: [String]
    /// To the end of its sentence, or to a colon.
    private let after: [String]
    /// What stands behind a colon right after the name.
    private let label: [String]
    /// Of a scope that customers may decline, "not required" is no denial.
    private let isOptional: Bool

    /// nil when no word of the name's sentence denies anything, which is so of nearly every name.
    ///
    /// - Parameter isOptional: whether customers may decline the scope.
    init?(before: [UInt8], after: [UInt8], isOptional: Bool) {
        let before = before[Self.startOfLastSentence(of: before)...]
        let after = after[..<Self.endOfFirstSentence(of: after)]
        guard Self.hasDenial(before) || Self.hasDenial(after) else { return nil }
        let wordsBefore = Self.words(of: before)
        // A colon right before the name is part of what is said of it.
        let isListed = wordsBefore.last == Self.colon
        let words = wordsBefore.reversed().dropFirst(isListed ? 1 : 0).prefix { $0 != Self.stop && $0 != Self.colon }
        self.before = (isListed ? [Self.colon] : []) + words
        let wordsAfter = Self.words(of: after).prefix { $0 != Self.stop }
        self.after = Array(wordsAfter.prefix { $0 != Self.colon })
        label = wordsAfter.first == Self.colon ? Array(wordsAfter.dropFirst()) : self.after
        self.isOptional = isOptional
    }

    /// The end of a sentence, as a word.
    static let stop = "."
    static let colon = ":"
    private static let comma = ","

    var isDenial: Bool {
        guard !hasCondition, !before.contains("you") else { return false }
        return isNegatedBefore || isNegatedAfter || isLabelled || isIntroduced
    }

    private var hasCondition: Bool {
        before.contains(where: Self.conditions.contains) || after.contains(where: Self.conditions.contains)
            || label.contains(where: Self.conditions.contains)
            || after.first.map(Self.qualifiers.contains) == true
    }

    /// "Does not need `a`", "needs no `a`", "there is no need for `a`".
    private var isNegatedBefore: Bool {
        guard let words = Self.beforeList(before) else { return false }
        let rest = after.drop(while: Self.isListed)
        if words.first == "no" || words.first == "neither" {
            let verb = words.dropFirst().drop { $0 == "for" || $0 == "on" }
            if let verb = verb.first, isNeed(verb) { return endsAfterList }
            let isSubject = words.dropFirst().first.map(Self.clauseStarts.contains) ?? true
            return isSubject && isNeeded(rest)
        }
        let verb = words.drop { $0 == "for" || $0 == "on" || $0 == "of" }
        guard let word = verb.first, isNeed(word), endsAfterList else { return false }
        return Self.endsNegated(verb.dropFirst())
    }

    /// "`a` is not needed".
    private var isNegatedAfter: Bool {
        // "It is not required, but lets you write" tells what it is for.
        guard !after.contains("but") else { return false }
        let words = after.drop { $0 == "scope" || $0 == "permission" }
        if let first = words.first, Self.singular.contains(first) {
            let start = before.first { !Self.determiners.contains($0) }
            return (start.map(Self.clauseStarts.contains) ?? true) && isNotNeeded(words)
        }
        guard let start = Self.beforeList(before) ?? before.first.map({ [$0] }) else { return false }
        let rest = after.drop(while: Self.isListed)
        guard let first = rest.first, Self.plural.contains(first) else { return false }
        return (start.first.map(Self.clauseStarts.contains) ?? true) && isNotNeeded(rest)
    }

    /// "`a`: not needed", "`a` (unused)".
    private var isLabelled: Bool {
        guard let first = label.first, !label.contains("but") else { return false }
        if Self.unneeded.contains(first) { return Self.ends(label.dropFirst()) }
        let word = label.dropFirst().first.map(isParticiple) ?? false
        return Self.isNegation(first) && word && Self.ends(label.dropFirst(2))
    }

    /// "Permissions that are not used: `a`", "Not used: `a`".
    private var isIntroduced: Bool {
        guard before.first == Self.colon else { return false }
        let words = before.dropFirst().drop(while: Self.introductions.contains)
        guard let word = words.first, !words.contains("but"), Self.endsNegated(words.dropFirst()) else { return false }
        // Only of permissions is it clear that what is not used is what comes.
        let isOfScopes = words.count <= 2 || before.contains(where: Self.scopeWords.contains)
        return Self.verbs.contains(word) || word == "use" || (isParticiple(word) && isOfScopes)
    }

    private func isNeeded(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first, first == "is" || first == "are", let word = words.dropFirst().first else {
            return false
        }
        return isParticiple(word) && Self.ends(words.dropFirst(2))
    }

    /// "Is not needed", "isn't used", "will never be asked for", "is no longer required", "is unused".
    private func isNotNeeded(_ words: ArraySlice<String>) -> Bool {
        var rest = words.dropFirst()
        var isNegated = words.first?.hasSuffix("n't") ?? false
        while let word = rest.first {
            rest.removeFirst()
            if Self.isNegation(word) || word == "no" {
                isNegated = true
            } else if Self.unneeded.contains(word) {
                return !isNegated && Self.ends(rest)
            } else if !Self.helpers.contains(word), word != "be", word != "longer" {
                return isNegated && isParticiple(word) && Self.ends(rest)
            }
        }
        return false
    }

    /// Whether the denial is whole after the list that the name begins: "`a` or `b`.", "`a`, and no more".
    private var endsAfterList: Bool {
        let rest = after.drop(while: Self.isListed)
        return Self.ends(rest) || after.prefix(after.count - rest.count).last.map(Self.connectors.contains) == true
    }

    private func isNeed(_ word: String) -> Bool {
        isOptional ? Self.strictVerbs.contains(word) : Self.verbs.contains(word) || Self.uses.contains(word)
    }

    private func isParticiple(_ word: String) -> Bool {
        isOptional ? Self.strictParticiples.contains(word) : Self.participles.contains(word)
    }

    /// Whether a denial is whole here: what follows does not say for what, where or how often it holds.
    private static func ends(_ words: some Collection<String>) -> Bool {
        guard let first = words.first else { return true }
        let rest = words.dropFirst()
        switch first {
        case comma, "and", "or", "nor", "here", "either", "anymore": return true
        case "at": return rest.first == "all" && ends(rest.dropFirst())
        case "for": return rest.isEmpty
        case "by": return rest.contains { owners.contains($0) }
        default: return false
        }
    }

    /// The words before a list of names that the name belongs to; nil where a comma parts it from them.
    private static func beforeList(_ words: [String]) -> [String]? {
        let rest = words.drop(while: isListed)
        let dropped = words.prefix(words.count - rest.count)
        return dropped.last == comma ? nil : Array(rest)
    }

    /// Whether a verb is negated by what stands before it, nearest first.
    private static func endsNegated(_ words: ArraySlice<String>) -> Bool {
        let rest = words.drop(while: helpers.contains)
        guard let word = rest.first else { return false }
        if word == "longer" { return rest.dropFirst().first == "no" }
        return isNegation(word) || word == "nor" || word == "no" || word == "nothing"
    }
}

extension DenialWords {
    /// Bytes are looked at first: words are read only where one of them may deny something.
    private static func hasDenial(_ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { text in
            var isInWord = false
            for index in text.indices {
                let byte = text[index] | 0x20
                let isLetter = byte &- 0x61 < 26
                if byte == UInt8(ascii: "n") || byte == UInt8(ascii: "u"),
                    isInWord ? isContraction(text, index) : denials.contains(where: { stands($0, in: text, at: index) })
                {
                    return true
                }
                isInWord = isLetter
            }
            return false
        }
    }

    /// The end of "don't", with either apostrophe.
    private static func isContraction(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 1 < text.count, text[index] | 0x20 == UInt8(ascii: "n") else { return false }
        return text[index + 1] == UInt8(ascii: "'") || text[index + 1] == 0xE2
    }

    private static func stands(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + word.count <= text.count else { return false }
        for index in word.indices where text[start + index] | 0x20 != word[index] { return false }
        return start + word.count == text.count || (text[start + word.count] | 0x20) &- 0x61 >= 26
    }

    private static let denials = (["no", "not", "nor", "never", "neither", "nothing"] + unneeded).map { Array($0.utf8) }

    /// Where the last sentence begins; the stop may be the end of an abbreviation, as in ``words(of:)``.
    private static func startOfLastSentence(of text: [UInt8]) -> Int {
        guard text.count > 1 else { return 0 }
        let stop = (0..<(text.count - 1)).last { isStop(text[$0]) && isSpace(text[$0 + 1]) }
        return stop.map { $0 + 1 } ?? 0
    }

    private static func endOfFirstSentence(of text: [UInt8]) -> Int {
        text.indices.dropLast().first { isStop(text[$0]) && isSpace(text[$0 + 1]) } ?? text.count
    }

    private static func isStop(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): true
        default: false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    /// nil when none of them may deny anything.
    static func denyingWords(of text: [UInt8]) -> [String]? { hasDenial(text[...]) ? words(of: text) : nil }

    /// What a cell of a table says by itself.
    static func isDenial(_ words: [String], isOptional: Bool) -> Bool {
        guard let last = words.last, words.count <= 3 else { return false }
        if words.count == 1 { return unneeded.contains(last) }
        let participles = isOptional ? strictParticiples : participles
        return participles.contains(last) && endsNegated(words.dropLast().reversed()[...])
    }

    /// Whether the heading of a column asks whether something is needed, and nothing else.
    static func asksForNeed(_ words: [String], isOptional: Bool) -> Bool {
        let asked = isOptional ? strictParticiples : participles
        return words.allSatisfy { asked.contains($0) || fillers.contains($0) } && words.contains(where: asked.contains)
    }

    /// Whether the heading of a column leaves open what stands below it.
    static func isOpen(_ words: [String]) -> Bool {
        words.allSatisfy { openHeadings.contains($0) || fillers.contains($0) || participles.contains($0) }
    }

    /// A mark that parts a sentence is a word of its own.
    static func words(of text: some Collection<UInt8>) -> [String] {
        let folded = String(decoding: text, as: UTF8.self).lowercased().replacing("’", with: "'")
        return folded.split { $0 == " " || $0 == "\n" || "()\"“”".contains($0) }.flatMap { word -> [String] in
            guard let last = word.last, ".,;:?!".contains(last) else { return [String(word)] }
            let mark = last == "," ? comma : last == ":" ? colon : stop
            return word.count == 1 ? [mark] : [String(word.dropLast()), mark]
        }
    }

    private static func isNegation(_ word: String) -> Bool {
        word == "not" || word == "never" || (word.hasSuffix("n't") && word != "can't")
    }

    /// What may stand between the names of a list: "the scopes `a`, `b` or c:read".
    private static func isListed(_ word: String) -> Bool {
        determiners.contains(word) || connectors.contains(word) || word.hasPrefix("`")
            || word.utf8.dropFirst().dropLast().contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }

    private static let determiners: Set = [
        "the", "a", "an", "any", "scope", "scopes", "permission", "permissions", "this", "that", "these",
    ]
    private static let connectors: Set = [comma, "or", "and", "nor", "as"]
    private static let scopeWords: Set = ["scope", "scopes", "permission", "permissions"]
    private static let verbs: Set = [
        "need", "needs", "require", "requires", "ask", "asks", "asking", "request", "requests", "needing", "requiring",
        "rely", "relies", "depend", "depends", "want", "wants",
    ]
    private static let uses: Set = ["use", "uses", "using"]
    private static let strictVerbs: Set = ["ask", "asks", "asking", "request", "requests", "use", "uses", "using"]
    private static let participles: Set = ["needed", "required", "used", "requested", "asked", "necessary"]
    private static let strictParticiples: Set = ["used", "requested", "asked"]
    private static let fillers: Set = ["is", "it", "this", "here", "for", "in", "of", "by", "now", stop]
    private static let openHeadings: Set = ["use", "usage", "need", "status", "note", "notes", "remark", "why"]
    /// By whom something is not used, so that it is used by nobody here.
    private static let owners: Set = ["feature", "integration", "app", "it", "us"]
    private static let unneeded: Set = ["unused", "unneeded", "unnecessary", "unrequired"]
    private static let helpers: Set = [
        "to", "need", "have", "even", "ever", "really", "actually", "currently", "itself", "also", "therefore", "it",
        "does",
        "do", "at", "all", "be", "is", "are", "thus", "we", "here",
    ]
    private static let clauseStarts: Set = [
        "and", "but", "so", "because", "since", "as", comma, colon, "though", "although", "while", "here", "then",
        "therefore",
        "thus", "feature", "now", "–", "—", "-",
    ]
    private static let singular: Set = ["is", "isn't", "will", "won't"]
    private static let plural: Set = ["are", "aren't", "will", "won't"]
    /// What makes it true at times only.
    private static let conditions: Set = [
        "until", "till", "unless", "before", "once", "if", "when", "whenever", "where", "without", "except", "yet",
        "only",
        "just", "merely", "solely", "simply",
    ]
    private static let qualifiers: Set = ["alone", "other", "more"]
    private static let introductions: Set = [
        "the", "following", "these", "scope", "scopes", "permission", "permissions", "this", "feature", "by", "for",
        "here",
        "it", "in", "any", "of",
    ]
}
