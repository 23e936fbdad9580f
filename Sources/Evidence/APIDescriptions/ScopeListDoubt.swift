package import Diagnostics
import LocatedJSON

extension APIDescription {
    package func reportDoubt(of meaning: ScopeListMeaning, reporting report: inout DiagnosticReport) {
        reportDoubt(of: SecurityReading(meaning), reporting: &report)
    }

    /// Warns where names in one list look like alternatives, and the chosen meaning takes them together.
    ///
    /// A wrong choice would accuse an honest listing of asking for too little.
    package func reportDoubt(of reading: SecurityReading, reporting report: inout DiagnosticReport) {
        if reading.schemes == nil { reportUndecidedSchemes(to: &report) }
        if kind == .discovery, reading.lists == .allOf,
            let first = operations.first(where: { $0.namedScopes.count > 1 })
        {
            report.warning(
                "api-scope-lists-doubtful",
                "any one of the scopes of '\(first.id.value)' is enough, as in every discovery document, and with "
                    + "\"allOf\" all are needed",
                at: first.id.range
            )
            return
        }
        let doubts = operations.compactMap { operation in
            operation.requirement.need(reading).sets.lazy.compactMap(alternatives).first.map { (operation, $0) }
        }
        guard let (first, pair) = doubts.first else { return }
        let others = doubts.dropFirst().prefix(2).map { operation, pair in
            Note("so do '\(pair.0.value)' and '\(pair.1.value)' of '\(operation.id.value)'", at: pair.0.range)
        }
        let more = doubts.count - 1 - others.count
        report.warning(
            "api-scope-lists-doubtful",
            "'\(pair.0.value)' and '\(pair.1.value)' of '\(first.id.value)' look like alternatives, and with "
                + "\"\(reading.lists.rawValue)\" both are needed",
            at: pair.0.range,
            notes: others + (more > 0 ? [Note("and the lists of \(more) more operations")] : [])
                + [Note("see what the platform says of its lists; with \"anyOf\" one scope is enough")]
        )
    }
}

extension APIDescription {
    private func reportUndecidedSchemes(to report: inout DiagnosticReport) {
        let undecided = operations.filter(\.requirement.isUndecided)
        guard let first = undecided.first else { return }
        let others = undecided.count == 1 ? "" : " and \(undecided.count - 1) more"
        report.warning(
            "api-schemes-undecided",
            "'\(first.id.value)'\(others) can be called with scopes, or with a key or token of which no scopes are told, so "
                + "nothing is known of what integrations need",
            at: first.id.range,
            notes: [Note("say by \"schemes\" which of these integrations use: \(schemes.joined(separator: ", "))")]
        )
    }
}

/// Two scopes of a set of which a platform would hardly ask for both.
private func alternatives(in set: [Located<String>]) -> (Located<String>, Located<String>)? {
    guard set.count > 1, set.count <= 64 else { return nil }
    let names = set.map { ScopeName($0.value) }
    for first in names.indices {
        for second in names.indices where second > first && names[first].isAlternative(to: names[second]) {
            return (set[first], set[second])
        }
    }
    guard set.count > 2, let action = names[0].words.last, names.allSatisfy({ $0.words.last == action }) else {
        return nil
    }
    return (set[0], set[1])
}

/// A scope's name in its words: `chat`, `write`, `user` of `chat:write:user`.
private struct ScopeName {
    let words: [Substring]

    init(_ name: String) {
        words = name.split { ":./_-".contains($0) }
    }

    /// Who acts, or on whose things: words that tell variants of one scope apart.
    private static let variants: Set<String> = [
        "user", "bot", "app", "self", "me", "own", "admin", "master", "all", "public", "private", "delegated",
        "application",
    ]
    private static let narrowings: Set<String> = ["read", "readonly", "view", "basic", "limited"]

    /// `x` and `x.read`; `x:write:user` and `x:write:bot`, or without either; `Mail.Read` and `Mail.ReadWrite`;
    /// `files:read` and `file_content:read`.
    func isAlternative(to other: ScopeName) -> Bool {
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        guard !short.isEmpty, long.count - short.count <= 1 else { return false }
        if long.count > short.count { return long.indices.contains { isVariant(long, without: $0, of: short) } }
        let differing = zip(short, long).filter { $0 != $1 }
        guard differing.count == 1, let (first, second) = differing.first else { return false }
        let isLast = short.last != long.last
        return (isLast && (first.hasPrefix(second) || second.hasPrefix(first)))
            || (Self.variants.contains(first.lowercased()) && Self.variants.contains(second.lowercased()))
    }

    /// Whether the longer name says the same as the shorter but for one word, which makes a variant of it.
    private func isVariant(_ long: [Substring], without place: Int, of short: [Substring]) -> Bool {
        let rest = long[..<place] + long[(place + 1)...]
        guard zip(rest, short).allSatisfy({ $0 == $1 || $0 + "s" == $1 || $0 == $1 + "s" }) else { return false }
        let word = long[place].lowercased()
        let isLast = place == long.count - 1
        return Self.variants.contains(word) || (isLast && Self.narrowings.contains(word))
            || (!isLast && short.count > 1)
    }
}
