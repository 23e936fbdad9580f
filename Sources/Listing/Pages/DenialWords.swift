/// The words around a scope's name in an English sentence, and whether they say for certain that it is not needed.
///
/// That is said by a need that is negated right before the name ("does not need `a` or `b`", "needs no `a`", "no need for
/// `a`"), and by a name that is itself what is not needed ("`a` is not used", "neither `a` nor `b` is required"). "Without
/// `a`, nothing is shown" speaks of a scope that is needed, and so does whatever has a condition or a limit: "does not ask
/// for `a` until you turn it on", "`a` is not used for advertising". What stands in front of the subject, "at night", may be
/// a limit as well, and a subject that is not the integration says nothing of it: the sentence begins with the denial, or
/// with another clause of the integration that "and" or the like ends.
struct DenialWords {
    /// From the name to the start of its sentence, or to a colon.
    private let before: [String]
    /// To the end of its sentence.
    private let after: [String]
    /// What stands behind a colon right after the name.
    private let label: [String]
    private let isQuestion: Bool
    /// Of a scope that customers may decline, "not required" is no denial.
    private let isOptional: Bool
    private let ownNames: [[String]]

    /// - Parameters:
    ///   - isOptional: whether customers may decline the scope.
    ///   - ownNames: what the integration and its features are called.
    init(_ surroundings: SentenceWords.Surroundings, isOptional: Bool, ownNames: [[String]]) {
        before = surroundings.before.reversed()
        after = Array(surroundings.after)
        label = after.first == Self.colon ? Array(after.dropFirst()) : after
        isQuestion = surroundings.isQuestion
        self.isOptional = isOptional
        self.ownNames = ownNames
    }

    private static let colon = SentenceWords.colon
    private static let comma = SentenceWords.comma

    var isDenial: Bool {
        guard !isQuestion, !hasCondition, !before.contains("you") else { return false }
        return isNegatedBefore || isNegatedAfter || isLabelled || isIntroduced
    }

    private var hasCondition: Bool {
        before.contains(where: Self.conditions.contains) || after.contains(where: Self.conditions.contains)
            || after.first.map(Self.qualifiers.contains) == true
    }

    /// "Does not need `a`", "needs no `a`", "there is no need for `a`".
    private var isNegatedBefore: Bool {
        guard let words = Self.beforeList(before) else { return false }
        let rest = after.drop(while: Self.isListed)
        if words.first == "no" || words.first == "neither" {
            let verb = words.dropFirst().drop { $0 == "for" || $0 == "on" }
            if let word = verb.first, isNeed(word) { return isOwn(verb.dropFirst()) && endsAfterList }
            return opensClause(words.dropFirst()) && isNeeded(rest)
        }
        let verb = words.drop { $0 == "for" || $0 == "on" || $0 == "of" }
        guard let word = verb.first, isNeed(word), endsAfterList,
            let front = Self.front(ofNegation: verb.dropFirst())
        else { return false }
        return isOwn(front)
    }

    /// "`a` is not needed".
    private var isNegatedAfter: Bool {
        // "It is not required, but lets you write" tells what it is for.
        guard !after.contains("but") else { return false }
        let words = after.drop { $0 == "scope" || $0 == "permission" }
        if let first = words.first, Self.singular.contains(first) {
            return opensClause(before.drop(while: Self.determiners.contains)) && isNotNeeded(words)
        }
        let rest = after.drop(while: Self.isListed)
        guard let front = Self.beforeList(before), let first = rest.first, Self.plural.contains(first) else {
            return false
        }
        return opensClause(front[...]) && isNotNeeded(rest)
    }

    /// "`a`: not needed", "`a` (unused)".
    private var isLabelled: Bool {
        guard before.allSatisfy(Self.isListed), let first = label.first, !label.contains("but") else { return false }
        if Self.unneeded.contains(first) { return ends(label.dropFirst()) }
        let word = label.dropFirst().first.map(isParticiple) ?? false
        return Self.isNegation(first) && word && ends(label.dropFirst(2))
    }

    /// "Permissions that are not used: `a`", "Not used: `a`".
    private var isIntroduced: Bool {
        let introduction = before.drop(while: Self.isListed)
        let rest = after.drop(while: Self.isListed)
        guard introduction.first == Self.colon, rest.isEmpty || isNotNeeded(rest) else { return false }
        let words = introduction.dropFirst().drop(while: Self.introductions.contains)
        guard let word = words.first, !words.contains("but") else { return false }
        if Self.unneeded.contains(word) { return words.dropFirst().allSatisfy(Self.opensIntroduction) }
        guard let front = Self.front(ofNegation: words.dropFirst()),
            isOwn(front) || front.allSatisfy(Self.opensIntroduction)
        else { return false }
        // Only of permissions is it clear that what is not used is what comes.
        let isOfScopes = words.count <= 2 || before.contains(where: Self.scopeWords.contains)
        return Self.verbs.contains(word) || word == "use" || (isParticiple(word) && isOfScopes)
    }

    private func isNeeded(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first, first == "is" || first == "are", let word = words.dropFirst().first else {
            return false
        }
        return isParticiple(word) && ends(words.dropFirst(2))
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
                return !isNegated && ends(rest)
            } else if !Self.helpers.contains(word), word != "be", word != "longer" {
                return isNegated && isParticiple(word) && ends(rest)
            }
        }
        return false
    }

    /// Whether the denial is whole after the list that the name begins: "`a` or `b`.", "`a`, and no more".
    private var endsAfterList: Bool {
        let rest = after.drop(while: Self.isListed)
        let last = after.prefix(after.count - rest.count).last { !Self.determiners.contains($0) }
        return ends(rest) || last.map(Self.joints.contains) == true
    }

    private func isNeed(_ word: String) -> Bool {
        isOptional ? Self.strictVerbs.contains(word) : Self.verbs.contains(word) || Self.uses.contains(word)
    }

    private func isParticiple(_ word: String) -> Bool {
        isOptional ? Self.strictParticiples.contains(word) : Self.participles.contains(word)
    }

    /// Whether a denial is whole here: what follows does not say for what, where, when or how often it holds.
    private func ends(_ words: some Collection<String>) -> Bool {
        guard let first = words.first else { return true }
        let rest = words.dropFirst()
        switch first {
        case Self.comma: return rest.first.map(Self.joints.contains) == true
        case "here", "either", "anymore": return ends(rest)
        case "at": return rest.first == "all" && ends(rest.dropFirst())
        case "for": return rest.isEmpty
        case "by": return isSubject(Array(rest)[...])
        default: return Self.joints.contains(first)
        }
    }

    /// The words before a list of names that the name belongs to; nil where a comma parts it from them.
    private static func beforeList(_ words: [String]) -> [String]? {
        let rest = words.drop(while: isListed)
        let dropped = words.prefix(words.count - rest.count)
        return dropped.last == comma ? nil : Array(rest)
    }

    /// What stands before the negation of a verb, nearest first; nil where the verb is not negated.
    private static func front(ofNegation words: ArraySlice<String>) -> ArraySlice<String>? {
        let rest = words.drop(while: helpers.contains)
        guard let word = rest.first else { return nil }
        if word == "longer" { return rest.dropFirst().first == "no" ? rest.dropFirst(2) : nil }
        return isNegation(word) || word == "nor" || word == "no" || word == "nothing" ? rest.dropFirst() : nil
    }
}

extension DenialWords {
    /// Whether a verb's subject is the integration, and nothing limits it.
    ///
    /// - Parameter front: what stands before the verb, nearest first.
    private func isOwn(_ front: some Collection<String>) -> Bool {
        let words = Array(front.drop(while: Self.auxiliaries.contains).reversed())
        if isSubject(words[...]) { return true }
        return words.indices.reversed().contains { index in
            Self.opensClause(words[index]) && isSubject(words[(index + 1)...]) && isOwnClause(words[..<index])
        }
    }

    /// Whether nothing stands before a clause but another one of the integration.
    private func opensClause(_ front: some Collection<String>) -> Bool {
        guard let joint = front.first else { return true }
        return Self.opensClause(joint) && isOwnClause(Array(front.dropFirst().reversed())[...])
    }

    private static func opensClause(_ word: String) -> Bool { joints.contains(word) || word == "but" }

    private func isOwnClause(_ words: ArraySlice<String>) -> Bool {
        words.isEmpty || lengthsOfSubject(words).contains { $0 > 0 }
    }

    /// Bullets leave the subject out.
    private func isSubject(_ words: ArraySlice<String>) -> Bool {
        words.isEmpty || lengthsOfSubject(words).contains(words.count)
    }

    private func lengthsOfSubject(_ words: ArraySlice<String>) -> [Int] {
        guard let first = words.first else { return [] }
        let pronoun = Self.pronouns.contains(first) ? [1] : []
        let hasArticle = Self.articles.contains(first)
        let rest = hasArticle ? words.dropFirst() : words
        let start = hasArticle ? 1 : 0
        if hasArticle, let noun = rest.first, Self.owners.contains(noun) { return pronoun + [start + 1] }
        let named = ownNames.filter { !$0.isEmpty && rest.starts(with: $0) }.flatMap { name in
            let length = start + name.count
            let noun = rest.dropFirst(name.count).first
            return noun.map(Self.owners.contains) == true ? [length, length + 1] : [length]
        }
        return pronoun + named
    }

    private static func opensIntroduction(_ word: String) -> Bool {
        introductions.contains(word) || auxiliaries.contains(word) || word == "that" || word == "which"
    }

    private static let pronouns: Set = ["it", "we", "this", "there"]
    private static let articles: Set = ["the", "this", "our"]
    /// What the integration is, so that what is not used by it is used by nobody here.
    private static let owners: Set = [
        "feature", "integration", "app", "application", "connector", "bot", "extension", "plugin", "plug-in", "add-on",
    ]
    /// Of them none says when.
    private static let auxiliaries: Set = [
        "does", "do", "will", "is", "are", "also", "therefore", "thus", "really", "actually", "currently", "itself",
        "even",
        "ever",
    ]
    /// What ends a clause, so that another begins, and takes nothing back.
    private static let joints: Set = ["and", "or", "nor", "so", "because", "since"]
}

extension DenialWords {
    /// Bytes are looked at first: words are read only where one of them may deny something.
    static func hasDenial(_ text: ArraySlice<UInt8>) -> Bool {
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

    /// nil when none of them may deny anything.
    static func denyingWords(of text: ArraySlice<UInt8>) -> [String]? { hasDenial(text) ? words(of: text) : nil }

    /// What a cell of a table says by itself.
    static func isDenial(_ words: [String], isOptional: Bool) -> Bool {
        guard let last = words.last, words.count <= 3 else { return false }
        if words.count == 1 { return unneeded.contains(last) }
        let participles = isOptional ? strictParticiples : participles
        return participles.contains(last) && front(ofNegation: words.dropLast().reversed()[...])?.isEmpty == true
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

    static func words(of text: ArraySlice<UInt8>) -> [String] { SentenceWords(of: text, partingElisions: false).words }

    private static func isNegation(_ word: String) -> Bool {
        word == "not" || word == "never" || (word.hasSuffix("n't") && word != "can't")
    }

    /// What may stand between the names of a list: "the scopes `a`, `b` or c:read".
    private static func isListed(_ word: String) -> Bool {
        determiners.contains(word) || connectors.contains(word) || SentenceWords.isName(word)
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
    private static let fillers: Set = [
        "is", "it", "this", "here", "for", "in", "of", "by", "now", SentenceWords.stop, SentenceWords.question,
    ]
    private static let openHeadings: Set = ["use", "usage", "need", "status", "note", "notes", "remark", "why"]
    private static let unneeded: Set = ["unused", "unneeded", "unnecessary", "unrequired"]
    private static let helpers: Set = [
        "to", "need", "have", "even", "ever", "really", "actually", "currently", "itself", "also", "therefore", "it",
        "does",
        "do", "at", "all", "be", "is", "are", "thus", "we", "here",
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
