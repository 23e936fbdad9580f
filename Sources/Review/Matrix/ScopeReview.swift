package import Listing

/// A requested scope: why it is asked for, what becomes of those who decline, who needs it and where that is said.
package struct ScopeReview: Sendable {
    /// The id, with the actor where it is given.
    package let reference: String
    /// What the platform calls it.
    package let title: String?
    package let sensitivity: CatalogueScope.Sensitivity?
    package let place: ReviewPlace
    package let requirement: ScopeRequest.Requirement
    /// Whether the platform has such a scope.
    package let known: ReviewCell
    package let reason: ReviewCell
    package let when: ReviewCell
    package let ifDeclined: ReviewCell
    /// Titles of the features that need it.
    package let features: [String]
    package let needed: ReviewCell
    /// Where the sections of those features name it.
    package let named: ReviewCell
    /// What a bundle grants.
    package let grants: [GrantReview]

    package var hasHole: Bool {
        ([known, reason, when, ifDeclined, needed, named] + grants.map(\.explained)).contains { $0.mark == .missing }
    }
}

/// A member of a requested bundle.
package struct GrantReview: Sendable {
    package let scope: String
    package let isUsed: Bool
    /// Whether it is used or a statement says that it is not.
    package let explained: ReviewCell
}
