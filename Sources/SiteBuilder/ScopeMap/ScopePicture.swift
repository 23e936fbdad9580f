import Listing
import LocatedJSON
import Templates

/// Which feature needs which permission, as it is drawn: boxes of features, boxes of permissions, lines between them.
///
/// Every text is in the language of the page already, so that a layout depends on nothing else.
struct ScopePicture: Sendable, Equatable {
    /// A text of the content, and which way it runs.
    struct Caption: Sendable, Equatable {
        let text: String
        let direction: TextDirection
    }

    struct Feature: Sendable, Equatable {
        let title: Caption
        /// What has to be said besides: that it is planned, or needs nothing.
        let note: String?
        let isPlanned: Bool
    }

    /// How much harm a permission can do: a shape and a word, so that nobody has to tell colours apart.
    struct Sensitivity: Sendable, Equatable {
        let degree: CatalogueScope.Sensitivity
        let word: String
    }

    /// A permission, or a member of one.
    struct Name: Sendable, Equatable {
        /// Absent where the catalogue has no other name than the id.
        let title: Caption?
        let id: String
        /// Absent where there is nothing to be said of it.
        let sensitivity: Sensitivity?
    }

    struct Permission: Sendable, Equatable {
        let name: Name
        let requirement: ScopeRequest.Requirement
        let requirementWord: String
        /// The members of a bundle that a feature makes use of.
        let members: [Name]
        /// What is said of the members that no feature uses.
        let rest: String?
    }

    struct Line: Sendable, Hashable {
        let feature: Int
        let permission: Int
        /// The member that is used, where the features tell which.
        let member: Int?
    }

    let features: [Feature]
    let permissions: [Permission]
    /// By features, each time in the order of the permissions.
    let lines: [Line]
    let direction: TextDirection
    let featuresTitle: String
    let permissionsTitle: String
    /// The picture in a sentence, for those who do not see it.
    let description: String
}

extension ScopePicture {
    /// Beyond these nobody could follow a line, and the tables tell it better.
    static let mostBoxes = 24
    static let mostLines = 64
}
