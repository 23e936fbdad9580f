package import Diagnostics
package import LocatedJSON

/// A scope that the integration asks the customer for.
///
/// A class, since rule after rule goes through all of them and a value would be copied each time.
package final class ScopeRequest: Sendable {
    package enum Requirement: String, Sendable, CaseIterable {
        case required, conditional, optional
    }

    package let id: Located<String>
    /// Who is to hold it, where the platform tells a bot from a user: the same name may weigh differently.
    package let actor: Located<String>?
    package let requirement: Requirement
    /// Where it says so, if it does.
    package let requirementPlace: SourceRange?
    /// When a conditional scope is asked for.
    package let when: Located<String>?
    /// What it is used for.
    package let reason: Located<String>?
    package let ifDeclined: Located<String>?
    package let since: Located<String>?
    package let unusedGrants: [UnusedGrant]
    /// The object in `integration.json`.
    package let range: SourceRange

    /// Whether the manifest asks for the same id for several actors.
    package let isSharedByActors: Bool

    /// What messages call it: the id, with the actor where the id alone would not tell.
    package var name: String { isSharedByActors ? reference : id.value }

    /// `chat:write@bot` where the actor is given, else the id.
    package let reference: String

    /// Whether a feature or a page that names `reference` means this request.
    package func isMeant(by reference: String) -> Bool {
        reference == id.value || reference == self.reference
    }

    private init?(_ object: JSONObject, isShared: (String) -> Bool) {
        guard let id = object.string("id") else { return nil }
        let actor = object.string("actor")
        self.id = id
        self.actor = actor
        requirement = object.choice("requirement", of: Requirement.self)?.value ?? .required
        requirementPlace = object.valueRange("requirement")
        when = object.string("when")
        reason = object.string("reason")
        ifDeclined = object.string("ifDeclined")
        since = object.string("since")
        unusedGrants = object.objects("unusedGrants").compactMap(UnusedGrant.init)
        range = object.range
        isSharedByActors = isShared(id.value)
        reference = actor.map { "\(id.value)@\($0.value)" } ?? id.value
    }
}

/// What a bundle also allows and the integration leaves alone.
package struct UnusedGrant: Sendable {
    package let grant: Located<String>
    package let statement: Located<String>?
}

extension ScopeRequest {
    static let schema = ObjectSchema(
        title: "Scope",
        description: "A permission that the integration asks for.",
        properties: [
            .required("id", .string, "The scope's id in the catalogue."),
            .optional("actor", .string, "Who is to hold it, where the platform tells a bot from a user."),
            .required("requirement", .choice(of: Requirement.self), "Whether the integration works without it."),
            .optional("when", .localizedStringOrBlank, "When a conditional scope is asked for."),
            .optional(
                "reason",
                .localizedStringOrBlank,
                "What it is used for; not what it allows, which the catalogue says."
            ),
            .optional("ifDeclined", .localizedStringOrBlank, "What happens when the customer declines it."),
            .optional("since", .string, "The version of the integration that first asked for it."),
            .optional(
                "unusedGrants",
                .array(of: .object(UnusedGrant.schema)),
                "What a bundle also allows and the integration leaves alone."
            ),
        ]
    )

    static func read(_ objects: [JSONObject]) -> [ScopeRequest] {
        var actors: [String: Set<String>] = [:]
        for object in objects {
            guard let id = object.string("id") else { continue }
            actors[id.value, default: []].insert(object.string("actor")?.value ?? "")
        }
        return objects.compactMap { ScopeRequest($0) { (actors[$0]?.count ?? 0) > 1 } }
    }
}

extension UnusedGrant {
    static let schema = ObjectSchema(
        title: "Unused grant",
        properties: [
            .required("grant", .string, "The member of the bundle."),
            .optional("statement", .localizedStringOrBlank, "That it is not used, and why it cannot be left out."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let grant = object.string("grant") else { return nil }
        self.init(grant: grant, statement: object.string("statement"))
    }
}
