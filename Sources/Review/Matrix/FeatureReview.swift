package import Listing

/// A claim and its chain: the section that documents it, the scopes that it needs, the evidence that shows it.
package struct FeatureReview: Sendable {
    package let id: String
    package let title: String
    package let status: Feature.Status
    /// Where it is claimed.
    package let claim: ReviewPlace
    package let section: ReviewCell
    package let scopes: [NeededScope]
    /// What it uses of the bundles that are requested, by name or through its operations.
    package let members: [UsedMember]
    package let operations: [UsedOperation]
    package let evidence: [Evidence]
    /// How it stands with the evidence as a whole.
    package let evidenceMark: ReviewCell

    package var hasHole: Bool {
        let marks =
            [section.mark, evidenceMark.mark] + scopes.flatMap { [$0.requested.mark, $0.named.mark] }
            + members.map(\.named.mark) + operations.map(\.allowed.mark) + evidence.map(\.shown.mark)
        return marks.contains(.missing)
    }
}

/// A scope that a feature needs.
package struct NeededScope: Sendable {
    package let scope: String
    package let requested: ReviewCell
    /// Whether the feature's section names it.
    package let named: ReviewCell
}

/// A scope that a feature uses and that was requested only as a part of a bundle.
package struct UsedMember: Sendable {
    package let scope: String
    package let named: ReviewCell
}

package struct UsedOperation: Sendable {
    package let id: String
    /// `GET /users/{id}`; absent when the catalogue does not know it.
    package let call: String?
    /// Whether the requested scopes allow it.
    package let allowed: ReviewCell
}

package struct Evidence: Sendable {
    package let id: String
    package let kind: MediaItem.Kind?
    package let shown: ReviewCell
}
