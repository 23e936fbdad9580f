package import LocatedJSON

/// A permission of the platform, as its catalogue describes it.
package struct CatalogueScope: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case scope
        /// Grants all its members and cannot be narrowed: a key that opens several doors.
        case bundle
        case keyPermission = "key-permission"
        case hostPattern = "host-pattern"
        case permissionLevel = "permission-level"
    }

    package enum Action: String, Sendable, CaseIterable {
        case read, write, delete, manage
    }

    package enum Sensitivity: String, Sendable, CaseIterable {
        case normal, sensitive, restricted
    }

    package let id: Located<String>
    package let title: String
    package let description: String
    package let kind: Kind
    package let resource: String?
    package let actions: [Action]
    /// Who can hold it: `bot`, `user`, `key` …; empty when the platform does not tell them apart.
    package let actors: [String]
    package let level: String?
    package let sensitivity: Sensitivity
    package let implies: [Located<String>]
    package let members: [Located<String>]
    /// The plan that a customer needs before the scope can be granted.
    package let plan: String?
    package let isDeprecated: Bool
    package let replacedBy: Located<String>?
    /// The words in which people speak of the resource.
    package let terms: [String]
}
