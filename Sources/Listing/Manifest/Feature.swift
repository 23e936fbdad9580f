package import Diagnostics
package import LocatedJSON

/// Something that the integration claims to do.
package struct Feature: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case available, beta, planned
    }

    package let id: Located<String>
    package let title: Located<String>?
    package let summary: Located<String>?
    package let status: Status
    /// The requested scopes that it needs; a member of a requested bundle may be named as well.
    package let scopes: [Located<String>]
    package let operations: [Located<String>]
    /// Ids of the media that show it.
    package let evidence: [Located<String>]
    package let since: Located<String>?
    /// The object in `integration.json`.
    package let range: SourceRange

    /// The title, or the id as long as the title is missing.
    package var name: String { title?.value ?? id.value }
}
