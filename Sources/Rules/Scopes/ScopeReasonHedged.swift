import Diagnostics
import Listing
import LocatedJSON

/// Reports a reason that says what a scope may be good for some day, not what it is used for.
struct ScopeReasonHedged: ProseRule {
    static let description = RuleDescription(
        id: "scope-reason-hedged",
        severity: .warning,
        summary: "A reason says what the scope is used for now.",
        rationale: """
            Marketplaces refuse permissions that are asked for in advance, and a customer cannot weigh what may be done \
            some day.
            """,
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"May be used to match members."⟧}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"Reserved for future use."⟧}]}"#),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read", "reason": ⟦"Kept for compatibility with version 1."⟧}]}"#
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "reason": "To match members in May."}]}"#),
            RuleExample(
                manifest:
                    #"{"scopes": [{"id": "users:read", "reason": "Finds members whose future visits are booked."}]}"#
            ),
        ]
    )

    private static let hedges: [(text: Substring, words: [WordKey])] = """
        may be used|might be used|could be used|may use|might use|may need|might need|may be needed|might be needed|may require
        may be required|might|potentially|possibly|perhaps|eventually|just in case|for future use|future use|in the future
        future version|future versions|future feature|future features|future release|future releases|later version|later release
        for compatibility|not yet used|not used yet|currently unused|currently not used|no direct call|to be safe|if ever
        """
        .split(whereSeparator: { $0 == "|" || $0 == "\n" })
        .map { ($0, $0.split(separator: " ").map { WordKey($0) }) }

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        for (request, words) in prose.reasons {
            guard let hedge = hedge(in: words.tokens) else { continue }
            findings.report(
                "the reason of scope '\(request.name)' says '\(hedge)', not what the scope is used for",
                at: request.reason?.range ?? request.id.range
            )
        }
    }

    private func hedge(in words: [ProseToken]) -> Substring? {
        let starts = words.indices.filter { Self.firstWords.contains(words[$0].key) }
        guard !starts.isEmpty else { return nil }
        return Self.hedges.first { hedge in
            starts.contains { words[$0...].lazy.map(\.key).starts(with: hedge.words) }
        }?.text
    }

    private static let firstWords = Set(hedges.compactMap(\.words.first))
}
