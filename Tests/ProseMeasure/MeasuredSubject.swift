import Diagnostics
import Listing
import Rules

/// What a labelled set is about.
enum MeasuredSubject {
    /// `prose-action-not-granted`, with action and resource.
    case actions
    case readOnly
    case policyClaims

    init(ofSplit name: String) {
        self = name.hasPrefix("read-only") ? .readOnly : name.hasPrefix("policy-claims") ? .policyClaims : .actions
    }

    func findings(in listing: ParsedListing, _ vocabulary: Vocabulary, _ pack: RulePack?) -> Set<String> {
        switch self {
        case .actions:
            let judge = ClaimJudge(of: listing, vocabulary)
            let claims = listing.pages.flatMap { judge.ungrantedClaims(in: Prose(of: $0.document, vocabulary)) }
            return Set(claims.map { "\($0.action) \($0.resource)" })
        case .readOnly:
            return finds("prose-read-only-contradicted", listing, vocabulary) ? ["contradicted"] : []
        case .policyClaims:
            return finds("policy-claim-prohibited", listing, vocabulary) ? ["prohibited"] : []
        }
    }

    private func finds(_ id: String, _ listing: ParsedListing, _ vocabulary: Vocabulary) -> Bool {
        let rule = RuleRegistry.rules.lazy.compactMap(\.ofProse)
            .first { type(of: $0).description.id == id }
        guard let rule else { return false }
        return !RuleRunner.findings(of: rule, in: listing, vocabulary).isEmpty
    }
}
