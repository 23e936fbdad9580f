package import Diagnostics
package import LocatedJSON

/// A scope that the integration asks the customer for.
package struct ScopeRequest: Sendable {
    package enum Requirement: String, Sendable, CaseIterable {
        case required, conditional, optional
    }

    package let id: Located<String>
    /// Who is to hold it, where the platform tells a bot from a user: the same name may weigh differently.
    package let actor: Located<String>?
    package let requirement: Requirement
    /// When a conditional scope is asked for.
    package let when: Located<String>?
    /// What it is used for.
    package let reason: Located<String>?
    package let ifDeclined: Located<String>?
    package let since: Located<String>?
    package let unusedGrants: [UnusedGrant]
    /// The object in `integration.json`.
    package let range: SourceRange

    /// `chat:write@bot` where the actor is given, else the id.
    package var reference: String {
        actor.map { "\(id.value)@\($0.value)" } ?? id.value
    }

    /// Whether a feature or a page that names `reference` means this request.
    package func isMeant(by reference: String) -> Bool {
        reference == id.value || (actor != nil && reference == self.reference)
    }
}

/// What a bundle also allows and the integration leaves alone.
package struct UnusedGrant: Sendable {
    package let grant: Located<String>
    package let statement: Located<String>?
}
